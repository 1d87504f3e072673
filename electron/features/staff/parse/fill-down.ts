import { cellText } from '../../../imports/clean/text.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';

/**
 * Levels of the organisation, the highest first, as a staff list prints them: once, and then blank while they repeat
 * (D5). A new higher level ends the lower ones: a blank below it is a blank.
 */
export function orgLevels(): (cells: readonly CellValue[]) => readonly (string | null)[] {
  let current: (string | null)[] = [];
  return (cells) => {
    let isNew = false;
    current = cells.map((cell, level) => {
      const text = cellText(cell);
      const kept = isNew ? null : (current[level] ?? null);
      if (text !== null && text !== current[level]) isNew = true;
      return text ?? kept;
    });
    return current;
  };
}
