import { legible } from '../contract/values.ts';

/**
 * Text that a spreadsheet could run as a formula, now or after it was saved as CSV and opened again, is written with one
 * apostrophe more in front, and read back with one apostrophe less. Text that already had apostrophes before such a
 * start gets one more too, so that nothing is lost.
 */

/** A tab or line break first, or = + - @ (also full-width and small forms) after nothing but white space. */
const RUNNABLE = /^'*(?:[\t\r\n]|[\s\u200b\u200c\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** Excel reads `_x0041_` in a cell as the letter A, unless the first underscore is itself written so. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The text as a cell may hold it: legible, and never the start of a formula. */
export function neutral(text: string): string {
  const kept = legible(text);
  return RUNNABLE.test(kept) ? `'${kept}` : kept;
}

/** What `neutral` was given, from what it gave. */
export function undoNeutral(text: string): string {
  return text.startsWith("'") && RUNNABLE.test(text) ? text.slice(1) : text;
}

/** The text for the cell's XML: neutral, and safe from Excel's own character escapes. */
export function cellText(text: string): string {
  return neutral(text).replace(ESCAPE_LIKE, '_x005F_');
}
