import type { Database as Sqlite } from 'better-sqlite3';
import type { ChangeCounts, ChangedRow, ChangeKind } from '#contract';
import { quote, text } from '../../database/recorder.ts';
import { titleOf, written } from './columns.ts';
import type { Comparing, Identity } from './identity.ts';
import { type Staging, storedTable } from './staging.ts';

/** Works out what became of each row, in `difference`: new, changed, unchanged, missing. */
export function workOutDifferences(staging: Staging, { against, rows }: Comparing): void {
  const { sqlite } = staging;
  sqlite.exec(
    'CREATE TABLE difference (part TEXT, what TEXT, label TEXT, row INTEGER, file_id INTEGER, stored_id INTEGER)',
  );
  for (const [table, identity] of Object.entries(rows)) {
    const compared = comparedColumns(staging, table, against);
    number(sqlite, 'in_file', table, identity, compared);
    number(sqlite, 'in_store', storedTable(table), identity, compared);
    const same = compared.map((column) => `f.${quote(column)} IS s.${quote(column)}`).join(' AND ');
    sqlite.exec(
      `INSERT INTO difference
       SELECT ${text(table)},
         CASE WHEN a.id IS NULL THEN 'missing' WHEN b.id IS NULL THEN 'new' WHEN ${same} THEN 'unchanged' ELSE 'changed' END,
         ${label(identity)}, f.row, a.id, b.id
       FROM in_file a FULL JOIN in_store b ON a.key = b.key AND a.nth = b.nth
       LEFT JOIN ${quote(table)} f ON f.id = a.id LEFT JOIN ${quote(storedTable(table))} s ON s.id = b.id;
       DROP TABLE in_file; DROP TABLE in_store`,
    );
  }
  sqlite.exec('CREATE INDEX difference_of ON difference (what, part)');
}

/** What is looked at: all that the rows say; but not the day of a list, which is another each time. */
function comparedColumns(staging: Staging, table: string, against: Comparing['against']): string[] {
  return staging.columnsOf(table).filter((column) => against === 'period' || column !== 'date');
}

/** Lists rows with their key; rows of one key are numbered by what they say, so that those alike meet. */
function number(sqlite: Sqlite, into: string, from: string, { key }: Identity, compared: readonly string[]): void {
  const joined = key.map((part) => `ifnull(${part}, '')`).join(` || char(31) || `);
  sqlite.exec(
    `CREATE TABLE ${into} AS SELECT id, key,
       row_number() OVER (PARTITION BY key ORDER BY ${compared.map(quote).join(', ')}, row) AS nth
     FROM (SELECT *, lower(${joined}) AS key FROM ${quote(from)});
     CREATE INDEX ${into}_key ON ${into} (key, nth)`,
  );
}

/** The words by which a person knows the row, and finds it. */
function label({ known }: Identity): string {
  const value = (column: string) => {
    const either = `ifnull(f.${quote(column)}, s.${quote(column)})`;
    return column === 'unit_id' ? `(SELECT name FROM unit_name WHERE id = ${either})` : either;
  };
  return known.map((column) => `ifnull(${value(column)}, '')`).join(` || char(31) || `);
}

const kinds: readonly ChangeKind[] = ['new', 'changed', 'unchanged', 'missing'];

/** How many rows there are of each. */
export function countDifferences(sqlite: Sqlite): ChangeCounts {
  const counted = sqlite
    .prepare<[], { what: ChangeKind; rows: number }>('SELECT what, count(*) AS rows FROM difference GROUP BY what')
    .all();
  const of = (what: ChangeKind) => counted.find((one) => one.what === what)?.rows ?? 0;
  const [added, changed, unchanged, missing] = kinds.map(of) as [number, number, number, number];
  return { new: added, changed, unchanged, missing };
}

export interface Wanted {
  /** Null for all of them. */
  readonly what: ChangeKind | null;
  /** Words that stand in what a row is known by; '' for all rows. */
  readonly filter: string;
  readonly offset: number;
  readonly limit: number;
}

interface Difference {
  readonly part: string;
  readonly what: ChangeKind;
  readonly row: number | null;
  readonly fileId: number | null;
  readonly storedId: number | null;
}

/** A page of the rows, in the order of the file, those that are missing from it in the order of the store. */
export function listDifferences(
  staging: Staging,
  comparing: Comparing,
  { what, filter, offset, limit }: Wanted,
): { total: number; rows: ChangedRow[] } {
  const { sqlite } = staging;
  const which = `(@what IS NULL OR what = @what) AND (@filter = '' OR instr(lower(label), @filter) > 0)`;
  const asked = { what, filter: filter.trim().toLowerCase() };
  const total = sqlite.prepare<[object], number>(`SELECT count(*) FROM difference WHERE ${which}`).pluck().get(asked);
  const found = sqlite
    .prepare<[object], Difference>(
      `SELECT part, what, row, file_id AS fileId, stored_id AS storedId FROM difference WHERE ${which}
       ORDER BY row IS NULL, row, part, stored_id LIMIT @limit OFFSET @offset`,
    )
    .all({ ...asked, limit, offset });
  return { total: total ?? 0, rows: found.map((one) => changedRow(staging, comparing, one)) };
}

type StoredRow = Readonly<Record<string, string | number | null>>;

function changedRow(
  staging: Staging,
  { against, rows }: Comparing,
  { part, what, row, fileId, storedId }: Difference,
): ChangedRow {
  const identity = rows[part];
  if (identity === undefined) throw new Error(`There are no rows called ${part}`);
  const { sqlite } = staging;
  const read = (table: string, id: number | null) =>
    id === null ? undefined : (sqlite.prepare(`SELECT * FROM ${quote(table)} WHERE id = ?`).get(id) as StoredRow);
  const [after, before] = [read(part, fileId), read(storedTable(part), storedId)];
  const shown = (from: StoredRow | undefined, column: string): string | null => {
    const value = from?.[column] ?? null;
    if (column !== 'unit_id' || value === null) return written(column, value);
    return sqlite.prepare<[unknown], string>('SELECT name FROM unit_name WHERE id = ?').pluck().get(value) ?? null;
  };
  const differs = (column: string) => (after?.[column] ?? null) !== (before?.[column] ?? null);
  const fields = comparedColumns(staging, part, against)
    .filter((column) => differs(column) && !(what !== 'changed' && identity.known.includes(column)))
    .map((column) => ({ title: titleOf(column), before: shown(before, column), after: shown(after, column) }));
  return {
    what,
    part: identity.title,
    row,
    stored: before === undefined ? null : { batch: Number(before['batch_id']), row: Number(before['row']) },
    known: identity.known.flatMap((column) => {
      const value = shown(after ?? before, column);
      return value === null ? [] : [{ title: titleOf(column), value }];
    }),
    fields,
  };
}
