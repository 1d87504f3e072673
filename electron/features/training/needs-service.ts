import type { NeedsAnalysis, NeedsCell, NeedsTopic } from '#contract';
import type { Context } from '../../context.ts';
import type { CompetencyFramework, FrameworkTopic } from '../../contract/training-rules.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import { roundedQuotient, sumRates } from '../../core/rates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { isInPost } from '../staff/calculations/in-post.ts';
import { byPerson, primaryOf } from '../staff/calculations/people.ts';
import { answerPlan } from '../vacancies/plan-service.ts';
import {
  backfillWte,
  costByBand,
  dueOf,
  type GroupHeads,
  headroomShare,
  missedIn,
  newPeopleOf,
  placesFor,
  sessionsFor,
  usualYears,
} from './calculations/needs.ts';
import { trainingFacts } from './facts.ts';
import { approvalsOf, type Said, saidOfNeeds, saidOfTopics, type StoredAnalysis } from './needs-repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** The framework that is in force when a year begins, else the newest. */
export function frameworkOn(frameworks: readonly CompetencyFramework[], day: string): CompetencyFramework {
  const found = frameworks.filter(({ validFrom }) => validFrom <= day).pop() ?? frameworks[frameworks.length - 1];
  if (found === undefined) throw new Error('No framework of competencies is held');
  return found;
}

export const titleOfYear = (first: string): string =>
  `${first.slice(0, 4)}/${String(Number(first.slice(2, 4)) + 1).padStart(2, '0')}`;

const formulas = [
  {
    figure: 'New people',
    formula:
      'the larger of the people who start by the vacancy plan within the year, and heads in post × turnover, whole heads up',
  },
  {
    figure: 'Due this year',
    formula: 'heads in post + new people in a year in which the topic is taught; new people alone in another',
  },
  { figure: 'Places', formula: 'due ÷ (1 − share of those booked who do not come), whole places up' },
  { figure: 'Sessions', formula: 'places of all groups that need the topic ÷ people in a session, whole sessions up' },
  { figure: 'Hours', formula: 'due × hours of the topic: by head, never by WTE' },
  {
    figure: 'Backfill',
    formula:
      'hours ÷ paid hours of a year at 1.0 WTE; divided by 1 − uplift too where those who fill in need cover themselves',
  },
  {
    figure: 'Share of headroom',
    formula:
      'training hours ÷ (WTE in post × paid hours of a year), to be held against the uplift and its part for study',
  },
  { figure: 'Cost', formula: 'hours of each band × cost of its hour; hours are spread over the bands by heads' },
];

interface Topic extends FrameworkTopic {
  readonly module: string;
  readonly local: boolean;
  /** Where the need comes from, unless a group says otherwise. */
  readonly source: string;
}

/** A version with all that is worked out of it, for the people in post on the day on which it was made. */
export function answerNeeds(world: World, trust: TrustRow, stored: StoredAnalysis): NeedsAnalysis {
  const { database, reference } = world;
  const { assumptions } = stored;
  const framework = frameworkOn(reference.frameworks, stored.first);
  const facts = trainingFacts(world, trust.id, stored.madeOn);
  const groups = groupHeads(world, trust, stored);
  const [needs, plans] = [saidOfNeeds(database, stored.id), saidOfTopics(database, stored.id)];
  const topics = topicsOf(framework, plans).map((topic, position): NeedsTopic => {
    const said = plans.get(topic.key) ?? {};
    const course = facts.rules.courses.find(({ key }) => key === topic.course);
    const { minutes, everyMonths, mode, passPercent } = topic;
    const usual = {
      minutes,
      everyMonths,
      mode,
      passPercent,
      capacity: course?.capacity ?? 20,
      faculty: 2,
      room: null,
      funding: null,
    };
    const every = typeof said['everyMonths'] === 'number' ? said['everyMonths'] : everyMonths;
    const plan = {
      ...usual,
      years: usualYears(every, position, Number(stored.first.slice(0, 4))),
      ...withoutLocal(said),
    } as typeof usual & Pick<NeedsTopic, 'years'>;
    const cells = groups.map((one) => cellOf(topic, one, plan, needs.get(`${topic.key} ${one.group}`), assumptions));
    const asked = cells.filter(({ need }) => need === 'required');
    const places = asked.reduce((sum, cell) => sum + cell.places, 0);
    const sessions = sessionsFor(places, plan.capacity);
    return {
      ...plan,
      key: topic.key,
      name: topic.name,
      module: topic.module,
      level: topic.level,
      course: topic.course,
      own: Object.keys(withoutLocal(said)).length > 0,
      local: topic.local,
      cells,
      due: asked.reduce((sum, { due }) => sum + due, 0),
      places,
      sessions,
      facultyHours: roundedQuotient(sessions * plan.faculty * plan.minutes, 60),
      missed: asked.length > 0 ? missedIn(plan) : null,
    };
  });
  const sums = groups.map((one) => groupSum(one, topics, assumptions, facts.rules.groups));
  return {
    id: stored.id,
    first: stored.first,
    title: titleOfYear(stored.first),
    version: stored.version,
    madeOn: stored.madeOn,
    framework: { title: framework.title, version: framework.version },
    modules: [...framework.modules.map(({ key, name }) => ({ key, name })), { key: 'local', name: 'Our own topics' }],
    topics,
    groups: sums,
    totals: {
      minutes: sums.reduce((sum, { minutes }) => sum + minutes, 0),
      backfill: backfillWte(
        sums.reduce((sum, { minutes }) => sum + minutes, 0),
        assumptions,
      ),
      headroom: sumRates(sums.map(({ headroom }) => headroom)),
      pence: sums.reduce((sum, { pence }) => sum + pence, 0),
      sessions: topics.reduce((sum, { sessions }) => sum + sessions, 0),
      due: topics.reduce((sum, { due }) => sum + due, 0),
    },
    assumptions: { ...assumptions, upliftFrom: assumptions.upliftFrom ?? null },
    sources: reference.trainingNeeds.sources,
    approvals: approvalsOf(database, stored.id).map(({ id, body, date, by, note }) => ({ id, body, date, by, note })),
    formulas,
  };
}

const withoutLocal = ({ name: _name, source: _source, ...said }: Said): Said => said;

/** Topics of the framework, then those that the version adds, each with its module. */
function topicsOf({ modules }: CompetencyFramework, plans: ReadonlyMap<string, Said>): Topic[] {
  const published = modules.flatMap(({ key, topics }) =>
    topics.map((topic) => ({ ...topic, module: key, local: false, source: 'framework' })),
  );
  const known = new Set(published.map(({ key }) => key));
  const own = [...plans].flatMap(([key, said]): Topic[] =>
    known.has(key)
      ? []
      : [
          {
            key,
            name: String(said['name'] ?? key),
            level: 'minimum',
            minutes: Number(said['minutes'] ?? 60),
            everyMonths: Number(said['everyMonths'] ?? 12),
            mode: 'any',
            passPercent: null,
            course: null,
            required: [],
            recommended: [],
            mark: 'K-low',
            module: 'local',
            local: true,
            source: String(said['source'] ?? 'role'),
          },
        ],
  );
  return [...published, ...own];
}

function cellOf(
  topic: Topic,
  group: GroupHeads,
  plan: Pick<NeedsTopic, 'years' | 'minutes'>,
  said: Said | undefined,
  assumptions: StoredAnalysis['assumptions'],
): NeedsCell {
  const published = topic.required.includes(group.group)
    ? 'required'
    : topic.recommended.includes(group.group)
      ? 'recommended'
      : 'not';
  const { need, source } = { need: published, source: topic.source, ...said } as Pick<NeedsCell, 'need' | 'source'>;
  const newPeople = newPeopleOf(group, assumptions);
  const due = need === 'required' ? dueOf(plan, group.heads, newPeople) : 0;
  return {
    group: group.group,
    need,
    source,
    heads: group.heads,
    newPeople,
    due,
    places: placesFor(due, assumptions.absentPercent),
    minutes: due * plan.minutes,
  };
}

function groupSum(
  one: GroupHeads,
  topics: readonly NeedsTopic[],
  assumptions: StoredAnalysis['assumptions'],
  groups: readonly { readonly key: string; readonly name: string }[],
) {
  const cells = topics.flatMap((topic) =>
    topic.cells.filter(({ group }) => group === one.group).map((cell) => ({ cell, topic })),
  );
  const minutes = cells.reduce((sum, { cell }) => sum + cell.minutes, 0);
  const bands = costByBand(one.bands, minutes, one.heads, assumptions);
  return {
    group: one.group,
    name: groups.find(({ key }) => key === one.group)?.name ?? one.group,
    heads: one.heads,
    wte: one.wte,
    minutes,
    minutesEach: cells.reduce(
      (sum, { cell, topic }) => sum + (cell.need === 'required' && topic.years[0] ? topic.minutes : 0),
      0,
    ),
    backfill: backfillWte(minutes, assumptions),
    headroom: headroomShare(minutes, one.wte, assumptions.annualHours),
    bands,
    pence: bands.reduce((sum, { pence }) => sum + pence, 0),
  };
}

/** Heads, WTE, bands and starters of each group, by the staff list in force on the day on which the version was made. */
function groupHeads(world: World, trust: TrustRow, { first, madeOn }: StoredAnalysis): GroupHeads[] {
  const { rules, people, list } = trainingFacts(world, trust.id, madeOn);
  const counted = new Map(
    people.counted.filter(({ bankOnly }) => !bankOnly).map(({ person, group }) => [person, group]),
  );
  const held = byPerson(list.filter((entry) => isInPost(entry, madeOn)));
  const last = addDays(addMonths(first, 12), -1);
  const posts = answerPlan(world, trust).posts.filter(
    ({ live, likely, startsOn }) => live && likely >= 50 && startsOn !== null && startsOn >= first && startsOn <= last,
  );
  return rules.groups.map(({ key }) => {
    const bands = new Map<string, number>();
    let [heads, wte] = [0, 0];
    for (const [person, assignments] of held) {
      if (counted.get(person) !== key) continue;
      heads += 1;
      wte += assignments.reduce((sum, { fte }) => sum + fte, 0);
      const band = primaryOf(assignments).band ?? 'other';
      bands.set(band, (bands.get(band) ?? 0) + 1);
    }
    return { group: key, heads, wte, bands, starters: posts.filter(({ group }) => group === key).length };
  });
}
