import { groupedBy } from '../../../core/grouped.ts';
import type { RoleHolder, RolePerson, TrainingRole, TrainingRoles, TrainingRollout } from '#contract';
import type { Context } from '../../../context.ts';
import type { TrainingRoleRules } from '../../../contract/supervision-rules.ts';
import { isInPost } from '../../staff/calculations/in-post.ts';
import { byPerson, primaryOf } from '../../staff/calculations/people.ts';
import type { TrainingPerson } from '../calculations/people.ts';
import { advocatesWanted, doneOf, monthsOf, rolloutState } from '../calculations/roles.ts';
import { reachesPercent, shareOf } from '../calculations/supervision.ts';
import { trainingFacts, type TrainingFacts } from '../facts.ts';
import { compareText } from '../people-service.ts';
import { rolesOf, rolloutsOf, type StoredRole, type StoredRollout } from './repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Of whom nothing is entered yet. */
export const blank: Omit<StoredRole, 'role' | 'person'> = {
  level: null,
  competencies: null,
  since: null,
  oriented: null,
  done: null,
  by: null,
  protectedMinutes: null,
  ended: null,
  note: null,
};

/** Everybody in post of the training groups, with the band of the primary assignment; people of the bank alone are apart. */
export function peopleInRoles(facts: TrainingFacts): (TrainingPerson & RolePerson)[] {
  const bands = new Map(
    [...byPerson(facts.list.filter((entry) => isInPost(entry, facts.census)))].map(([person, held]) => [
      person,
      primaryOf(held).band,
    ]),
  );
  return [...facts.people.counted, ...facts.people.excluded]
    .filter(({ bankOnly }) => !bankOnly)
    .map((one) => ({ ...one, band: bands.get(one.person) ?? null, inPost: true }))
    .sort((one, other) => compareText(one.name ?? one.person, other.name ?? other.person));
}

const shownPerson = ({ person, name, unit, band, inPost }: RolePerson): RolePerson => ({
  person,
  name,
  unit,
  band,
  inPost,
});

/** The course by which a roll-out is counted: the pack's own, or one that the trust calls so. */
export function courseOfRollout(
  { name, course }: TrainingRoleRules['rollouts'][number],
  { rules }: Pick<TrainingFacts, 'rules'>,
) {
  const called = name.toLowerCase();
  return (
    rules.courses.find(({ key }) => key === course.key) ??
    rules.courses.find((one) => one.name.toLowerCase().includes(called)) ??
    null
  );
}

/** Roll-outs, support workers, coordinators and advocates of a trust by the newest staff list. */
export function answerRoles(world: World, trustId: number): TrainingRoles {
  const { database, reference, today } = world;
  const rules = reference.trainingRoles;
  const facts = trainingFacts(world, trustId, undefined);
  const people = peopleInRoles(facts);
  const stored = rolesOf(database, trustId);
  const byRole = (role: TrainingRole) => stored.filter((one) => one.role === role);
  const holders = (role: TrainingRole): RoleHolder[] =>
    byRole(role)
      .map((one) => holderOf(one.person, one, people))
      .sort((one, other) => compareText(one.name ?? one.person, other.name ?? other.person));
  const inGroup = (group: string) => people.filter((one) => one.group === group);
  const midwives = inGroup('midwives');
  const [coordinators, advocates] = [holders('coordinator'), holders('pma')];
  const others = (held: readonly RoleHolder[], all: readonly RolePerson[]) =>
    all.filter(({ person }) => !held.some((one) => one.person === person)).map(shownPerson);
  const current = coordinators.filter(({ ended }) => ended === null);
  const active = advocates.filter(({ ended, inPost }) => ended === null && inPost).length;
  const wanted = advocatesWanted(midwives.length, rules.midwivesPerAdvocate);
  return {
    today: today(),
    listDay: facts.listDay,
    rollouts: rules.rollouts.map((one) => rolloutOf(one, facts, rolloutsOf(database, trustId), today())),
    support: supportOf(
      inGroup('support').map(({ person }) =>
        holderOf(
          person,
          byRole('support').find((one) => one.person === person),
          people,
        ),
      ),
      rules,
    ),
    coordinators: {
      people: coordinators,
      candidates: others(
        coordinators,
        midwives.filter(({ band }) => band === rules.coordinator.band),
      ),
      done: shareOf(current, ({ done }) => done !== null),
      oriented: shareOf(current, ({ oriented }) => oriented !== null),
    },
    advocates: {
      people: advocates,
      candidates: others(advocates, midwives),
      midwives: midwives.length,
      active,
      midwivesPerAdvocate: rules.midwivesPerAdvocate,
      wanted,
      short: Math.max(0, wanted - active),
    },
    pack: { title: rules.title, version: rules.version },
    formulas: formulasOf(rules),
  };
}

function holderOf(person: string, stored: StoredRole | undefined, people: readonly RolePerson[]): RoleHolder {
  const known = people.find((one) => one.person === person);
  const { role: _role, person: _person, ...cells } = stored ?? { role: 'support' as const, person, ...blank };
  const who = known ? shownPerson(known) : { person, name: null, unit: null, band: null, inPost: false };
  return { ...who, ...cells, entered: stored !== undefined };
}

function supportOf(people: RoleHolder[], { support }: TrainingRoleRules): TrainingRoles['support'] {
  return {
    people,
    withLevel: shareOf(people, ({ level }) => level !== null),
    signed: shareOf(people, ({ done }) => done !== null),
    levels: support.levels.map(({ level, name, band }) => {
      const ofLevel = people.filter((one) => one.level === level);
      return {
        level,
        name,
        band,
        heads: ofLevel.length,
        signed: ofLevel.filter(({ done }) => done !== null).length,
        otherBand: ofLevel.filter((one) => one.band !== band).length,
      };
    }),
    competencies: support.competencies,
  };
}

function rolloutOf(
  rollout: TrainingRoleRules['rollouts'][number],
  facts: TrainingFacts,
  plans: readonly StoredRollout[],
  today: string,
): TrainingRollout {
  const { rules, standings, census, people } = facts;
  const course = courseOfRollout(rollout, facts);
  const groups = course?.groups ?? rollout.course.groups;
  const counted = people.counted.filter(({ bankOnly, group }) => !bankOnly && groups.includes(group));
  const done = (some: readonly TrainingPerson[]) => doneOf(some, standings, course?.key ?? null, census);
  const { targetPercent } = rollout;
  return {
    key: rollout.key,
    name: rollout.name,
    targetPercent,
    course: course && { key: course.key, name: course.name },
    all: done(counted),
    groups: rules.groups.flatMap(({ key, name }) => {
      const rate = done(counted.filter(({ group }) => group === key));
      return groups.includes(key) ? [{ group: key, name, done: rate, meets: reachesPercent(rate, targetPercent) }] : [];
    }),
    units: [...groupedBy(counted, ({ unit }) => unit ?? '')]
      .sort(([one], [other]) => compareText(one, other))
      .map(([unit, inUnit]) => {
        const rate = done(inUnit);
        const meets = reachesPercent(rate, targetPercent);
        const plan = plans.find((one) => one.rollout === rollout.key && one.unit === unit);
        const planned = plan?.planned ?? null;
        return {
          unit,
          done: rate,
          meets,
          planned,
          lead: plan?.lead ?? null,
          note: plan?.note ?? null,
          state: rolloutState(meets, planned, today),
        };
      }),
    months: course === null ? [] : monthsOf(counted, standings, course.key, census),
  };
}

function formulasOf({ midwivesPerAdvocate, support, rollouts }: TrainingRoleRules) {
  return [
    ...rollouts.map(({ name, targetPercent }) => ({
      figure: name,
      formula: `people in date ÷ all who are counted, heads, by staff group and by unit; ${targetPercent} % is wanted`,
    })),
    {
      figure: 'Levels and passports',
      formula: `support workers in post with a level, and with a passport that is signed off, ÷ all support workers in post; the framework has ${support.domains} domains and ${support.competencies} competencies`,
    },
    {
      figure: 'Coordinators',
      formula: 'coordinators who have done the module, and the orientation, ÷ all coordinators who are entered',
    },
    {
      figure: 'Advocates wanted',
      formula: `midwives in post, heads, ÷ ${midwivesPerAdvocate}, whole people up; people on leave are in post`,
    },
  ];
}
