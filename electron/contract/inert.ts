/** A tab or line break first, or = + - @ (also full-width and small forms) after nothing but white space. */
const RUNNABLE = /^'*(?:[\t\r\n]|[\s\u200b\u200c\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/**
 * Text that a spreadsheet could run as a formula, now or after it was saved as CSV and opened again, is written with one
 * apostrophe more in front, and read back with one apostrophe less. Text that already had apostrophes before such a
 * start gets one more too, so that nothing is lost.
 */
export const inert = (text: string): string => (RUNNABLE.test(text) ? `'${text}` : text);

/** What `inert` was given, from what it gave. */
export const undoInert = (text: string): string => (text.startsWith("'") && RUNNABLE.test(text) ? text.slice(1) : text);
