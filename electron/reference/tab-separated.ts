/**
 * Rows of cells of tab-separated text, as a spreadsheet or a web page copies a table. Blank lines stay as rows, so
 * that row 1 is `rows[0]`. A cell in double quotes may hold tabs, line ends and doubled quotes, as Excel writes them; a
 * quote that is never closed is an ordinary character.
 */
export function readTabSeparated(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  while (from <= text.length) {
    const quoted = quotedCell(text, from);
    const end = quoted?.end ?? endOfPlainCell(text, from);
    row.push(quoted?.value ?? text.slice(from, end));
    const mark = text[end];
    from = end + (mark === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (mark === '\t') continue;
    rows.push(row);
    row = [];
    if (from >= text.length) break;
  }
  return rows;
}

function endOfPlainCell(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isEnd(text[end])) end += 1;
  return end;
}

/** The value of a quoted cell and where it ends; null where the cell is not quoted from its first to its last character. */
function quotedCell(text: string, from: number): { value: string; end: number } | null {
  if (text[from] !== '"') return null;
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') value += text[(at += 1)];
    else return isEnd(text[at + 1]) ? { value, end: at + 1 } : null;
  }
  return null;
}

function isEnd(character: string | undefined): boolean {
  return character === undefined || character === '\t' || character === '\n' || character === '\r';
}
