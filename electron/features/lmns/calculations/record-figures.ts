import type { LmnsRecord, ReturnFigure, ReturnMeasure } from '../../../contract/index.ts';
import { dateInWords } from '../../../core/dates.ts';
import { type Disclosure, protectedInWords } from '../../../core/small-numbers.ts';
import { placedLearners } from './placed-learners.ts';

export interface RecordsOfLmns {
  readonly records: readonly LmnsRecord[];
  readonly trusts: readonly { readonly code: string; readonly name: string }[];
  readonly period: string;
  /** Of the period, in words. */
  readonly title: string;
  readonly today: string;
  /** Which counts of people are left out. */
  readonly disclosure: Disclosure;
}

type OfKind<Kind extends LmnsRecord['kind']> = Extract<LmnsRecord, { kind: Kind }>;

const measure = (key: string, title: string, value: ReturnMeasure['value'], formula: string): ReturnMeasure => ({
  key,
  title,
  kind: typeof value === 'object' ? 'rate' : 'count',
  value,
  formula,
  inputs: [],
  note: null,
});

const of = (count: number, all: number, what: string) => `${count} of ${all} ${what}${all === 1 ? '' : 's'}`;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What the LMNS's own records say for its lines 4.4 to 4.7, 5.7 and 5.8. Where there is no record there is no figure. */
export function recordFigures(world: RecordsOfLmns): ReturnFigure[] {
  return [
    assurances(world),
    levels(world),
    capacities(world),
    placements(world),
    practices(world),
    challenges(world),
  ].flat();
}

function ofKind<Kind extends LmnsRecord['kind']>({ records }: RecordsOfLmns, kind: Kind): OfKind<Kind>[] {
  return records.filter((one): one is OfKind<Kind> => one.kind === kind);
}

function figure(
  world: RecordsOfLmns,
  cells: Partial<ReturnFigure> & { reference: string; title: string; sentence: string },
) {
  const { reference } = cells;
  return {
    key: `${reference}-records`,
    measures: [],
    source: 'Records of the LMNS',
    of: world.title,
    warnings: [],
    ...cells,
  } satisfies ReturnFigure;
}

function assurances(world: RecordsOfLmns): ReturnFigure[] {
  const its = ofKind(world, 'assurance').filter(({ period }) => period === world.period);
  if (its.length === 0) return [];
  // A later judgement of the same quarter stands in place of an earlier one.
  const last = new Map(its.map((one) => [one.code, one.judgement]));
  const count = (judgement: OfKind<'assurance'>['judgement']) =>
    [...last.values()].filter((one) => one === judgement).length;
  const words = (['assured', 'partly assured', 'not assured'] as const).map((one) => `${count(one)} ${one}`);
  const without = world.trusts.filter(({ code }) => !last.has(code)).map(({ name }) => name);
  return [
    figure(world, {
      reference: '4.4',
      title: 'Safe-staffing statements',
      measures: [
        measure(
          'assured',
          'Trusts assured',
          count('assured'),
          'statements of the period that say “assured”, one for each trust',
        ),
        measure('stated', 'Trusts with a statement', last.size, 'trusts with a statement of the period'),
      ],
      warnings: without.length > 0 ? [`No statement for ${without.join(', ')}.`] : [],
      sentence: `Safe staffing, ${world.title}: ${of(last.size, world.trusts.length, 'trust')} with a statement: ${words.join(', ')}.`,
    }),
  ];
}

function levels(world: RecordsOfLmns): ReturnFigure[] {
  const its = ofKind(world, 'level');
  if (its.length === 0) return [];
  const trusts = new Set(its.map(({ code }) => code)).size;
  const professions = [...new Set(its.map(({ profession }) => profession))].sort();
  const overdue = its.filter(({ reviewOn }) => reviewOn !== null && reviewOn < world.today).length;
  return [
    figure(world, {
      reference: '4.5',
      title: 'Agreed staffing levels',
      of: `agreed up to ${dateInWords(world.today)}`,
      measures: [measure('agreed', 'Levels agreed', its.length, 'agreed levels on record')],
      warnings: overdue > 0 ? [`${overdue} to be reviewed: the day is past.`] : [],
      sentence: `Levels agreed without a national tool: ${its.length}, with ${of(trusts, world.trusts.length, 'trust')}, for ${professions.join(', ')}.`,
    }),
  ];
}

function capacities(world: RecordsOfLmns): ReturnFigure[] {
  const its = ofKind(world, 'capacity').filter(({ period }) => period === world.period);
  if (its.length === 0) return [];
  const known = its.filter((one) => one.staffedFor !== null);
  const short = known.filter(({ commissioned, staffedFor }) => (staffedFor ?? 0) < commissioned);
  const said = short.map(
    ({ service, code, commissioned, staffedFor, of: what }) =>
      `${service} of ${code} (${commissioned} ${what} commissioned, staffed for ${staffedFor})`,
  );
  return [
    figure(world, {
      reference: '4.6',
      title: 'Capacity against commissioning',
      measures: [
        measure(
          'short',
          'Services staffed for less than is commissioned',
          short.length,
          'services with staffed for < commissioned',
        ),
        measure('known', 'Services compared', known.length, 'services of which both are known'),
      ],
      warnings:
        its.length > known.length ? [`Not known for ${its.length - known.length}: what their staff can give.`] : [],
      sentence: `Capacity, ${world.title}: ${of(short.length, known.length, 'service')} staffed for less than is commissioned${said.length > 0 ? `: ${said.join('; ')}` : ''}.`,
    }),
  ];
}

function placements(world: RecordsOfLmns): ReturnFigure[] {
  const all = ofKind(world, 'placements');
  const its = all.filter(({ period }) => period === world.period);
  if (its.length === 0) return [];
  const known = its.filter((one) => one.filled !== null);
  const places = sum(its.map((one) => one.places));
  const ofKnown = sum(known.map((one) => one.places));
  const { hideBelow } = world.disclosure;
  const filled = placedLearners(all, world.disclosure).periods.get(world.period) ?? { kind: 'not known' };
  const share = filled.kind === 'shown' && ofKnown > 0 ? { numerator: filled.count, denominator: ofKnown } : null;
  const isLeftOut = filled.kind === 'small' || filled.kind === 'withheld';
  const universities = new Set(its.map(({ university }) => university)).size;
  const said = isLeftOut
    ? `how many of ${ofKnown} are filled is not shown`
    : `${protectedInWords(filled, hideBelow)} of ${ofKnown} filled`;
  return [
    figure(world, {
      reference: '4.7',
      title: 'Student placements',
      measures: [
        measure('places', 'Places offered', places, 'sum of places of all trusts and universities'),
        {
          ...measure('filled', 'Places filled', share, 'places filled / places, where both are known'),
          kind: 'rate',
          note: isLeftOut ? `Left out: fewer than ${hideBelow} learners could be told from it.` : null,
        },
      ],
      warnings: its.length > known.length ? [`Not known for ${its.length - known.length}: how many were filled.`] : [],
      sentence: `Student placements, ${world.title}: ${places} places with ${universities === 1 ? 'one university' : `${universities} universities`}; ${known.length === 0 ? 'how many are filled is not known' : said}.`,
    }),
  ];
}

function practices(world: RecordsOfLmns): ReturnFigure[] {
  const its = ofKind(world, 'practice');
  if (its.length === 0) return [];
  const shared = its.filter(({ sharedOn }) => sharedOn !== null).length;
  return [
    figure(world, {
      reference: '5.7',
      title: 'Practice passed on',
      of: `up to ${dateInWords(world.today)}`,
      measures: [
        measure('library', 'In the library', its.length, 'practices on record'),
        measure('shared', 'Passed on', shared, 'practices with a day on which they were shared'),
      ],
      sentence: `Shared practice: ${its.length} in the library, ${shared} passed on.`,
    }),
  ];
}

function challenges(world: RecordsOfLmns): ReturnFigure[] {
  const its = ofKind(world, 'challenge');
  if (its.length === 0) return [];
  const raised = its.filter(({ raisedOn }) => raisedOn !== null);
  const answered = raised.filter(({ answer }) => answer !== '').length;
  return [
    figure(world, {
      reference: '5.8',
      title: 'Challenges for the national team',
      of: `up to ${dateInWords(world.today)}`,
      measures: [
        measure('raised', 'Raised', raised.length, 'challenges with a day on which they were raised'),
        measure('answered', 'Answered', answered, 'of these with an answer'),
      ],
      sentence: `Retention challenges: ${its.length} noted, ${raised.length} raised with the national team, ${answered} answered.`,
    }),
  ];
}
