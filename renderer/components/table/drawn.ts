import type { Line } from './arrange.ts';
import type { Column } from './column.ts';

/** A cell as its screen drew it. */
export interface DrawnCell {
  readonly text: string;
  readonly across: number;
  readonly down: number;
  readonly number: boolean;
}

/** A row as its screen drew it: of the headings, a group's name, or of the body. */
export interface DrawnRow {
  readonly kind: 'head' | 'group' | 'row';
  readonly cells: readonly DrawnCell[];
}

interface DrawnTable {
  readonly columns: Column<readonly string[]>[];
  readonly lines: Line<readonly string[]>[];
}

/** Cells by their places: one that goes over several rows or columns stands in each of them. */
function placed(rows: readonly DrawnRow[]): (DrawnCell | undefined)[][] {
  const grid: (DrawnCell | undefined)[][] = rows.map(() => []);
  rows.forEach(({ cells }, at) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column]) column += 1;
      for (let down = 0; down < cell.down; down += 1)
        for (let across = 0; across < cell.across; across += 1) {
          const line = grid[at + down];
          if (line) line[column + across] = cell;
        }
      column += cell.across;
    }
  });
  return grid;
}

/** "1,234.50" and "−3" as numbers; null for words. */
function numberIn(text: string): number | null {
  const plain = text.replace(/,/g, '').replace('−', '-');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A table that its screen drew cell by cell, as columns and lines: a column that holds buttons alone is left out. */
export function drawnTable(rows: readonly DrawnRow[]): DrawnTable {
  const grid = placed(rows);
  const heads = grid.filter((_, at) => rows[at]?.kind === 'head');
  const body = grid.map((cells, at) => ({ kind: rows[at]?.kind, cells })).filter(({ kind }) => kind !== 'head');
  const width = Math.max(0, ...grid.map((cells) => cells.length));
  const all = Array.from({ length: width }, (_, at) => {
    const own = body.filter(({ kind }) => kind === 'row').map(({ cells }) => cells[at]);
    const said = heads
      .map((cells) => cells[at]?.text ?? '')
      .filter((text, line, texts) => texts.indexOf(text) === line);
    return { at, title: said.filter(Boolean).join(': '), number: own.some((cell) => cell?.number), own };
  }).filter(({ own }) => own.length === 0 || own.some((cell) => cell && cell.text !== ''));
  const columns = all.map(
    ({ at, title, number }): Column<readonly string[]> => ({
      key: String(at),
      title,
      number,
      header: at === 0,
      value: (row) => (number ? numberIn(row[at] ?? '') : null) ?? row[at] ?? '',
    }),
  );
  const lines: Line<readonly string[]>[] = [];
  for (const { kind, cells } of body) {
    const texts = Array.from({ length: width }, (_, at) => cells[at]?.text ?? '');
    if (kind === 'group') lines.push({ kind: 'group', name: texts[0] ?? '', rows: [] });
    else lines.push({ kind: 'row', row: texts });
  }
  return { columns, lines: withMembers(lines) };
}

/** Each group with the rows that stand below it. */
function withMembers(lines: readonly Line<readonly string[]>[]): Line<readonly string[]>[] {
  return lines.map((line, at) => {
    if (line.kind === 'row') return line;
    const rest = lines.slice(at + 1);
    const end = rest.findIndex(({ kind }) => kind === 'group');
    return {
      ...line,
      rows: rest.slice(0, end === -1 ? undefined : end).flatMap((one) => (one.kind === 'row' ? [one.row] : [])),
    };
  });
}
