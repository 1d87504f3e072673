import {
  type Paper,
  type PaperBlock,
  type PaperTable,
  type ReturnDocument,
  type ReturnStatus,
  statusWords,
  type WorkforceRow,
} from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { roundedPercent } from '../../../core/rates.ts';
import { measuresInReport } from './highlight-measures.ts';
import { percentInWords } from '../../../core/words.ts';
import { hoursInWords, wteInWords } from './words.ts';

const statuses = Object.keys(statusWords) as ReturnStatus[];
const wordOf = (status: ReturnStatus | null) => (status === null ? 'No status' : statusWords[status]);
const heading = (text: string, level: 1 | 2 = 1): PaperBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
const words = (name: string) => ({ heading: name, kind: 'words' as const });
const figure = (name: string) => ({ heading: name, kind: 'figure' as const });
const row = (cells: string[], kind: 'row' | 'total' = 'row') => ({ kind, cells });

/** The return as a report that is read in a meeting: where each line stands, what was done, what comes next, what is needed. */
export function highlightReport(document: ReturnDocument): Paper {
  const { trust, system, title, madeAt, signatures } = document;
  const of = `${trust.name} (${trust.code})${system ? ` for ${system.name}` : ''}`;
  return {
    title: 'Theme 2 highlight report',
    subtitle: `${of} · ${title}`,
    foot: `Theme 2 highlight report, ${trust.code}, ${title}`,
    madeOn: madeAt.slice(0, 10),
    madeAt,
    blocks: [
      ...(signatures.signedOff
        ? []
        : [{ kind: 'note' as const, text: 'A draft: this return has not been signed off.' }]),
      ...atAGlance(document),
      ...helpNeeded(document),
      ...eachLine(document),
      ...staff(document),
      ...shiftFill(document),
      ...measuresInReport(document),
      ...sinceLastTime(document),
      heading('What the words mean'),
      { kind: 'definitions', items: document.definitions },
      ...madeWith(document),
    ],
  };
}

function atAGlance({ lines, title }: ReturnDocument): PaperBlock[] {
  const of = (status: ReturnStatus | null) => lines.filter((line) => line.status === status).length;
  const counts = [
    ...statuses.map((status) => [statusWords[status], of(status)] as const),
    ['No status', of(null)] as const,
  ];
  const said = counts.filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word.toLowerCase()}`);
  return [
    heading('At a glance'),
    paragraph(`Of the ${lines.length} lines that a trust answers, ${said.join(', ')}.`),
    {
      kind: 'chart',
      type: 'bar',
      title: `Lines by status, ${title}`,
      description: `Bars of how many of the ${lines.length} lines have each status: ${counts.map(([word, count]) => `${word} ${count}`).join(', ')}.`,
      unit: 'lines',
      decimals: 0,
      lowest: null,
      highest: null,
      categories: counts.map(([word]) => word),
      series: [{ name: 'Lines', values: counts.map(([, count]) => count) }],
    },
    {
      kind: 'table',
      title: 'Every line',
      columns: [words('Line'), words('Action'), words('Status'), words('Lead'), words('Due')],
      rows: lines.map(({ reference, title: action, status, lead, due }) =>
        row([reference, action, wordOf(status), lead, due === null ? '' : dateInWords(due)]),
      ),
      notes: [],
    },
  ];
}

function helpNeeded({ lines, shared }: ReturnDocument): PaperBlock[] {
  const asked = lines.filter((line) => line.helpNeeded.trim() !== '');
  const raised = shared.challenges;
  return [
    heading('Help needed'),
    ...(asked.length + raised.length === 0 ? [paragraph('No help is asked for.')] : []),
    ...(asked.length > 0
      ? [
          tableOf(
            'Help that lines ask for',
            [words('Line'), words('Action'), words('Help needed')],
            asked.map((line) => row([line.reference, line.title, line.helpNeeded])),
          ),
        ]
      : []),
    ...raised.flatMap((challenge) => [heading(challenge.title, 2), paragraph(challenge.text)]),
  ];
}

function tableOf(
  title: string,
  columns: PaperTable['columns'],
  rows: PaperTable['rows'],
  notes: string[] = [],
): PaperTable {
  return { kind: 'table', title, columns, rows, notes };
}

const labelled: readonly (readonly ['progress' | 'nextSteps' | 'risk' | 'mitigation' | 'helpNeeded', string])[] = [
  ['progress', 'Progress'],
  ['nextSteps', 'Next steps'],
  ['risk', 'Risk'],
  ['mitigation', 'What is done about it'],
  ['helpNeeded', 'Help needed'],
];

function eachLine({ lines, figures }: ReturnDocument): PaperBlock[] {
  return [
    heading('Line by line'),
    ...lines.flatMap((line): PaperBlock[] => {
      const known = figures.filter(({ reference }) => reference === line.reference);
      const items = line.evidenceItems.map(({ kind, title, place, day }) =>
        [`${title} (${kind})`, place, day && dateInWords(day)].filter(Boolean).join(', '),
      );
      const told = labelled.filter(([field]) => line[field].trim() !== '');
      return [
        heading(`${line.reference} ${line.title}: ${wordOf(line.status)}`, 2),
        ...told.map(([field, label]) => paragraph(`${label}: ${line[field]}`)),
        ...(line.evidence.trim() === '' ? [] : [paragraph(`Evidence: ${line.evidence}`)]),
        ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
        ...(known.length > 0 ? [{ kind: 'list' as const, items: known.map(({ sentence }) => sentence) }] : []),
        ...(told.length + known.length + items.length === 0 && line.evidence.trim() === ''
          ? [paragraph('Nothing is told of this line.')]
          : []),
      ];
    }),
  ];
}

const inWte = (wte: number | null) => (wte === null ? null : Math.round(wte / 1000) / 100);

function staff({ workforce: { rows, on } }: ReturnDocument): PaperBlock[] {
  const groups = rows.filter(({ level }) => level === 'staff group');
  const all = rows.find(({ level }) => level === 'trust');
  if (!all) return [];
  const cells = (own: WorkforceRow) => [
    own.staffGroup ?? 'All',
    wteInWords(own.required),
    wteInWords(own.funded),
    wteInWords(own.inPost),
    wteInWords(own.vacancy),
    percentInWords(own.vacancyRate),
  ];
  const series = [
    { name: 'Required', values: groups.map(({ required }) => inWte(required)) },
    { name: 'Funded', values: groups.map(({ funded }) => inWte(funded)) },
    { name: 'In post', values: groups.map(({ inPost }) => inWte(inPost)) },
  ];
  return [
    heading('Staff'),
    paragraph(
      `On ${dateInWords(on)} the service had ${wteInWords(all.inPost)} in post of ${wteInWords(all.funded)} funded; ${wteInWords(all.required)} are required where that is known.`,
    ),
    {
      kind: 'chart',
      type: 'bar',
      title: 'Required, funded and in post by staff group',
      description: groups
        .map(
          (own) =>
            `${own.staffGroup}: required ${wteInWords(own.required)}, funded ${wteInWords(own.funded)}, in post ${wteInWords(own.inPost)}`,
        )
        .join('. '),
      unit: 'WTE',
      decimals: 1,
      lowest: null,
      highest: null,
      categories: groups.map(({ staffGroup }) => staffGroup ?? ''),
      series,
    },
    tableOf(
      'Required, funded and in post by staff group',
      [
        words('Staff group'),
        figure('Required'),
        figure('Funded'),
        figure('In post'),
        figure('Vacancy'),
        figure('Vacancy rate'),
      ],
      [...groups.map((own) => row(cells(own))), row(cells(all), 'total')],
      ['Vacancy is funded less in post; its rate is the net vacancy over funded. “Not known” is no nought.'],
    ),
  ];
}

function shiftFill({ rosters: { fill } }: ReturnDocument): PaperBlock[] {
  const totals = fill.filter(({ unit }) => unit === null);
  if (totals.length === 0) return [];
  const name = ({ staff: who, shift }: (typeof totals)[number]) =>
    `${who === 'registered' ? 'Registered' : 'Support'}, ${shift}`;
  const rate = ({ actualMinutes, plannedMinutes }: (typeof totals)[number]) => ({
    numerator: actualMinutes,
    denominator: plannedMinutes,
  });
  return [
    heading('Shift fill'),
    {
      kind: 'chart',
      type: 'bar',
      title: 'Actual over planned hours, all units',
      description: totals.map((own) => `${name(own)}: ${percentInWords(rate(own))}`).join('. '),
      unit: '%',
      decimals: 1,
      lowest: null,
      highest: null,
      categories: totals.map(name),
      series: [{ name: 'Shift fill', values: totals.map((own) => roundedPercent(rate(own))) }],
    },
    tableOf(
      'Shift fill, all units',
      [words('Staff'), figure('Planned'), figure('Actual'), figure('Shift fill')],
      totals.map((own) =>
        row([name(own), hoursInWords(own.plannedMinutes), hoursInWords(own.actualMinutes), percentInWords(rate(own))]),
      ),
      ['Hours of care: actual hours over planned ones.'],
    ),
  ];
}

function sinceLastTime({ sinceBefore, restatements }: ReturnDocument): PaperBlock[] {
  const changes = (list: readonly { place: string; from: string; to: string }[], title: string) =>
    tableOf(
      title,
      [words('Where'), words('It was'), words('It is')],
      list.map(({ place, from, to }) => row([place, from, to])),
    );
  return [
    ...(sinceBefore
      ? [
          heading('What changed since last time'),
          ...(sinceBefore.changes.length > 0
            ? [changes(sinceBefore.changes, `Changes since ${sinceBefore.title}`)]
            : [paragraph(`Nothing has changed since ${sinceBefore.title}.`)]),
        ]
      : []),
    ...restatements.flatMap((own) => [
      heading(`Corrected on ${dateInWords(own.at.slice(0, 10))}`),
      paragraph(`By the ${own.by}: ${own.reason}`),
      changes(own.changes, 'What was corrected'),
    ]),
  ];
}

function madeWith({ appVersion, packs, madeAt, signatures }: ReturnDocument): PaperBlock[] {
  const signed = [
    signatures.checked && `checked by the ${signatures.checked.role}`,
    signatures.signedOff && `signed off by the ${signatures.signedOff.role}`,
    signatures.submitted && `submitted by the ${signatures.submitted.role}`,
  ].filter((one) => one !== null);
  return [
    heading('How it was made'),
    paragraph(
      `Made on ${dateInWords(madeAt.slice(0, 10))} with version ${appVersion} of the Maternity Workforce Planner${signed.length > 0 ? `; ${signed.join(', ')}` : ''}.`,
    ),
    ...(packs.length > 0
      ? [paragraph(`By these packs: ${packs.map(({ title, version }) => `${title}, version ${version}`).join('; ')}.`)]
      : []),
  ];
}
