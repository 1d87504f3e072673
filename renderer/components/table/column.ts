import type { ReactNode } from 'react';

/** A column: `value` is what is sorted, filtered and copied; `show` may draw it otherwise. */
export interface Column<Row> {
  key: string;
  title: string;
  value: (row: Row) => string | number | null;
  /** What is copied and exported in place of the value: where that is not to leave the trust, or serves the order only. */
  copied?: (row: Row) => string | number | null;
  show?: (row: Row) => ReactNode;
  number?: boolean;
  /** A part of a whole, 1 for all of it: drawn, copied and exported in percent. */
  share?: true;
  /** Unit of measure, below the heading. */
  unit?: string;
  /** Its words in their own order, where that is not the alphabet's: sorted and put together by it. */
  inOrder?: readonly string[];
  /** Added up, below groups and below all, with this many decimals. */
  sum?: 0 | 2;
  /** What the heading means: printed and exported with the table. */
  means?: string;
  /** The column that names the row to a screen reader. */
  header?: boolean;
  /** True for a column of buttons: neither sorted nor copied, exported or printed. */
  acts?: true;
  /** True where it is never left out: by it a row is opened or acted on. */
  stays?: true;
  /** Drawn only on paper, such as room for a signature, or never there. */
  paper?: 'only' | 'never';
  /** Drawn below the heading, such as the way to what the column stands for. */
  below?: ReactNode;
  /** Drawn above the headings of neighbouring columns that belong together. */
  over?: string;
  /** How its cell looks, such as the heat of a share. */
  look?: (row: Row) => string | undefined;
}

/** A heading that stands alone: with what is drawn above it, and the unit of measure. */
export const headingOf = <Row>({ over, title, unit }: Pick<Column<Row>, 'over' | 'title' | 'unit'>): string =>
  [over ? `${over}: ${title}` : title, unit].filter(Boolean).join(', ');

export interface Definition {
  term: string;
  meaning: string;
}

/** Columns that say something: what is copied, exported and printed of a table. */
export const saying = <Row>(columns: readonly Column<Row>[]): Column<Row>[] =>
  columns.filter(({ acts, paper }) => !acts && paper !== 'only');

/** Whether a column stands on the screen, on paper, or on both. */
export const placeOf = <Row>({ acts, paper }: Column<Row>): string | undefined =>
  acts || paper === 'never' ? 'not-printed' : paper === 'only' ? 'table__paper' : undefined;

/** The classes of a column's cell or heading, with what else it looks like. */
export const classOf = <Row>(column: Column<Row>, ...looks: (string | false | undefined)[]): string | undefined =>
  [column.number && 'number', placeOf(column), ...looks].filter(Boolean).join(' ') || undefined;

/** "1,234.50" and "−3" as numbers; null for words. */
export function numberIn(text: string): number | null {
  const plain = text.replace(/,/g, '').replace('−', '-');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Words of the same name that mean the same are said once. */
const saidOnce = (definitions: readonly Definition[]): Definition[] =>
  definitions.filter(
    (one, place) =>
      definitions.findIndex(({ term, meaning }) => term === one.term && meaning === one.meaning) === place,
  );

/** What the words of a table mean: those given, and those of its columns; once where several say the same. */
export function definitionsOf<Row>(columns: readonly Column<Row>[], given: readonly Definition[] = []): Definition[] {
  const said = columns.flatMap((column) => (column.means ? [{ column, meaning: column.means }] : []));
  const alike = (one: (typeof said)[number]) =>
    said.filter(({ column, meaning }) => column.title === one.column.title && meaning === one.meaning);
  return saidOnce([
    ...given,
    ...said.map((one) => ({
      term: alike(one).length > 1 ? one.column.title : headingOf(one.column),
      meaning: one.meaning,
    })),
  ]);
}
