import { cellText, textKey } from '../../../imports/clean/text.ts';
import { remember } from '../../../imports/clean/remember.ts';
import type { Words } from '../../../imports/clean/words.ts';
import type { MappedRow, RowWarning } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import type { DutyStatus, Fill, Flag, Purpose } from '../entries.ts';
import { unknownWord, wordReader } from '../../../imports/clean/code-words.ts';

/** What a roster says in code words, each reader with its rule for an empty cell and for an unknown word. */
export function dutyWords(words: Words) {
  const gradeTypes = wordReader(words, 'gradeType', ['registered', 'support']);
  const shiftTypes = wordReader(words, 'shiftType', ['care', 'on_call', 'management']);
  const shifts = wordReader(words, 'shift', ['care', 'on_call', 'management']);
  const fills = wordReader(words, 'fill', ['substantive', 'bank', 'agency', 'none']);
  const statuses = wordReader(words, 'status', ['worked', 'planned', 'unfilled', 'cancelled', 'extra']);
  const flags = wordReader(words, 'flag', ['yes', 'no']);
  const groups = new Map<string, string>();
  const known = words['unavailabilityGroup'];
  /** The group of a word, kept in its first spelling where it is none of the known ones. */
  const groupOf = remember((cell) => {
    const text = cellText(cell);
    if (text === null) return null;
    const key = textKey(text);
    const group = known?.get(key) ?? groups.get(key) ?? text;
    groups.set(key, group);
    return group;
  });
  const knownGroupOf = remember((cell) => known?.get(textKey(cellText(cell) ?? '')));

  return {
    /** Grade type decides; blank or unknown, the band does (D12). */
    registered(row: MappedRow, cell: CellValue, byBand: boolean, warnings: RowWarning[]): Flag {
      const type = gradeTypes(cell);
      if (type === undefined) warnings.push(unknownWord(row, 'gradeType', cell, 'the band decides'));
      return (type == null ? byBand : type === 'registered') ? 1 : 0;
    },

    /** The shift type decides, and the shift where the type does not set it apart: MGT is management (D13). */
    purpose(type: CellValue, shift: CellValue): Purpose {
      const byType = shiftTypes(type);
      if (byType === 'on_call' || byType === 'management') return byType;
      return shifts(shift) ?? 'care';
    },

    /** A blank status is told by what the row has: nobody and nothing worked is unfilled. */
    status(row: MappedRow, cell: CellValue, someone: boolean, warnings: RowWarning[]): DutyStatus {
      const status = statuses(cell);
      if (status === undefined) warnings.push(unknownWord(row, 'status', cell, 'the duty counts as its times say'));
      return status ?? (someone ? 'worked' : 'unfilled');
    },

    /** A blank fill type is substantive where somebody worked or was to work, and nobody's where the duty was open. */
    fill(row: MappedRow, cell: CellValue, status: DutyStatus, worked: boolean, warnings: RowWarning[]): Fill {
      const fill = fills(cell);
      if (fill === undefined) warnings.push(unknownWord(row, 'fill', cell, 'the duty counts as substantive'));
      if (fill === 'substantive' || fill === 'bank' || fill === 'agency') return fill;
      const open = fill === 'none' || (fill === null && (status === 'unfilled' || status === 'cancelled'));
      return open && !worked ? 'none' : 'substantive';
    },

    flag(row: MappedRow, field: string, cell: CellValue, warnings: RowWarning[]): Flag {
      const flag = flags(cell);
      if (flag === undefined) warnings.push(unknownWord(row, field, cell, 'it counts as no'));
      return flag === 'yes' ? 1 : 0;
    },

    /** The group as given; where it is blank the group that the reason belongs to, else Other Leave. */
    group(group: CellValue, reason: CellValue): string {
      return groupOf(group) ?? knownGroupOf(reason) ?? 'Other Leave';
    },
  };
}
