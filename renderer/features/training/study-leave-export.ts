import type { ExportTable, StudyLeave } from '#contract';

/** Hours of study by unit and month, without names. */
export function studyLeaveExport({ title, units, all, analysis, formulas }: StudyLeave, trust: string): ExportTable {
  return {
    title: `Study leave used, ${trust}, ${title}`.slice(0, 200),
    subtitle: analysis
      ? `Against the needs analysis ${analysis.title}, version ${analysis.version}`
      : 'No needs analysis of this year',
    columns: [
      { heading: 'Unit', kind: 'text' },
      { heading: 'Month', kind: 'text' },
      { heading: 'Used, hours', kind: 'minutes' },
      { heading: 'Needed, hours', kind: 'minutes' },
      { heading: 'Booked, hours', kind: 'minutes' },
    ],
    rows: [
      ...units.flatMap(({ unit, cells }) =>
        cells.map(({ month, used, needed, booked }) => ({
          kind: 'row' as const,
          values: [unit, month, used, needed, booked],
        })),
      ),
      {
        kind: 'total' as const,
        values: ['All units', null, all.total.used, all.total.needed, all.total.booked],
      },
    ],
    definitions: formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
