import type { ExportTable, FlexibleRequest, FlexibleWorking, TableValue } from '#contract';
import { dateText } from '../../../components/numbers.ts';
import { lineTitles } from './RequestLines.tsx';
import { standsText } from './words.ts';

type Row = ExportTable['rows'][number];

/** The requests in view and their figures as a workbook, without names and free text. Small numbers are not hidden. */
export function exportOf(data: FlexibleWorking, rows: readonly FlexibleRequest[], trust: string): ExportTable {
  const width = 10;
  const row = (kind: Row['kind'], values: TableValue[]): Row => ({
    kind,
    values: [...values, ...Array.from({ length: width - values.length }, () => null)],
  });
  const lines = (Object.keys(lineTitles) as (keyof typeof lineTitles)[]).flatMap((of) => [
    row('group', [`By ${lineTitles[of].toLowerCase()}: asked, granted, refused, withdrawn, open, granted of asked`]),
    ...data.by[of].map(({ name, asked, granted, refused, withdrawn, open, grantedOfAsked }) =>
      row('row', [name, asked, granted, refused, withdrawn, open, grantedOfAsked]),
    ),
  ]);
  return {
    title: `Flexible working requests of ${trust}`.slice(0, 200),
    subtitle: `asked for from ${dateText(data.period.first)} to ${dateText(data.period.last)} · without names and free text · for use within the trust: small numbers are not hidden`,
    columns: [
      { heading: 'Asked for', kind: 'text' },
      { heading: 'Asked on', kind: 'date' },
      { heading: 'Staff group', kind: 'text' },
      { heading: 'Band', kind: 'text' },
      { heading: 'Unit', kind: 'text' },
      { heading: 'Reason', kind: 'text' },
      { heading: 'Decided on', kind: 'date' },
      { heading: 'Days', kind: 'count' },
      { heading: 'Outcome', kind: 'text' },
      { heading: 'Decision', kind: 'text' },
    ],
    rows: [
      ...rows.map((one) =>
        row('row', [
          one.kindName,
          one.asked,
          one.groupName,
          one.band,
          one.unit,
          one.reasonName,
          one.decided,
          one.days,
          one.outcomeName,
          standsText(one, data).word,
        ]),
      ),
      ...lines.map(({ kind, values }): Row => ({ kind, values: values.map(asText) })),
    ],
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}

/** Below the requests stand counts of other columns: there as text. */
function asText(value: TableValue): TableValue {
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value === 'string') return value;
  return value.denominator === 0 ? '–' : `${value.numerator} of ${value.denominator}`;
}
