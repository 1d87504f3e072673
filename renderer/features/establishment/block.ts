import { textOf } from '../../components/clipboard.ts';
import { type GridColumn, gridColumns } from './columns.ts';
import type { Place, Range } from './cursor.ts';
import type { TypedCell } from './entry.ts';
import { fieldOf } from './GridLine.tsx';
import type { GridRow } from './rows.ts';

type Pasted =
  | { readonly kind: 'cells'; readonly cells: TypedCell[] }
  | { readonly kind: 'refused'; readonly message: string };

/** The cells of a range that a person may enter. */
export function enteredCells(rows: readonly GridRow[], { top, bottom, left, right }: Range): Omit<TypedCell, 'text'>[] {
  return rows.slice(top, bottom + 1).flatMap((row) =>
    gridColumns.slice(Math.max(0, left), right + 1).flatMap((column) => {
      const field = fieldOf(row, column);
      return row.line && field ? [{ id: row.line.id, field }] : [];
    }),
  );
}

/**
 * Lays a block over the lines from a cell on. Rows of totals are stepped over, and what falls on a column that is worked
 * out is left out, so that a block copied from here fits when it comes back. A block that does not fit is refused whole.
 */
export function layOver(block: readonly (readonly string[])[], rows: readonly GridRow[], at: Place): Pasted {
  const refused = (message: string): Pasted => ({ kind: 'refused', message: `${message} Nothing was changed.` });
  if (!rows[at.row]?.line) return refused('A block is pasted from a line on. Go to a cell of a line first.');
  const lines = rows.slice(at.row).flatMap(({ line }) => (line ? [line] : []));
  if (block.length > lines.length)
    return refused(`The block has ${block.length} rows, and there are ${lines.length} lines from here to the end.`);
  const width = Math.max(...block.map((cells) => cells.length));
  const columns = gridColumns.slice(at.column);
  if (width > columns.length)
    return refused(`The block has ${width} columns, and there are ${columns.length} from here to the end.`);
  const cells = block.flatMap((texts, down) =>
    texts.flatMap((text, across) => {
      const field = columns[across]?.field;
      return field ? [{ id: lines[down]!.id, field, text }] : [];
    }),
  );
  return cells.length
    ? { kind: 'cells', cells }
    : refused('These columns are worked out. Paste into required, funded or in post.');
}

/** The cells of a range as a spreadsheet pastes them; with whole rows, the lines with headings, unit, staff group and band. */
export function copyOf(rows: readonly GridRow[], { top, bottom, left, right }: Range): string {
  const taken = rows.slice(top, bottom + 1);
  const plain = (columns: readonly GridColumn[], { position, line, kind }: GridRow) =>
    columns.map((column) => (kind === 'share' && column.kind !== 'gap' ? '' : column.of(position, line).plain));
  if (left >= 0) return textOf(taken.map((row) => plain(gridColumns.slice(left, right + 1), row)));
  const lines = taken.flatMap((row) =>
    row.line ? [[row.line.unit.name, row.line.staffGroup.name, row.line.band.name, ...plain(gridColumns, row)]] : [],
  );
  return textOf([['Unit', 'Staff group', 'Band', ...gridColumns.map(({ title }) => title)], ...lines]);
}
