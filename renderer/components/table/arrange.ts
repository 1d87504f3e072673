import type { TableLayout } from '#contract';
import { decimal } from '../numbers.ts';
import type { Column } from './column.ts';

/** As the screen draws the table of itself. */
export const PLAIN: TableLayout = { order: [], hidden: [], sort: null, group: null, filter: '' };

interface Keyed {
  readonly key: string;
}

/** Columns in the chosen order, without those left out. A column that a kept view does not know stands where it is. */
export function columnsInOrder<C extends Keyed>(columns: readonly C[], order: readonly string[]): C[] {
  const place = (key: string, otherwise: number) => (order.includes(key) ? order.indexOf(key) : otherwise);
  return columns
    .map((column, at) => ({ column, at: place(column.key, at) }))
    .sort((one, other) => one.at - other.at)
    .map(({ column }) => column);
}

export function shownColumns<C extends Keyed>(
  columns: readonly C[],
  layout: Pick<TableLayout, 'order' | 'hidden'>,
): C[] {
  const shown = columnsInOrder(columns, layout.order).filter(({ key }) => !layout.hidden.includes(key));
  return shown.length > 0 ? shown : [...columns];
}

/** Columns by which rows can be put together: words, not numbers, and not those that hold buttons alone. */
export function groupable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Column<Row>[] {
  const words = ({ number, acts, value }: Column<Row>) =>
    !number && !acts && rows.some((row) => (value(row) ?? '') !== '');
  return rows.length < 2 ? [] : columns.filter(words);
}

export type Line<Row> =
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly rows: readonly Row[];
      /** The row of the group as a whole, where it is no mere sum. */
      readonly whole?: Row | undefined;
    }
  | { readonly kind: 'row'; readonly row: Row };

/** What a column is copied, exported and grouped as. */
export const wordsOf = <Row>({ value, copied = value }: Column<Row>, row: Row) => copied(row);

/** So many decimals a number leaves with: a hundred-thousandth of a WTE and a minute of an hour are told, no remainder of a sum is. */
const PLACES = 6;

/** A number without what a computer's fractions leave over; words as they stand. */
export const toPlaces = <Kind extends string | number | null>(value: Kind) =>
  typeof value === 'number' ? Number(value.toFixed(PLACES)) : value;

const alphabet = new Intl.Collator('en-GB', { numeric: true });

/** By the column's own order of words where it has one, else by the alphabet, wards by their numbers. */
export function byWords<Row>({ inOrder }: Column<Row>): (one: string, other: string) => number {
  if (!inOrder) return alphabet.compare;
  const place = (words: string) => {
    const at = inOrder.indexOf(words);
    return at === -1 ? inOrder.length : at;
  };
  return (one, other) => place(one) - place(other) || alphabet.compare(one, other);
}

type Value = string | number | null | undefined;

/** The order of a column's values: numbers by their size, words as `byWords` has them. */
export function byValue<Row>(column: Column<Row>): (one: Value, other: Value) => number {
  const words = byWords(column);
  return (one, other) =>
    typeof one === 'number' && typeof other === 'number' ? one - other : words(String(one ?? ''), String(other ?? ''));
}

/** The lines of a table: its rows, below a heading for each group where they are put together. Rows keep their order. */
export function linesOf<Row>(
  rows: readonly Row[],
  group: Column<Row> | undefined,
  whole?: (column: string, name: string) => Row | undefined,
): Line<Row>[] {
  if (!group) return rows.map((row) => ({ kind: 'row', row }));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = String(wordsOf(group, row) ?? '');
    const own = groups.get(name);
    if (own) own.push(row);
    else groups.set(name, [row]);
  }
  const order = byWords(group);
  return [...groups]
    .sort(([one], [other]) => order(one, other))
    .flatMap(([name, of]): Line<Row>[] => [
      { kind: 'group', name: name || 'not stated', rows: of, whole: whole?.(group.key, name) },
      ...of.map((row): Line<Row> => ({ kind: 'row', row })),
    ]);
}

/** The sum of a column over rows; null where it has none. A value that is not known adds nothing. */
export function sumOf<Row>({ sum, value }: Column<Row>, rows: readonly Row[]): number | null {
  return sum === undefined ? null : rows.reduce((total, row) => total + Number(value(row) ?? 0), 0);
}

/** Sums as they are shown, one for each column; empty where a column is not added up. */
export function sumTexts<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  return columns.map((column) => {
    const total = sumOf(column, rows);
    return total === null ? '' : decimal(total, column.sum ?? 0);
  });
}
