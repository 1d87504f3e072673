import type { ExportTable, GapShown } from '#contract';
import { columns, tableRows, type View } from './rows.ts';
import { definitions, subtitleOf } from './words.ts';

/** The gap as a table for a workbook: WTE in full, the vacancy rate as what it divides. */
export function exportOf(gap: GapShown, view: View): ExportTable {
  return {
    title: `Establishment gap of ${gap.trust.name}`.slice(0, 200),
    subtitle: subtitleOf(gap).slice(0, 500),
    columns: [
      { heading: 'Unit, staff group and band', kind: 'text' },
      ...columns.map(({ title }) => ({ heading: `${title}, WTE`, kind: 'wte' as const })),
      { heading: 'Vacancy rate', kind: 'rate' },
      { heading: 'Vacancy, gross, WTE', kind: 'wte' },
    ],
    rows: tableRows(gap, view).map(({ kind, title, position }) => ({
      kind: kind === 'unit' ? ('group' as const) : kind,
      values: [
        title,
        ...columns.map(({ of }) => {
          const value = of(position);
          return value === null ? null : Math.round(value);
        }),
        position.vacancyRate,
        position.vacancy.gross,
      ],
    })),
    definitions: definitions(gap),
  };
}
