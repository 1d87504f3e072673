import type { CellValue } from '../../../imports/workbook/cell.ts';
import { cellText } from '../../../imports/clean/text.ts';

const reference = /(?<![\d.])(\d{1,2})\.(\d{1,2})(?!\.?\d)/gu;
const range = /^\s*(?:-|\u2013|\u2014|to)\s*$/u;
/** A range over more lines than any objective has is none. */
const longest = 20;

/**
 * The references to lines of the delivery plan that a cell names, each once and in their order: "5.1, 5.4", "4.2 and
 * 5.1", "5.1-5.3" with those between. Text without any is one itself, so that it is kept and can be remarked on.
 */
export function readReferences(cell: CellValue): string[] {
  const text = cellText(cell);
  if (text === null) return [];
  const found: string[] = [];
  let end = 0;
  let before: readonly [number, number] | undefined;
  for (const match of text.matchAll(reference)) {
    const [objective, line] = [Number(match[1]), Number(match[2])];
    const isRange = before !== undefined && before[0] === objective && range.test(text.slice(end, match.index));
    const from =
      before !== undefined && isRange && line > before[1] && line - before[1] < longest ? before[1] + 1 : line;
    for (let one = from; one <= line; one += 1) found.push(`${objective}.${one}`);
    before = [objective, line];
    end = match.index + match[0].length;
  }
  return found.length > 0 ? [...new Set(found)] : [text];
}
