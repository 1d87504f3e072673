import type { ExportTable, TrainingCompliance } from '#contract';
import { nameIn } from './words.ts';

/** Compliance by course and group as a workbook: no names, one row for each group of each course. */
export function complianceExport(data: TrainingCompliance, trust: string): ExportTable {
  return {
    title: `Training compliance of ${trust}`.slice(0, 200),
    subtitle: `On ${data.census}; attendance from ${data.window.first} to ${data.window.last}; ${data.scheme?.title ?? 'no scheme'}`,
    columns: [
      { heading: 'Course', kind: 'text' },
      { heading: 'Staff group', kind: 'text' },
      { heading: 'In date', kind: 'count' },
      { heading: 'Counted', kind: 'count' },
      { heading: 'Share in date', kind: 'rate' },
      { heading: 'Reaches the threshold', kind: 'text' },
      { heading: 'Heads wanting', kind: 'count' },
      { heading: 'Attended', kind: 'count' },
      { heading: 'Share attended', kind: 'rate' },
      { heading: 'Attended reaches the threshold', kind: 'text' },
      { heading: `In date on ${data.window.last}`, kind: 'count' },
      { heading: 'Lapse before then', kind: 'count' },
      { heading: 'In date with the bank', kind: 'count' },
      { heading: 'Counted with the bank', kind: 'count' },
    ],
    rows: data.cells.map((cell) => ({
      kind: 'row' as const,
      values: [
        nameIn(data.courses, cell.course),
        nameIn(data.groups, cell.group),
        cell.inDate.numerator,
        cell.inDate.denominator,
        cell.inDate,
        yes(cell.meets),
        cell.short,
        cell.attended.numerator,
        cell.attended,
        yes(cell.meetsAttended),
        cell.atEnd.numerator,
        cell.lapsing,
        cell.withBank.numerator,
        cell.withBank.denominator,
      ],
    })),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}

const yes = (meets: boolean | null): string | null => (meets === null ? null : meets ? 'yes' : 'no');
