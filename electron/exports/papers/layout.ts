import type { PaperTable } from '../../contract/papers.ts';
import { legible } from '../../contract/values.ts';

/** Text as it is printed: legible, and a number never parted from its unit at the end of a line. */
export const printed = (text: string): string => legible(text).replace(/(\d) (%|WTE\b)/g, '$1\u00a0$2');

/** Colours of a paper as on the screen, without the hash that a picture's colours have. */
export const ink = { text: '212B32', quiet: '425563', act: '005EB8', pale: 'F0F4F5', line: 'AEB7BD', note: 'EDF4FC' };

/** Width of the text on a page of A4 with margins of 20 mm, in points. */
export const TEXT_WIDTH = 482;

/** A table of more columns than this lies better with smaller letters. */
const WIDE = 7;
export const tableLetters = ({ columns }: PaperTable): number => (columns.length > WIDE ? 8 : 9);

const LETTER = 0.58;
const SPACE = 10;
/** No column of words asks for more than this, and none is given more than this on top of what it asks for. */
const MOST_ASKED = 260;
const MOST_OVER = 36;

/**
 * Width of each column in points: figures take what their longest word needs, words what their longest text needs where
 * there is room, else each its longest word and a share of the rest. A table of little is narrower than the text, so that
 * figures do not stand far from their words.
 */
export function columnWidths(table: PaperTable): number[] {
  const letters = tableLetters(table);
  const width = (words: readonly string[]) => Math.max(...words.map((word) => word.length)) * letters * LETTER + SPACE;
  const wanted = table.columns.map(({ kind, heading }, column) => {
    const cells = table.rows.map((row) => row.cells[column] ?? '');
    const parts = heading.split(' ');
    if (kind === 'figure') return { least: width([...parts, ...cells]), most: width([...parts, ...cells]) };
    const least = width([...parts, ...cells.flatMap((cell) => cell.split(' '))]);
    return { least, most: Math.max(least, Math.min(MOST_ASKED, width([heading, ...cells]))) };
  });
  const sum = (read: (one: { least: number; most: number }) => number) =>
    wanted.reduce((total, one) => total + read(one), 0);
  const [least, most] = [sum((one) => one.least), sum((one) => one.most)];
  if (most <= TEXT_WIDTH) {
    const over = Math.min(MOST_OVER, (TEXT_WIDTH - most) / wanted.length);
    return wanted.map((one) => one.most + over);
  }
  if (least >= TEXT_WIDTH) return wanted.map((one) => (one.least * TEXT_WIDTH) / least);
  const share = (TEXT_WIDTH - least) / (most - least);
  return wanted.map((one) => one.least + (one.most - one.least) * share);
}
