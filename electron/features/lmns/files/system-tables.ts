import { statusWords, type SystemCompile, type TableRow, type TableValue } from '#contract';
import type { NamedTable } from '../../../exports/csv.ts';
import type { SheetTable } from '../../../exports/layout.ts';
import { dateInWords } from '../../../core/dates.ts';
import {
  correctedPlace,
  correctionInWords,
  measureTitle,
  numberInWords,
  percentOf,
  trustName,
  warningsInWords,
} from '../calculations/compile-words.ts';

const row = (values: TableValue[], kind: TableRow['kind'] = 'row'): TableRow => ({ kind, values });
const text = (heading: string, width?: number): SheetTable['columns'][number] => ({
  heading,
  kind: 'text',
  ...(width === undefined ? {} : { width }),
});
const long = (heading: string, width: number): SheetTable['columns'][number] => ({ heading, kind: 'long_text', width });

/** Whose system it is, as it is printed above each table. */
export interface SystemHead {
  readonly name: string;
  readonly kind: 'LMNS' | 'ICB';
}

const subtitleOf = ({ name, kind }: SystemHead, { title }: SystemCompile) => `${name} (${kind}) · ${title}`;

/** Every table of a compiled system. */
export function systemTables(head: SystemHead, system: SystemCompile): NamedTable[] {
  return [
    { name: 'system', table: overviewTable(head, system) },
    { name: 'lines', table: heatTable(head, system) },
    { name: 'measures', table: measuresTable(head, system) },
    { name: 'trends', table: trendsTable(head, system) },
    { name: 'gaps', table: gapsTable(head, system) },
    { name: 'restatements', table: restatementsTable(head, system) },
  ];
}

function overviewTable(head: SystemHead, system: SystemCompile): SheetTable {
  const { trusts, hideBelow } = system;
  const received = trusts.map(({ name, code, returned, madeAt, submittedAt, restated, appVersion }) => {
    const said = returned
      ? [
          submittedAt ? `submitted ${dateInWords(submittedAt.slice(0, 10))}` : 'not signed as submitted',
          madeAt && `made ${dateInWords(madeAt.slice(0, 10))} with version ${appVersion}`,
          restated && 'corrected since',
        ]
      : ['no return'];
    return row([`${name} (${code})`, said.filter(Boolean).join('; ')]);
  });
  return {
    title: 'The system',
    subtitle: subtitleOf(head, system),
    filter: false,
    columns: [text('Item', 36), long('Detail', 100)],
    rows: [
      row(['Returns', null], 'group'),
      ...received,
      row(['To be read beside the figures', null], 'group'),
      ...warningsInWords(system).map((sentence) => row(['Difference between trusts', sentence])),
      row([
        'Small numbers',
        `Counts of people below ${hideBelow} are left out, and others where they would tell them.`,
      ]),
    ],
  };
}

/** Column of the first trust in the table of lines, from 1. */
export const FIRST_TRUST = 4;

function heatTable(head: SystemHead, system: SystemCompile): SheetTable {
  const count = (heading: string) => ({ heading, kind: 'count' as const });
  return {
    title: 'Lines by trust',
    subtitle: subtitleOf(head, system),
    columns: [
      text('Line', 7),
      text('Objective', 24),
      text('Action', 28),
      ...system.trusts.map(({ name }) => text(name, 16)),
      ...Object.values(statusWords).map(count),
      count('No status'),
    ],
    rows: system.lines.map(({ reference, objective, title, cells, counts }) =>
      row([
        reference,
        objective,
        title,
        ...cells.map(({ status, returned }) => (status ? statusWords[status] : returned ? 'No status' : 'No return')),
        counts.blue,
        counts.green,
        counts.amber,
        counts.red,
        counts.notAnswered,
      ]),
    ),
  };
}

function measuresTable(head: SystemHead, system: SystemCompile): SheetTable {
  const { hideBelow } = system;
  const rows = system.measures.flatMap(({ definition, groups }) =>
    groups.flatMap(({ group, tables }) => {
      const [now] = tables.slice(-1);
      if (!now) return [];
      const numbers = (pair: Parameters<typeof numberInWords>[0]) => [
        numberInWords(pair, 'numerator', definition.unit, hideBelow),
        definition.denominator === null ? '' : numberInWords(pair, 'denominator', definition.unit, hideBelow),
        percentOf(pair, definition) === null
          ? null
          : { numerator: (pair.numerator ?? 0) * definition.denominatorPer, denominator: pair.denominator ?? 0 },
      ];
      const beside = [...new Set([...now.reasons, ...now.warnings.map(({ sentence }) => sentence)])].join(' ');
      const which = [definition.id, measureTitle(definition, group)];
      const gross = now.system.gross;
      return [
        row(
          [
            ...which,
            'The system',
            ...numbers(now.system),
            null,
            [
              `Sum of ${now.system.summed.length} of ${system.trusts.length} trusts.`,
              gross === null
                ? ''
                : `Gross ${numberInWords({ ...now.system, numerator: gross, numeratorState: 'shown' }, 'numerator', definition.unit, hideBelow)}.`,
              beside,
            ]
              .filter((one) => one !== '')
              .join(' '),
          ],
          'total',
        ),
        ...now.cells.map((cell) =>
          row([
            ...which,
            trustName(system, cell.trust),
            ...(cell.returned ? numbers(cell) : ['no figure', '', null]),
            cell.rank,
            [cell.formula, cell.pack, cell.restated ? 'corrected since' : null].filter(Boolean).join('; '),
          ]),
        ),
      ];
    }),
  );
  return {
    title: 'Measures',
    subtitle: `${subtitleOf(head, system)} · sums of numerators and denominators, never averages of rates`,
    columns: [
      text('Id', 18),
      text('Measure', 30),
      text('Trust', 26),
      text('Numerator', 16),
      text('Denominator', 16),
      { heading: 'Rate', kind: 'rate' },
      { heading: 'Rank', kind: 'count' },
      long('To be read beside it', 60),
    ],
    rows,
  };
}

function trendsTable(head: SystemHead, system: SystemCompile): SheetTable {
  const rows = system.measures.flatMap(({ definition, groups }) =>
    groups.map(({ group, tables }) =>
      row([
        definition.id,
        measureTitle(definition, group),
        ...tables.flatMap(({ system: own }) => [
          percentOf(own, definition) === null
            ? numberInWords(own, 'numerator', definition.unit, system.hideBelow)
            : { numerator: (own.numerator ?? 0) * definition.denominatorPer, denominator: own.denominator ?? 0 },
          own.summed.length,
        ]),
      ]),
    ),
  );
  return {
    title: 'Trends of the system',
    subtitle: subtitleOf(head, system),
    columns: [
      text('Id', 18),
      text('Measure', 30),
      ...system.periods.flatMap(({ title }): SheetTable['columns'][number][] => [
        { heading: title, kind: 'rate', width: 18 },
        { heading: `Trusts in it, ${title}`, kind: 'count' },
      ]),
    ],
    rows,
  };
}

function gapsTable(head: SystemHead, system: SystemCompile): SheetTable {
  const wte = (heading: string) => ({ heading, kind: 'wte' as const });
  return {
    title: 'Gaps of the system',
    subtitle: `${subtitleOf(head, system)} · whole-time equivalents; an empty cell is not known`,
    columns: [
      text('Staff group', 26),
      text('Trust', 26),
      wte('Required'),
      wte('Funded'),
      wte('In post'),
      wte('Required − funded, net'),
      wte('Required − funded, gross'),
      wte('Vacancy, net'),
      wte('Vacancy, gross'),
      wte('Required − in post, net'),
      wte('Required − in post, gross'),
    ],
    rows: system.gaps.flatMap((gap) => [
      row(
        [
          gap.staffGroup ?? 'All staff groups',
          'The system',
          gap.required,
          gap.funded,
          gap.inPost,
          gap.requiredLessFunded.net,
          gap.requiredLessFunded.gross,
          gap.vacancy.net,
          gap.vacancy.gross,
          gap.requiredLessInPost.net,
          gap.requiredLessInPost.gross,
        ],
        'total',
      ),
      ...gap.trusts.map((own) =>
        row([
          gap.staffGroup ?? 'All staff groups',
          trustName(system, own.trust),
          own.required,
          own.funded,
          own.inPost,
          own.requiredLessFunded,
          null,
          own.vacancy,
          own.grossVacancy,
          own.requiredLessInPost,
          null,
        ]),
      ),
    ]),
  };
}

function restatementsTable(head: SystemHead, system: SystemCompile): SheetTable {
  return {
    title: 'Corrections and what they did',
    subtitle: subtitleOf(head, system),
    columns: [
      text('Trust', 26),
      text('Period', 24),
      text('What', 34),
      long('It was', 30),
      long('It is', 30),
      text('By', 20),
      { heading: 'On', kind: 'date' },
      long('Why', 40),
    ],
    rows: system.restatements.map((own) => {
      const { from, to } = correctionInWords(system, own);
      return row([
        trustName(system, own.trust),
        own.title,
        correctedPlace(own),
        from,
        to,
        own.by,
        own.at.slice(0, 10),
        own.reason,
      ]);
    }),
  };
}
