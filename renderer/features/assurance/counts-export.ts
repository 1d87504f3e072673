import type { ExportTable, MonthlyCounts } from '#contract';

/** The counts in view as a table for a workbook. */
export function countsExport(counts: MonthlyCounts, trust: string, unit: string): ExportTable {
  const { columns, rows, flags, oneToOne, pack } = counts;
  const of = (row: (typeof rows)[number]) => ({
    kind: 'row' as const,
    values: [
      row.name,
      row.source === 'counted' ? '' : row.source,
      ...row.cells.map(({ count }) => count),
      row.total.count,
    ],
  });
  return {
    title: `Red flags and counts, ${unit}`,
    subtitle: `${trust} · ${pack.source}`,
    columns: [
      { heading: 'Counted', kind: 'text' },
      { heading: 'Source', kind: 'text' },
      ...columns.map(({ title }) => ({ heading: title, kind: 'count' as const })),
      { heading: 'All', kind: 'count' },
    ],
    rows: [
      ...rows.filter(({ source }) => source !== 'counted').map(of),
      { kind: 'total', values: ['All red flags', '', ...flags.cells.map(({ count }) => count), flags.total.count] },
      ...rows.filter(({ source }) => source === 'counted').map(of),
    ],
    definitions: [
      ...rows.map(({ name, meaning }) => ({ term: name, meaning })),
      { term: 'One-to-one care', meaning: oneToOne.formula },
    ],
  };
}
