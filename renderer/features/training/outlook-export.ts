import type { ExportTable, TrainingOutlook } from '#contract';

/** When each group reaches the threshold, as a workbook. */
export function outlookExport(data: TrainingOutlook, trust: string): ExportTable {
  return {
    title: `Dates of the threshold of ${trust}`.slice(0, 200),
    subtitle: `From ${data.from}; the scheme’s date is ${data.end}; ${data.scheme ?? 'no scheme'}`,
    columns: [
      { heading: 'Course', kind: 'text' },
      { heading: 'Staff group', kind: 'text' },
      { heading: 'In date now', kind: 'count' },
      { heading: 'Counted now', kind: 'count' },
      { heading: 'Share now', kind: 'rate' },
      { heading: 'Reached on', kind: 'date' },
      { heading: 'Lost on', kind: 'date' },
      { heading: `In date on ${data.end}`, kind: 'count' },
      { heading: `Counted on ${data.end}`, kind: 'count' },
      { heading: `Share on ${data.end}`, kind: 'rate' },
      { heading: 'Holds', kind: 'text' },
      { heading: 'Heads wanting', kind: 'count' },
      { heading: 'Booked', kind: 'count' },
      { heading: 'Lapse', kind: 'count' },
      { heading: 'Start', kind: 'count' },
      { heading: 'Leave', kind: 'count' },
    ],
    rows: data.groups.map((one) => ({
      kind: 'row' as const,
      values: [
        one.courseName,
        one.groupName,
        one.now.numerator,
        one.now.denominator,
        one.now,
        one.reachedOn,
        one.lostOn,
        one.atEnd.numerator,
        one.atEnd.denominator,
        one.atEnd,
        one.holdsAtEnd === null ? null : one.holdsAtEnd ? 'yes' : 'no',
        one.wanting,
        one.booked,
        one.lapsing,
        one.starters,
        one.leavers,
      ],
    })),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
