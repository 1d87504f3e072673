const FIELD = '[data-field]';

const rowsOf = (table: HTMLTableElement) => [...table.querySelectorAll<HTMLTableRowElement>('tr[data-line]')];
const fieldIn = (row: HTMLTableRowElement | undefined, column: number) =>
  row?.cells[column]?.querySelector<HTMLElement>(FIELD) ?? null;

/** Where a field stands in its table as it is drawn. */
function placeOf(field: Element) {
  const cell = field.closest('td, th') as HTMLTableCellElement | null;
  const row = cell?.closest('tr');
  const table = cell?.closest('table');
  return cell && row && table ? { rows: rowsOf(table), row, column: cell.cellIndex } : null;
}

/** The field so many rows down and columns across; rows and cells without one are passed over. Null where there is none. */
export function fieldBeside(from: Element, down: number, across: number): HTMLElement | null {
  const place = placeOf(from);
  if (!place) return null;
  const { rows, row, column } = place;
  const at = rows.indexOf(row);
  const on =
    down === 0
      ? cut([...row.cells], column, across).map((cell) => cell.querySelector<HTMLElement>(FIELD))
      : cut(rows, at, down).map((each) => fieldIn(each, column));
  const found = on.filter((field) => field !== null);
  return (Math.abs(down + across) === Infinity ? found.at(-1) : found[0]) ?? null;
}

/** What follows a place, or what stands before it, nearest first. */
const cut = <T>(list: readonly T[], at: number, step: number): T[] =>
  step > 0 ? list.slice(at + 1) : list.slice(0, at).reverse();

/** Fields from one on, down and to the right, by their names: columns without any are passed over; null where a row has none. */
export function fieldsFrom(from: Element): (string | null)[][] {
  const place = placeOf(from);
  if (!place) return [];
  const { rows, row, column } = place;
  const columns = [...row.cells]
    .map((_, at) => at)
    .filter((at) => at >= column && rows.some((each) => fieldIn(each, at) !== null));
  return rows
    .slice(rows.indexOf(row))
    .map((each) => columns.map((at) => fieldIn(each, at)?.getAttribute('data-field') ?? null));
}
