import { type ChangedRow, rowsOfChange } from './change-words.ts';
import { callInHand } from './call-in-hand.ts';
import { type Database, inTransaction, type Settled } from './database.ts';
import { type Direction, reasonOf, replay } from './replay.ts';

/** A named change made by hand, as the history shows it. */
export type Change = { id: number; label: string; at: string; who: string | null; undone: boolean };

/** What became of a wish to undo or redo; a refusal has changed nothing. */
export type StepOutcome =
  | { kind: 'done'; changeId: number; label: string }
  | { kind: 'nothing'; label: null }
  | { kind: 'refused'; changeId: number; label: string; message: string };

/** Whose changes: a trust's, an LMNS's, or null for those that belong to neither, such as adding a trust. */
export type HistoryOf = number | null | { readonly lmnsId: number };

type Owner = [trustId: number | null, lmnsId: number | null];
const ownerOf = (of: HistoryOf): Owner => (of !== null && typeof of === 'object' ? [null, of.lmnsId] : [of, null]);
const OWNED = 'trust_id IS ? AND lmns_id IS ?';

/** Rows of one change that are shown. */
const SHOWN_ROWS = 200;

/**
 * Does `work` as one transaction that the user can undo, named by `label` ("Add the unit Rowan ward"), at the instant
 * `at` (ISO). A change that touched nothing leaves no entry; any other takes its owner's undone changes off the redo list.
 */
export function recordChange<T>(
  database: Database,
  { label, at, ...whose }: ({ trustId: number | null } | { lmnsId: number }) & { label: string; at: string },
  work: () => Settled<T>,
): T {
  const { sqlite } = database;
  const owner = ownerOf('lmnsId' in whose ? whose : whose.trustId);
  return inTransaction<T>(database, () => {
    if (sqlite.prepare('SELECT 1 FROM recording').get() !== undefined)
      throw new Error(`A change is being recorded: ${label}`);
    const added = sqlite
      .prepare('INSERT INTO change (trust_id, lmns_id, label, at, who) VALUES (?, ?, ?, ?, ?)')
      .run(...owner, label, at, database.who ?? null);
    const id = Number(added.lastInsertRowid);
    sqlite.prepare('INSERT INTO recording (change_id) VALUES (?)').run(id);
    const answer = work();
    sqlite.prepare('DELETE FROM recording').run();
    const touched = sqlite.prepare('SELECT 1 FROM change_row WHERE change_id = ?').get(id) !== undefined;
    if (touched) callInHand.getStore()?.touches(id);
    if (touched) forget(database, `${OWNED} AND undone_at IS NOT NULL`, ...owner);
    else forget(database, 'id = ?', id);
    return answer;
  });
}

/**
 * Undoes the owner's last change that is not undone yet, at the instant `at`: every row it touched is again as it was,
 * with the same id.
 */
export function undoLast(database: Database, of: HistoryOf, at: string): StepOutcome {
  return step(database, of, 'undo', at);
}

/** Does the owner's last undone change again, exactly as it was. */
export function redoLast(database: Database, of: HistoryOf): StepOutcome {
  return step(database, of, 'redo', null);
}

/**
 * Undoes or does again one change of the owner's, whatever was changed since: refused where a row that it touched is no
 * longer as it left it.
 */
export function stepOne(
  database: Database,
  of: HistoryOf,
  { id, direction, at }: { id: number; direction: Direction; at: string },
): StepOutcome {
  return step(database, of, direction, direction === 'undo' ? at : null, id);
}

/**
 * Takes what a label says of a row out of the labels of all changes that touched it: `wordsOf` makes the words from a value
 * that the column had in any of them. It is for good: undo leaves the labels as they are then.
 */
export function dropFromLabels(
  { sqlite }: Database,
  { table, rowId, column }: { table: string; rowId: number; column: string },
  wordsOf: (value: string) => string,
): void {
  const values = sqlite
    .prepare<[string, string, string, number], string>(
      `SELECT DISTINCT value FROM change_row, json_each(json_array(before ->> ?, after ->> ?))
       WHERE table_name = ? AND row_id = ? AND value IS NOT NULL`,
    )
    .pluck()
    .all(column, column, table, rowId);
  const drop = sqlite.prepare(
    `UPDATE change SET label = replace(label, ?, '')
     WHERE id IN (SELECT change_id FROM change_row WHERE table_name = ? AND row_id = ?)`,
  );
  // The longest first: one may be the beginning of another.
  for (const value of values.sort((one, other) => other.length - one.length)) drop.run(wordsOf(value), table, rowId);
}

/** The owner's changes, newest first, at most `limit`; those undone are marked so. Of one record where it is given. */
export function lastChanges(database: Database, of: HistoryOf, limit: number, record?: RecordOf): Change[] {
  const [condition, values] = record === undefined ? ['true', []] : touching(record);
  return database.sqlite
    .prepare<unknown[], Omit<Change, 'undone'> & { undoneAt: string | null }>(
      `SELECT id, label, at, who, undone_at AS undoneAt FROM change
       WHERE ${OWNED} AND ${condition} ORDER BY id DESC LIMIT ?`,
    )
    .all(...ownerOf(of), ...values, limit)
    .map(({ undoneAt, ...change }) => ({ ...change, undone: undoneAt !== null }));
}

/** The owner's changes since an instant, newest first, at most `limit`, each with the tables that it wrote; and how many there are. */
export function changesSince(
  { sqlite }: Database,
  of: HistoryOf,
  since: string,
  limit: number,
): { readonly all: number; readonly newest: (Omit<Change, 'who'> & { readonly tables: string[] })[] } {
  const all = sqlite
    .prepare<unknown[], number>(`SELECT count(*) FROM change WHERE ${OWNED} AND at > ?`)
    .pluck()
    .get(...ownerOf(of), since);
  const newest = sqlite
    .prepare<unknown[], { id: number; label: string; at: string; undoneAt: string | null; tables: string }>(
      `SELECT id, label, at, undone_at AS undoneAt,
         (SELECT json_group_array(DISTINCT table_name) FROM change_row WHERE change_id = change.id) AS tables
       FROM change WHERE ${OWNED} AND at > ? ORDER BY id DESC LIMIT ?`,
    )
    .all(...ownerOf(of), since, limit);
  return {
    all: all ?? 0,
    newest: newest.map(({ undoneAt, tables, ...change }) => ({
      ...change,
      undone: undoneAt !== null,
      tables: JSON.parse(tables) as string[],
    })),
  };
}

/**
 * A record of the store: a table's name and a row id, or what rows of several tables are of (`preceptee`, `action`,
 * `vacancy`) and its key; the rows of a table in whose columns that stands; or all rows of some tables.
 */
export type RecordOf =
  | { readonly kind: string; readonly key: string }
  | { readonly kind: string; readonly fields: Readonly<Record<string, string | number | null>> }
  | { readonly tables: readonly string[] };

/** As SQLite writes it as a text: it takes every number from here for one with a fraction. */
const textOf = (value: string | number | null) => (value === null ? null : String(value));

function touching(record: RecordOf): [condition: string, values: (string | number | null)[]] {
  const rows = (which: string) => `id IN (SELECT change_id FROM change_row WHERE ${which})`;
  if ('tables' in record)
    return [rows(`table_name IN (${record.tables.map(() => '?').join(', ')})`), [...record.tables]];
  if ('fields' in record) {
    const fields = Object.entries(record.fields);
    const stands = fields.map(() => 'AND CAST(json_extract(ifnull(after, before), ?) AS TEXT) IS ?').join(' ');
    return [
      rows(`table_name = ? ${stands}`),
      [record.kind, ...fields.flatMap(([column, value]) => [`$.${column.replace(/[^a-z_0-9]/g, '')}`, textOf(value)])],
    ];
  }
  const { kind, key } = record;
  const column = `$.${kind.replace(/[^a-z]/g, '')}_key`;
  if (!/^\d+$/.test(key)) return [rows('json_extract(ifnull(after, before), ?) = ?'), [column, key]];
  return [rows('(table_name = ? AND row_id = ?)'), [kind, Number(key)]];
}

/** The rows that one change of the owner's touched, in words; undefined where there is no such change. */
export function changedRows(database: Database, of: HistoryOf, id: number): ChangedRow[] | undefined {
  const { sqlite } = database;
  const isTheirs = sqlite.prepare(`SELECT 1 FROM change WHERE ${OWNED} AND id = ?`).get(...ownerOf(of), id);
  if (isTheirs === undefined) return undefined;
  const notes = sqlite
    .prepare<[number, number], { table: string; before: string | null; after: string | null; isConfidential: 0 | 1 }>(
      // A record that was ever confidential tells nothing of the time before it was.
      `SELECT table_name AS "table", before, after, ifnull(after, before) ->> 'confidential' IS NOT NULL AND EXISTS (
         SELECT 1 FROM change_row other WHERE other.table_name = change_row.table_name AND other.row_id = change_row.row_id
         AND (other.before ->> 'confidential' = 1 OR other.after ->> 'confidential' = 1)) AS isConfidential
       FROM change_row WHERE change_id = ? ORDER BY id LIMIT ?`,
    )
    .all(id, SHOWN_ROWS);
  return rowsOfChange(database, notes);
}

/**
 * Labels of the change that undo would take back and of the one that redo would do again, and when the history last grew
 * or was undone; null where there is none.
 */
export function historyState(
  database: Database,
  of: HistoryOf,
): Record<Direction | 'undoAt' | 'savedAt', string | null> {
  const savedAt = `SELECT max(max(at, ifnull(undone_at, at))) FROM change WHERE ${OWNED}`;
  const undo = nextOf(database, of, 'undo');
  return {
    undo: undo?.label ?? null,
    undoAt: undo?.at ?? null,
    redo: nextOf(database, of, 'redo')?.label ?? null,
    savedAt:
      database.sqlite
        .prepare<Owner, string | null>(savedAt)
        .pluck()
        .get(...ownerOf(of)) ?? null,
  };
}

function nextOf(
  { sqlite }: Database,
  of: HistoryOf,
  direction: Direction,
  one?: number,
): { id: number; label: string; at: string } | undefined {
  const which = direction === 'undo' ? 'undone_at IS NULL ORDER BY id DESC' : 'undone_at IS NOT NULL ORDER BY id';
  return sqlite
    .prepare<unknown[], { id: number; label: string; at: string }>(
      // A change without rows has been settled: it is told of and no longer undone.
      `SELECT id, label, at FROM change WHERE ${OWNED} AND ifnull(?, id) = id
       AND EXISTS (SELECT 1 FROM change_row WHERE change_id = change.id) AND ${which} LIMIT 1`,
    )
    .get(...ownerOf(of), one ?? null);
}

function step(
  database: Database,
  of: HistoryOf,
  direction: Direction,
  undoneAt: string | null,
  one?: number,
): StepOutcome {
  const { sqlite } = database;
  // Whether all foreign keys hold is known only when the transaction ends, so it must be this one.
  if (sqlite.inTransaction) throw new Error(`Cannot ${direction} within a transaction`);
  let next: { id: number; label: string } | undefined;
  try {
    inTransaction(database, () => {
      next = nextOf(database, of, direction, one);
      if (next === undefined) return;
      refuseOpening(database, next.id, direction);
      callInHand.getStore()?.touches(next.id);
      replay(sqlite, next.id, direction);
      sqlite.prepare('UPDATE change SET undone_at = ? WHERE id = ?').run(undoneAt, next.id);
    });
  } catch (error) {
    const reason = error instanceof NotTheirs ? error.message : reasonOf(error);
    if (next === undefined || reason === undefined) throw error;
    const what = `“${next.label}” cannot be ${direction === 'undo' ? 'undone' : 'done again'}`;
    return {
      kind: 'refused',
      changeId: next.id,
      label: next.label,
      message: `${what}: ${reason}. Nothing has been changed.`,
    };
  }
  if (next === undefined) return { kind: 'nothing', label: null };
  return { kind: 'done', changeId: next.id, label: next.label };
}

/** Thrown within the transaction of a step that would open to somebody what is confidential to another role. */
class NotTheirs extends Error {}

/** What one role keeps to itself is not opened by another's undo. Where there are no profiles, nobody is known to be another. */
function refuseOpening({ sqlite, post }: Database, changeId: number, direction: Direction): void {
  if (post === undefined) return;
  const [from, to] = direction === 'undo' ? ['after', 'before'] : ['before', 'after'];
  const roles = sqlite
    .prepare<[number], string | null>(
      `SELECT ${from} ->> 'role' FROM change_row
       WHERE change_id = ? AND ${from} ->> 'confidential' = 1 AND ${to} ->> 'confidential' = 0`,
    )
    .pluck()
    .all(changeId);
  const theirs = roles.find((role) => role?.trim().toLowerCase() !== post?.trim().toLowerCase());
  if (theirs !== undefined) throw new NotTheirs(`it would open what only “${theirs ?? 'another role'}” may read`);
}

function forget({ sqlite }: Database, condition: string, ...values: (number | null)[]): void {
  sqlite.prepare(`DELETE FROM change_row WHERE change_id IN (SELECT id FROM change WHERE ${condition})`).run(...values);
  sqlite.prepare(`DELETE FROM change WHERE ${condition}`).run(...values);
}
