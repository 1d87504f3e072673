import type { ExportTable, Preceptor, Preceptors } from '#contract';
import { preceptorStatus } from './preceptor-words.ts';

/** Preceptors in view as a workbook. */
export function preceptorsExport(data: Preceptors, rows: readonly Preceptor[], trust: string): ExportTable {
  return {
    title: `Preceptors of ${trust}`.slice(0, 200),
    subtitle: `As on ${data.on} · ${data.all.spare} places to spare, ${data.all.withoutPreceptor} preceptees without a preceptor`,
    columns: [
      { heading: 'Name', kind: 'text' },
      { heading: 'Employee number', kind: 'text' },
      { heading: 'Unit', kind: 'text' },
      { heading: 'Band', kind: 'text' },
      { heading: 'Shift pattern', kind: 'text' },
      { heading: 'Prepared', kind: 'date' },
      { heading: 'Registered since', kind: 'date' },
      { heading: 'Preceptees', kind: 'count' },
      { heading: 'Limit', kind: 'count' },
      { heading: 'Names of preceptees', kind: 'long_text' },
      { heading: 'Protected hours given', kind: 'minutes' },
      { heading: 'Status', kind: 'text' },
    ],
    rows: rows.map((row) => ({
      kind: 'row' as const,
      values: [
        row.name,
        row.person,
        row.unit,
        row.band,
        row.shiftPatternName,
        row.prepared,
        row.registered,
        row.load,
        row.limit,
        row.preceptees.map(({ name }) => name).join(', '),
        row.given,
        preceptorStatus(row).word,
      ],
    })),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
