import { unknownWord, wordReader } from '../../../imports/clean/code-words.ts';
import { warning } from '../../../imports/clean/refuse.ts';
import type { MappedRow, RowWarning } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import type { Category, Flag } from '../entries.ts';
import type { StaffRowSettings } from './cells.ts';

/**
 * A reader of assignment categories. Only permanent and fixed term count as in post (D20), so a blank or unknown one
 * counts nowhere and is remarked on; a list without such a column is of substantive staff.
 */
export function categoryReader({ words, columns }: StaffRowSettings) {
  const categoryOf = wordReader(words, 'category', ['permanent', 'fixed_term', 'bank', 'other']);
  return (row: MappedRow, cell: CellValue, warnings: RowWarning[]): Category => {
    if (!columns.has('category')) return 'permanent';
    const category = categoryOf(cell);
    if (category === undefined) warnings.push(unknownWord(row, 'category', cell, 'the assignment counts nowhere'));
    if (category === null) {
      const message = `"${row.heading('category')}" is empty, so the assignment counts nowhere.`;
      warnings.push(warning('assignment_category_blank', 'category', message));
    }
    return category ?? 'other';
  };
}

/** A reader of the flag for the primary assignment; null where it says neither yes nor no. */
export function primaryReader({ words }: StaffRowSettings) {
  const flagOf = wordReader(words, 'flag', ['yes', 'no']);
  return (cell: CellValue): Flag | null => {
    const flag = flagOf(cell);
    return flag == null ? null : flag === 'yes' ? 1 : 0;
  };
}
