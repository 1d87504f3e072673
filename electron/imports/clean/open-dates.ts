import { readDate } from './dates.ts';
import { type Refused, refuse, warning } from './refuse.ts';
import { remember } from './remember.ts';
import { textKey } from './text.ts';
import type { MappedRow, RowWarning } from '../row.ts';
import type { CellValue } from '../workbook/cell.ts';

/** What people write where there is no date yet. */
const notYet =
  /^(?:[-\u2013\u2014?.]+|n\s*\/\s*[aks]|na|nil|none|tb[acd]|t\.b\.[acd]\.?|to be (?:confirmed|agreed|advised|arranged|decided|determined|set)|not (?:yet|set|known|applicable|agreed|started)(?: .*)?|unknown|awaiting|awaited|pending|ongoing|on-going|rolling|continuous)$/u;
const expected = 'a date, the day first, such as 05/10/2026';

/**
 * A reader of dates of what may not have happened yet: null for an empty cell and, with a remark, for words such as
 * "TBC". Other text that is no date refuses the row.
 */
export function openDateReader(date1904: boolean) {
  const dateOf = remember((cell) => readDate(cell, date1904));
  return (row: MappedRow, field: string, cell: CellValue, warnings: RowWarning[]): string | null | Refused => {
    if (cell === null) return null;
    const date = dateOf(cell);
    if (date !== undefined) return date;
    if (typeof cell === 'string' && notYet.test(textKey(cell))) {
      warnings.push(warning('date_unread', field, `"${cell}" in "${row.heading(field)}" is taken for no date yet.`));
      return null;
    }
    return refuse(row, 'date_invalid', field, cell, expected, 'is no date of the calendar, read with the day first.');
  };
}
