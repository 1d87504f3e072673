import type { ReturnDocument } from '#contract';

/** Types as engines know them: a timestamp is in UTC, a number may have decimals. */
export type EngineType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp';

export type EngineValue = string | number | boolean | null;

export interface EngineColumn {
  readonly name: string;
  readonly type: EngineType;
  readonly about: string;
}

/** A table of returns, one row below the other, as an engine loads it. */
export interface EngineTable {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly EngineColumn[];
  /** The rows of one return; `id` is its place among those that were read, from 1. */
  rows(document: ReturnDocument, id: number): EngineValue[][];
}

interface Column<Row> extends EngineColumn {
  readonly of: (row: Row, document: ReturnDocument) => EngineValue | undefined;
}

const RETURN_ID: EngineColumn = {
  name: 'return_id',
  type: 'integer',
  about: 'The return: its place among those that were read, from 1.',
};

/** A column, what it holds and where a row has it. */
export const column = <Row>(name: string, type: EngineType, about: string, of: Column<Row>['of']): Column<Row> => ({
  name,
  type,
  about,
  of,
});

/** A table by what of a return makes its rows. */
export function tableOf<Row>(
  name: string,
  about: string,
  rowsOf: (document: ReturnDocument) => readonly Row[],
  columns: readonly Column<Row>[],
): EngineTable {
  return {
    name,
    about,
    columns: [RETURN_ID, ...columns.map(({ name: own, type, about: what }) => ({ name: own, type, about: what }))],
    rows: (document, id) => rowsOf(document).map((row) => [id, ...columns.map(({ of }) => of(row, document) ?? null)]),
  };
}
