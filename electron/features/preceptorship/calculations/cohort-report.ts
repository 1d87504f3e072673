import type { StayingBy, Staying, SharedStayingGroup } from '#contract';
import type { Paper, PaperBlock, PaperChart } from '../../../contract/papers.ts';
import { dateInWords } from '../../../core/dates.ts';
import { type Rate, roundedPercent } from '../../../core/rates.ts';
import { type ProtectedTables, protectCounts, protectedInWords } from '../../../core/small-numbers.ts';
import type { StateCount } from './staying-protected.ts';
import { heading, note, paragraph, tableOf } from './paper-blocks.ts';

/** What the report tells of, as of a day. */
export interface CohortReportParts {
  readonly trust: string;
  readonly by: Readonly<Record<StayingBy, Staying>>;
  readonly states: readonly StateCount[];
  /** What may be told of the states, under their names, and of those in a programme, under `open`. */
  readonly shown: ProtectedTables;
  readonly mentors: { readonly share: Rate; readonly days: number; readonly first: string; readonly last: string };
}

interface Made {
  readonly on: string;
  readonly at: string;
  readonly version: string;
}

/** The report of preceptorship for the board: nobody is named, and small counts are withheld. */
export function cohortReport(parts: CohortReportParts, made: Made): Paper {
  const { trust, by } = parts;
  const years = by.year;
  const smallest = years.smallNumber;
  const date = dateInWords(years.on);
  const blocks: PaperBlock[] =
    years.all.people === 0
      ? [note('No preceptees are entered. Import a preceptorship log, or enter the first preceptee.')]
      : [
          heading('What this report says'),
          { kind: 'list', items: sentences(parts) },
          heading('Who is in preceptorship'),
          statesTable(parts),
          heading('Support given'),
          paragraph('Meetings held by their day and supernumerary hours given, by the NHS year of the start.'),
          stayingTable('Support and staying, by year of the start', 'Started', years.shared),
          ...supportChart(years),
          stayingTable('By programme', 'Programme', by.programme.shared),
          heading('Support and staying in post'),
          paragraph(
            'Those with every meeting on time and all hours given, beside the others. The two can go together for other reasons too.',
          ),
          stayingTable('By support', 'Support', by.support.shared),
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

function sentences(parts: CohortReportParts): string[] {
  const { by, shown } = parts;
  const years = by.year;
  const { all } = years.shared;
  const count = shown('open');
  return [
    count.kind === 'shown'
      ? `${count.count} preceptees are in a programme; ${all.people} people have started one.`
      : `${all.people} people have started a programme; how many are in one now is not shown, as the numbers are small.`,
    all.meetings === 'not shown'
      ? 'How many meetings were held by their day is not shown, as the numbers are small.'
      : `Of the meetings that fell due, ${all.meetings} were held by their day.`,
    all.supernumerary === 'not shown'
      ? 'How many supernumerary hours were given is not shown, as the numbers are small.'
      : `Of the supernumerary hours owed by now, ${all.supernumerary} were given.`,
    years.knownTo === null
      ? 'Who is still in post is not known.'
      : `In post 12 months after the start: ${longAgo(all.at12)}. After 24 months: ${longAgo(all.at24)}. Staff lists tell until ${dateInWords(years.knownTo)}.`,
    mentorSentence(parts, years.smallNumber),
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

function statesTable({ states, shown, by }: CohortReportParts): PaperBlock {
  return tableOf({
    title: 'People by where they are in their programme',
    words: ['State'],
    figures: ['People'],
    rows: states.map(({ name }) => [name, protectedInWords(shown(name), by.year.smallNumber)]),
  });
}

function stayingTable(title: string, first: string, { rows, all }: Staying['shared']): PaperBlock {
  const cells = (row: SharedStayingGroup) => [
    row.name,
    row.people,
    row.meetings,
    row.supernumerary,
    row.at12,
    row.at24,
  ];
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
function supportChart({ rows, shared: { rows: shown } }: Staying): PaperChart[] {
  const value = (of: 'meetings' | 'supernumerary') =>
    rows.map((row, index) => (shown[index]?.[of] === 'not shown' ? null : roundedPercent(row[of], 1)));
  const series = [
    { name: 'Meetings on time', values: value('meetings') },
    { name: 'Supernumerary hours', values: value('supernumerary') },
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
