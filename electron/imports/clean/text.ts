import type { CellValue } from '../workbook/cell.ts';

const untidy = /^\s|\s$|\s\s|[^\S ]/u;

/** True for text of single spaces between plain letters, digits and signs: nearly every cell, told without a pattern. */
function isPlainlyTidy(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126 || (code === 32 && before === 32)) return false;
    before = code;
  }
  return before !== 32;
}

/** Text as a reader sees it (D5): trimmed, a no-break space is a space, a run of spaces is one. */
export function cleanText(text: string): string {
  return !isPlainlyTidy(text) && untidy.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

/** What two words are compared by (D5): cleaned and case-blind. Code words, units and names are found by it. */
export function textKey(text: string): string {
  return cleanText(text).toLowerCase();
}

/** What two headings are compared by: as `textKey`, and blind to punctuation, so that "Break (Mins)" is "Break mins". */
export function headingKey(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** True for text that a spreadsheet would run as a formula if it were written back (D5). */
export function formulaLike(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 61 || first === 43 || first === 64; // = + @
}

/** A cell as text, or null where it is empty or holds an error. */
export function cellText(cell: CellValue): string | null {
  if (typeof cell === 'string') return cell === '' ? null : cleanText(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return null;
}

/** A cell as a message quotes it. */
export function shownCell(cell: CellValue): string {
  if (cell === null || cell === '') return '(empty)';
  if (typeof cell === 'object') return cell.error;
  return String(cell);
}
