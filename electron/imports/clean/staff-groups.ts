import type { CellValue } from '../workbook/cell.ts';
import { remember } from './remember.ts';
import { cellText, textKey } from './text.ts';
import type { Words } from './words.ts';

/** A code in front of a staff group's name: "03 - Nursing and Midwifery Registered". */
const codeBefore = /^\d{2}\s*[-\u2013:|.]?\s*(?=\p{L})/u;

/** A reader of staff groups: the code of the NHS staff group, '03', else the cell's own words; null for an empty cell. */
export function staffGroupReader(words: Words): (cell: CellValue) => string | null {
  const known = words['staffGroup'];
  return remember((cell) => {
    const text = cellText(cell);
    if (text === null) return null;
    const key = textKey(text);
    return known?.get(key) ?? known?.get(key.replace(codeBefore, '')) ?? text;
  });
}
