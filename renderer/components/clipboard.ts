import { inert, undoInert } from '#contract';

/** A block of cells as a spreadsheet puts it on the clipboard: tabs between cells, quotes around a cell with a line break. */
export function blockOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === '' && closes(text, at)) quoted = true;
    else if (letter === '\t') {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += letter;
  }
  // A spreadsheet ends its last row with a line break: what follows it is no row.
  const all = cell === '' && row.length === 0 ? rows : [...rows, [...row, cell]];
  return all.map((cells) => cells.map(undoInert));
}

/** "-0.56" and "7.93%": a number, though it begins as a formula may. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/** The same way out: what a spreadsheet pastes into the same cells again, and runs nothing of. */
export function textOf(block: readonly (readonly string[])[]): string {
  const written = (cell: string) => (NUMBER.test(cell) ? cell : inert(cell.replace(/[\t\r\n]+/g, ' ')));
  return block.map((row) => row.map(written).join('\t')).join('\n');
}

/** True where the quote at `from` is closed in front of a tab, a line end or the end; a lone inch mark is not. */
function closes(text: string, from: number): boolean {
  const rest = text.slice(from + 1);
  return /^(?:[^"]|"")*"(?=[\t\r\n]|$)/.test(rest);
}
