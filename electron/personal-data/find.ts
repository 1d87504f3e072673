import type { Database as Sqlite } from 'better-sqlite3';
import { tableNames } from '../database/connection.ts';
import { belongsToTrust, type Reference } from '../database/of-trust.ts';
import { quote } from '../database/recorder.ts';
import { isAbout, type Known, mentions, WHOM } from './known.ts';

/** A row that tells of a person: `about` them, or of something else that names them. */
export interface FoundRow {
  readonly table: string;
  readonly id: number;
  readonly how: 'about' | 'mentions';
  readonly values: Readonly<Record<string, string | number | null>>;
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** What holds no data of a trust's people, or must not be changed: the audit names nobody. */
const left = new Set(['audit_entry', 'profile', '__drizzle_migrations', 'trust', 'system']);

/** Tables and their text, found in the store itself, so that a new table is searched without anybody thinking of it. */
function searched(sqlite: Sqlite): { table: string; columns: Column[] }[] {
  return tableNames(sqlite)
    .filter((table) => !left.has(table))
    .map((table) => ({
      table,
      columns: sqlite.prepare<[string], Column>('SELECT name, type FROM pragma_table_info(?)').all(table),
    }));
}

const isText = ({ type }: Column) => /^text$/i.test(type);

/** Every row of the store that tells of a person of the trust, and those that belong to a row about them. */
export function findRows(sqlite: Sqlite, trustId: number, known: Known): FoundRow[] {
  const belongs = belongsToTrust(sqlite);
  const tables = searched(sqlite);
  const { numbers, names } = known.keys;
  // lower() of SQLite knows A to Z alone.
  const keys = JSON.stringify([...numbers, ...names].flatMap((key) => [key, key.toLowerCase(), key.toUpperCase()]));
  const found = tables.flatMap(({ table, columns }) => {
    const texts = columns.filter(isText);
    if (texts.length === 0) return [];
    const ofTrust = belongs(table);
    const like = known.all.map((_, index) => `@like${index}`);
    const has = texts.flatMap(({ name }) => [
      ...like.map((one) => `${quote(name)} LIKE ${one} ESCAPE '\\'`),
      ...(WHOM.test(name) ? [`lower(${quote(name)}) IN (SELECT lower(value) FROM json_each(@keys))`] : []),
    ]);
    if (has.length === 0) return [];
    const patterns = Object.fromEntries(
      known.all.map((text, index) => [`like${index}`, `%${text.replace(/[\\%_]/g, '\\$&')}%`]),
    );
    return rowsWhere(sqlite, table, columns, `(${has.join(' OR ')})${ofTrust === null ? '' : ` AND (${ofTrust})`}`, {
      ...patterns,
      keys,
      ...(ofTrust === null ? {} : { trustId }),
    }).flatMap(({ id, values }): FoundRow[] => {
      if (isAbout(values, known)) return [{ table, id, how: 'about', values }];
      return texts.some(({ name }) => mentions(values[name], known)) ? [{ table, id, how: 'mentions', values }] : [];
    });
  });
  return withChildren(sqlite, tables, found);
}

/** Rows that point at a row about the person are about them as well: the steps of a mentoring, for one. */
function withChildren(sqlite: Sqlite, tables: ReturnType<typeof searched>, found: FoundRow[]): FoundRow[] {
  const rows = new Map(found.map((row) => [`${row.table} ${row.id}`, row]));
  for (let fresh = found.filter(({ how }) => how === 'about'); fresh.length > 0; ) {
    const next: FoundRow[] = [];
    for (const { table, columns } of tables) {
      for (const { table: parent, from } of sqlite.pragma(`foreign_key_list("${table}")`) as Reference[]) {
        const ids = fresh.filter((row) => row.table === parent).map(({ id }) => id);
        if (ids.length === 0) continue;
        const where = `${quote(from)} IN (SELECT value FROM json_each(@ids))`;
        for (const { id, values } of rowsWhere(sqlite, table, columns, where, { ids: JSON.stringify(ids) })) {
          const key = `${table} ${id}`;
          if (rows.get(key)?.how === 'about') continue;
          const row = { table, id, how: 'about', values } as const;
          rows.set(key, row);
          next.push(row);
        }
      }
    }
    fresh = next;
  }
  return [...rows.values()];
}

function rowsWhere(sqlite: Sqlite, table: string, columns: Column[], where: string, given: Record<string, unknown>) {
  const names = columns.filter(({ type }) => !/^blob$/i.test(type)).map(({ name }) => quote(name));
  return sqlite
    .prepare<[Record<string, unknown>], Record<string, string | number | null>>(
      `SELECT rowid AS "_rowid", ${names.join(', ')} FROM ${quote(table)} WHERE ${where}`,
    )
    .all(given)
    .map(({ _rowid: id, ...values }) => ({ id: Number(id), values }));
}
