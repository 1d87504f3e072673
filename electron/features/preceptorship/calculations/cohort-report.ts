import type { Outcome, Outcomes, SharedOutcome } from '#contract';
import type { Paper, PaperBlock, PaperChart } from '../../../contract/papers.ts';
import { dateInWords } from '../../../core/dates.ts';
import { type Rate, roundedPercent } from '../../../core/rates.ts';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import {
  type ProtectedCount,
  type ProtectedTables,
  protectCounts,
  protectedInWords,
} from '../../../core/small-numbers.ts';
import { protectOutcomes, type SharedOutcomes } from './outcomes-protected.ts';
import { heading, note, paragraph, tableOf } from './paper-blocks.ts';

/** What the report tells of, as of a day. */
export interface CohortReportParts {
  readonly trust: string;
  readonly years: Outcomes;
  readonly programmes: Outcomes;
  readonly support: Outcomes;
  /** People by where they are in their programme, named as the report prints it. */
  readonly states: readonly { readonly name: string; readonly people: number }[];
  readonly mentors: { readonly share: Rate; readonly days: number; readonly first: string; readonly last: string };
}

interface Made {
  readonly on: string;
  readonly at: string;
  readonly version: string;
}

/** The report of preceptorship for the board: nobody is named, and small counts are withheld. */
export function cohortReport(parts: CohortReportParts, made: Made): Paper {
  const { trust, years } = parts;
  const smallest = years.smallNumber;
  const date = dateInWords(years.on);
  // The same people in every table: one could tell what another leaves out.
  const {
    groupings: [shared, programmes, support],
    shown,
  } = protectOutcomes([years, parts.programmes, parts.support], smallest, statesPublished(parts));
  const blocks: PaperBlock[] =
    years.all.people === 0 || !shared || !programmes || !support
      ? [note('No preceptees are entered. Import a preceptorship log, or enter the first preceptee.')]
      : [
          heading('What this report says'),
          { kind: 'list', items: sentences(parts, shared.all, shown('open')) },
          heading('Who is in preceptorship'),
          statesTable(parts, shown),
          heading('Support given'),
          paragraph('Meetings held by their day and supernumerary hours given, by the NHS year of the start.'),
          outcomesTable('Support and staying, by year of the start', 'Started', shared),
          ...supportChart(years, shared.rows),
          outcomesTable('By programme', 'Programme', programmes),
          heading('Support and staying in post'),
          paragraph(
            'Those with every meeting on time and all hours given, beside the others. The two can go together for other reasons too.',
          ),
          outcomesTable('By support', 'Support', support),
          ...(years.knownTo === null
            ? [
                note(
                  'No staff list is held, so who is still in post is not known. Import the staff list and the leavers.',
                ),
              ]
            : []),
          heading('Mentors of newly appointed Band 7 and 8 midwives'),
          paragraph(mentorSentence(parts, smallest)),
          heading('Definitions'),
          {
            kind: 'definitions',
            items: [
              ...years.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
              {
                term: 'Not shown',
                meaning: `Counts from 1 to ${smallest - 1}, and what they could be worked out from, are withheld.`,
              },
            ],
          },
        ];
  return {
    title: 'Preceptorship report to the board',
    subtitle: `${trust} · ${date}`,
    foot: `${trust} · preceptorship · ${date} · no person can be told from this report`,
    madeOn: made.on,
    madeAt: made.at,
    blocks: [...blocks, paragraph(`Made on ${dateInWords(made.on)} with Maternity Workforce Planner ${made.version}.`)],
  };
}

function sentences({ years, ...parts }: CohortReportParts, all: SharedOutcome, count: ProtectedCount): string[] {
  return [
    count.kind === 'shown'
      ? `${count.count} preceptees are in a programme; ${all.people} people have started one.`
      : `${all.people} people have started a programme; how many are in one now is not shown, as the numbers are small.`,
    `Of the meetings that fell due, ${all.meetings} were held by their day; of the supernumerary hours owed by now, ${all.supernumerary} were given.`,
    years.knownTo === null
      ? 'Who is still in post is not known.'
      : `In post 12 months after the start: ${longAgo(all.at12)}. After 24 months: ${longAgo(all.at24)}. Staff lists tell until ${dateInWords(years.knownTo)}.`,
    mentorSentence({ years, ...parts }, years.smallNumber),
  ];
}

const longAgo = (share: string) => (share === '–' ? 'nobody has started so long ago' : share);

function mentorSentence({ mentors: { share, days, first, last } }: CohortReportParts, smallest: number): string {
  const { numerator, denominator } = share;
  const span = `between ${dateInWords(first)} and ${dateInWords(last)}`;
  if (denominator === 0) return `Nobody was appointed to Band 7 or 8 ${span}, or none is entered.`;
  const { tables, total } = protectCounts([[numerator, denominator - numerator]], smallest);
  if ([...tables.flat(), total].some(({ kind }) => kind !== 'shown'))
    return `Of the midwives appointed to Band 7 or 8 ${span} the share with a mentor within ${days} days is not shown, as the numbers are small.`;
  return `Of ${denominator} midwives appointed to Band 7 or 8 ${span}, ${numerator} had a mentor within ${days} days.`;
}

/** People by state; under `open` and `over` those in a programme or before it, and the others; and all who have started. */
function statesPublished({ states, years }: CohortReportParts): PublishedTables {
  const isOver = (name: string) => name === 'Signed off' || name === 'Left';
  const sum = (some: typeof states) => some.reduce((total, { people }) => total + people, 0);
  const named = (total: string, some: typeof states) => ({ total, parts: some.map(({ name }) => name) });
  const over = states.filter(({ name }) => isOver(name));
  const open = states.filter(({ name }) => !isOver(name));
  const started = states.filter(({ name }) => name !== 'Not started');
  return {
    counts: new Map([
      ...states.map(({ name, people }): [string, number] => [name, people]),
      ['open', sum(open)],
      ['over', sum(over)],
      ['all states', sum(states)],
    ]),
    sums: [
      named('open', open),
      named('over', over),
      { total: 'all states', parts: ['open', 'over'] },
      ...(sum(started) === years.all.people ? [named('all people', started)] : []),
    ],
  };
}

function statesTable({ states, years }: CohortReportParts, shown: ProtectedTables): PaperBlock {
  return tableOf({
    title: 'People by where they are in their programme',
    words: ['State'],
    figures: ['People'],
    rows: states.map(({ name }) => [name, protectedInWords(shown(name), years.smallNumber)]),
  });
}

function outcomesTable(title: string, first: string, { rows, all }: SharedOutcomes): PaperBlock {
  const cells = (row: SharedOutcome) => [row.name, row.people, row.meetings, row.supernumerary, row.at12, row.at24];
  return tableOf({
    title,
    words: [first],
    figures: ['People', 'Meetings on time', 'Supernumerary hours', 'In post at 12 months', 'In post at 24 months'],
    rows: rows.map(cells),
    total: cells(all),
    notes: ['A dash: nobody has started so long ago. Not shown: withheld, as the numbers are small.'],
  });
}

/** Meetings on time and hours given by year; a year whose figures are withheld leaves a gap. */
function supportChart({ rows }: Outcomes, shown: readonly SharedOutcome[]): PaperChart[] {
  const value = (read: (row: Outcome) => Rate) =>
    rows.map((row, index) => (shown[index]?.meetings === 'not shown' ? null : roundedPercent(read(row), 1)));
  const series = [
    { name: 'Meetings on time', values: value(({ meetings }) => meetings) },
    { name: 'Supernumerary hours', values: value(({ supernumerary }) => supernumerary) },
  ].filter(({ values }) => values.some((one) => one !== null));
  if (series.length === 0) return [];
  const said = series.map(
    ({ name, values }) =>
      `${name}: ${values.map((one, index) => `${rows[index]?.name} ${one === null ? 'not shown' : `${one.toFixed(1)} %`}`).join(', ')}.`,
  );
  return [
    {
      kind: 'chart',
      type: 'bar',
      title: 'Meetings on time and supernumerary hours given',
      description: `Bar chart, meetings on time and supernumerary hours given. ${said.join(' ')}`,
      unit: '%',
      decimals: 1,
      lowest: 0,
      highest: 100,
      categories: rows.map(({ name }) => name),
      series,
    },
  ];
}
