import { type Paper, type PaperBlock, type PaperTable, statusWords, type SystemCompile } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { counted, wteInWords } from '../../returns/calculations/words.ts';
import {
  correctedPlace,
  correctionInWords,
  figureInWords,
  measureTitle,
  percentOf,
  trustName,
  warningsInWords,
} from './compile-words.ts';

/** What a paper is made from beside the compile. */
export interface PaperHead {
  readonly name: string;
  readonly kind: 'LMNS' | 'ICB';
  readonly version: string;
  /** ISO 8601. */
  readonly at: string;
  readonly definitions: readonly { term: string; meaning: string }[];
}

const heading = (text: string, level: 1 | 2 = 1): PaperBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
const words = (name: string) => ({ heading: name, kind: 'words' as const });
const figure = (name: string) => ({ heading: name, kind: 'figure' as const });
const row = (cells: string[], kind: 'row' | 'total' = 'row') => ({ kind, cells });
const table = (
  title: string,
  columns: PaperTable['columns'],
  rows: PaperTable['rows'],
  notes: string[] = [],
): PaperTable => ({
  kind: 'table',
  title,
  columns,
  rows,
  notes,
});

/** The system's position as a paper for its board: made from the compile alone, in which small numbers are protected. */
export function boardPaper(head: PaperHead, system: SystemCompile): Paper {
  const warned = warningsInWords(system);
  return {
    title: 'Theme 2: growing, retaining and supporting the workforce',
    subtitle: `${head.name} (${head.kind}) · ${system.title}`,
    foot: `Theme 2, ${head.name}, ${system.title}`,
    madeOn: head.at.slice(0, 10),
    madeAt: head.at,
    blocks: [
      ...returned(system),
      ...standing(system),
      ...gaps(system),
      ...measures(system),
      ...(warned.length > 0
        ? [heading('To be read beside the figures'), { kind: 'list' as const, items: warned }]
        : []),
      ...corrections(system),
      heading('What the words mean'),
      { kind: 'definitions', items: [...head.definitions] },
      heading('How it was made'),
      paragraph(
        `Compiled on ${dateInWords(head.at.slice(0, 10))} with version ${head.version} of the Maternity Workforce Planner from the returns of ${counted(system.trusts.filter((trust) => trust.returned).length, 'trust')}. Sums are of numerators and of denominators; rates are never averaged. Counts of people below ${system.hideBelow} are left out, and others where they would tell them.`,
      ),
    ],
  };
}

function returned(system: SystemCompile): PaperBlock[] {
  const { trusts, missing } = system;
  const here = trusts.filter((trust) => trust.returned).length;
  return [
    heading('Who has returned'),
    paragraph(`${here} of ${counted(trusts.length, 'trust')} returned.`),
    ...(missing.length > 0
      ? [
          {
            kind: 'note' as const,
            text: `No return from ${missing.map((code) => trustName(system, code)).join(', ')}. No figure below counts them.`,
          },
        ]
      : []),
  ];
}

/** Trusts that a table has room for beside each other. */
const MOST_BESIDE = 5;

function standing(system: SystemCompile): PaperBlock[] {
  const { lines, trusts } = system;
  const statuses = Object.keys(statusWords) as (keyof typeof statusWords)[];
  const counts = (code: string, status: (typeof statuses)[number]) =>
    lines.filter(({ cells }) => cells.some((cell) => cell.trust === code && cell.status === status)).length;
  const beside = trusts.length <= MOST_BESIDE;
  return [
    heading('How the lines stand'),
    {
      kind: 'chart',
      type: 'bar',
      title: 'Lines by status and trust',
      description: trusts
        .map(
          ({ code, name }) =>
            `${name}: ${statuses.map((status) => `${statusWords[status]} ${counts(code, status)}`).join(', ')}`,
        )
        .join('. '),
      unit: 'lines',
      decimals: 0,
      lowest: null,
      highest: null,
      categories: trusts.map(({ code }) => code),
      series: statuses.map((status) => ({
        name: statusWords[status],
        tone: status,
        values: trusts.map(({ code, returned: sent }) => (sent ? counts(code, status) : null)),
      })),
    },
    beside
      ? table(
          'Status of each line by trust',
          [words('Line'), words('Action'), ...trusts.map(({ code }) => words(code))],
          lines.map(({ reference, title, cells }) =>
            row([
              reference,
              title,
              ...cells.map((cell) =>
                cell.status ? statusWords[cell.status] : cell.returned ? 'No status' : 'No return',
              ),
            ]),
          ),
          trusts.map(({ code, name }) => `${code}: ${name}.`),
        )
      : table(
          'How many trusts have each status, by line',
          [
            words('Line'),
            words('Action'),
            ...statuses.map((status) => figure(statusWords[status])),
            figure('No status'),
          ],
          lines.map(({ reference, title, counts: own }) =>
            row([reference, title, ...statuses.map((status) => String(own[status])), String(own.notAnswered)]),
          ),
        ),
  ];
}

const inWte = (wte: number | null) => (wte === null ? null : Math.round(wte / 1000) / 100);

function gaps(system: SystemCompile): PaperBlock[] {
  const groups = system.gaps.filter(({ staffGroup }) => staffGroup !== null);
  const all = system.gaps.find(({ staffGroup }) => staffGroup === null);
  if (system.gaps.length === 0) return [];
  const cells = (gap: SystemCompile['gaps'][number]) => [
    gap.staffGroup ?? 'All staff groups',
    wteInWords(gap.required),
    wteInWords(gap.funded),
    wteInWords(gap.inPost),
    wteInWords(gap.vacancy.net),
    wteInWords(gap.vacancy.gross),
    wteInWords(gap.requiredLessInPost.net),
  ];
  return [
    heading('Staff required, funded and in post'),
    {
      kind: 'chart',
      type: 'bar',
      title: 'Required, funded and in post over the system',
      description: groups
        .map(
          (gap) =>
            `${gap.staffGroup}: required ${wteInWords(gap.required)}, funded ${wteInWords(gap.funded)}, in post ${wteInWords(gap.inPost)}`,
        )
        .join('. '),
      unit: 'WTE',
      decimals: 1,
      lowest: null,
      highest: null,
      categories: (groups.length > 0 ? groups : system.gaps).map(({ staffGroup }) => staffGroup ?? 'All staff groups'),
      series: (['required', 'funded', 'inPost'] as const).map((key, index) => ({
        name: ['Required', 'Funded', 'In post'][index] ?? key,
        values: (groups.length > 0 ? groups : system.gaps).map((gap) => inWte(gap[key])),
      })),
    },
    table(
      'Gaps over the system',
      [
        words('Staff group'),
        figure('Required'),
        figure('Funded'),
        figure('In post'),
        figure('Vacancy, net'),
        figure('Vacancy, gross'),
        figure('Required less in post'),
      ],
      [...groups.map((gap) => row(cells(gap))), ...(all ? [row(cells(all), 'total')] : [])],
      ['Net sets over-established groups and trusts against the others; gross does not.'],
    ),
  ];
}

/** "Q2 2026/27" for 2026-Q2, and a month as it is: a chart has room for no more. */
const shortPeriod = (period: string): string => {
  const [year = '', quarter = ''] = period.split('-');
  return quarter.startsWith('Q') ? `${quarter} ${year}/${String((Number(year) + 1) % 100).padStart(2, '0')}` : period;
};

/** Lines of a chart. */
const MOST_DRAWN = 4;

function measures(system: SystemCompile): PaperBlock[] {
  const { hideBelow, periods } = system;
  const all = system.measures.flatMap(({ definition, groups }) =>
    groups.flatMap(({ group, tables }) => {
      const [now] = tables.slice(-1);
      return now ? [{ definition, group, tables, now }] : [];
    }),
  );
  if (all.length === 0) return [];
  const hasReasons = all.some(({ now }) => now.reasons.length > 0);
  const drawn = all
    .filter(
      ({ definition, tables }) => tables.filter(({ system: own }) => percentOf(own, definition) !== null).length > 1,
    )
    .slice(0, MOST_DRAWN);
  return [
    heading('Measures'),
    table(
      'Measures of the system',
      [
        words('Measure'),
        figure('The system'),
        figure('Trusts in it'),
        words('Ranked first'),
        ...(hasReasons ? [words('Why trusts are not ranked')] : []),
      ],
      all.map(({ definition, group, now }) => {
        const best = now.cells.filter(({ rank }) => rank === 1).map(({ trust }) => trust);
        return row([
          measureTitle(definition, group),
          figureInWords(now.system, definition, hideBelow),
          `${now.system.summed.length} of ${system.trusts.length}`,
          now.comparable ? best.join(', ') || 'none' : 'not ranked',
          ...(hasReasons ? [now.reasons.join(' ')] : []),
        ]);
      }),
      ['Trusts are ranked only where what they counted is comparable.'],
    ),
    ...(drawn.length > 0
      ? [
          {
            kind: 'chart' as const,
            type: 'line' as const,
            title: 'Trends of the system',
            description: drawn
              .map(
                ({ definition, group, tables }) =>
                  `${measureTitle(definition, group)}: ${tables.map(({ title, system: own }) => `${title} ${figureInWords(own, definition, hideBelow)}`).join(', ')}`,
              )
              .join('. '),
            unit: '%',
            decimals: 1,
            lowest: null,
            highest: null,
            categories: periods.map(({ period }) => shortPeriod(period)),
            series: drawn.map(({ definition, group, tables }) => ({
              name: measureTitle(definition, group),
              values: tables.map(({ system: own }) => percentOf(own, definition)),
            })),
          },
        ]
      : []),
  ];
}

function corrections(system: SystemCompile): PaperBlock[] {
  if (system.restatements.length === 0) return [];
  return [
    heading('Corrected since they were first returned'),
    table(
      'Corrections',
      [words('Trust'), words('What'), words('It was'), words('It is'), words('Why')],
      system.restatements.map((own) => {
        const { from, to } = correctionInWords(system, own);
        const what = own.period === system.period ? correctedPlace(own) : `${correctedPlace(own)}, ${own.title}`;
        return row([own.trust, what, from, to, own.reason ?? 'not said']);
      }),
    ),
  ];
}
