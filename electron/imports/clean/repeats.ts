import { textKey } from './text.ts';
import type { LateWarning, MappedRow, RowWarning } from '../row.ts';

/** Remarks on two rows of one number that say different things: on the later one at once, on the first one late. */
export function repeatWatch(remark: (number: string, otherRow: number) => RowWarning) {
  const first = new Map<string, { readonly row: number; remarked: boolean }>();
  const late: LateWarning[] = [];
  return {
    see(row: MappedRow, number: string, warnings: RowWarning[]): void {
      const before = first.get(textKey(number));
      if (before === undefined) {
        first.set(textKey(number), { row: row.row, remarked: false });
        return;
      }
      warnings.push(remark(number, before.row));
      if (!before.remarked) late.push({ row: before.row, ...remark(number, row.row) });
      before.remarked = true;
    },
    late: (): readonly LateWarning[] => late,
  };
}
