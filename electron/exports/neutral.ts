import { inert } from '../contract/inert.ts';
import { legible } from '../contract/values.ts';

/** Excel reads `_x0041_` in a cell as the letter A, unless the first underscore is itself written so. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The text as a cell may hold it: legible, and never the start of a formula. */
export const neutral = (text: string): string => inert(legible(text));

/** The text for the cell's XML: neutral, and safe from Excel's own character escapes. */
export function cellText(text: string): string {
  return neutral(text).replace(ESCAPE_LIKE, '_x005F_');
}
