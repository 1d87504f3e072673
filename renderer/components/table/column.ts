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
  /** Added up, below groups and below all, with this many decimals. */
  sum?: 0 | 2;
  /** What the heading means: printed and exported with the table. */
  means?: string;
  /** The column that names the row to a screen reader. */
  header?: boolean;
}

export interface Definition {
  term: string;
  meaning: string;
}

/** What the words of a table mean: those given, and those of its columns. */
export function definitionsOf<Row>(columns: readonly Column<Row>[], given: readonly Definition[] = []): Definition[] {
  return [...given, ...columns.flatMap(({ title, means }) => (means ? [{ term: title, meaning: means }] : []))];
}
