import type { ExportTable, Placements, PlacementWeek } from '#contract';

/** Places by week, area and university as a workbook: one row for each university, or for a week without any. */
export function placementsExport(data: Placements, weeks: readonly PlacementWeek[], trust: string): ExportTable {
  return {
    title: `Student placements of ${trust}`.slice(0, 200),
    subtitle: `${weeks.length} weeks of areas`,
    columns: [
      { heading: 'Area', kind: 'text' },
      { heading: 'Week of', kind: 'date' },
      { heading: 'Supervised shifts', kind: 'count' },
      { heading: 'Shifts needed', kind: 'count' },
      { heading: 'Capacity', kind: 'count' },
      { heading: 'University', kind: 'text' },
      { heading: 'Students', kind: 'text' },
      { heading: 'Released', kind: 'count' },
      { heading: 'Filled', kind: 'count' },
      { heading: 'Why unfilled', kind: 'text' },
      { heading: 'Audited', kind: 'date' },
      { heading: 'Quality notes', kind: 'long_text' },
    ],
    rows: weeks.flatMap((week) => {
      const head = [week.area, week.week, week.supervisedShifts, week.shiftsNeeded, week.capacity];
      const tail = [week.auditDate, week.qualityNote];
      const places = week.places.map((one) => [
        one.university,
        one.learnerName,
        one.released,
        one.filled,
        one.unfilledReason,
      ]);
      return (places.length > 0 ? places : [[null, null, 0, 0, null]]).map((middle) => ({
        kind: 'row' as const,
        values: [...head, ...middle, ...tail],
      }));
    }),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
