import { type Database, inTransaction, type Settled } from './database.ts';
import { type Direction, reasonOf, replay } from './replay.ts';

/** A named change made by hand, as the history shows it. */
export type Change = { id: number; label: string; at: string; undone: boolean };

/** What became of a wish to undo or redo; a refusal has changed nothing. */
export type StepOutcome =
  | { kind: 'done'; changeId: number; label: string }
  | { kind: 'nothing'; label: null }
  | { kind: 'refused'; changeId: number; label: string; message: string };

/** Of a trust, or null for changes that belong to none, such as adding one. */
type TrustId = number | null;

/**
 * Does `work` as one transaction that the user can undo, named by `label` ("Add the unit Rowan ward"), at the instant
 * `at` (ISO). A change that touched nothing leaves no entry; any other takes the trust's undone changes off the redo list.
 */
export function recordChange<T>(
  database: Database,
  { trustId, label, at }: { trustId: TrustId; label: string; at: string },
  work: () => Settled<T>,
): T {
  const { sqlite } = database;
  return inTransaction<T>(database, () => {
    if (sqlite.prepare('SELECT 1 FROM recording').get() !== undefined)
      throw new Error(`A change is being recorded: ${label}`);
    const added = sqlite.prepare('INSERT INTO change (trust_id, label, at) VALUES (?, ?, ?)').run(trustId, label, at);
    const id = Number(added.lastInsertRowid);
    sqlite.prepare('INSERT INTO recording (change_id) VALUES (?)').run(id);
    const answer = work();
    sqlite.prepare('DELETE FROM recording').run();
    const touched = sqlite.prepare('SELECT 1 FROM change_row WHERE change_id = ?').get(id) !== undefined;
    if (touched) forget(database, 'trust_id IS ? AND undone_at IS NOT NULL', trustId);
    else forget(database, 'id = ?', id);
    return answer;
  });
}

/**
 * Undoes the trust's last change that is not undone yet, at the instant `at`: every row it touched is again as it was,
 * with the same id.
 */
export function undoLast(database: Database, trustId: TrustId, at: string): StepOutcome {
  return step(database, trustId, 'undo', at);
}

/** Does the trust's last undone change again, exactly as it was. */
export function redoLast(database: Database, trustId: TrustId): StepOutcome {
  return step(database, trustId, 'redo', null);
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

/** The trust's changes, newest first, at most `limit`; those undone are marked so. */
export function lastChanges(database: Database, trustId: TrustId, limit: number): Change[] {
  return database.sqlite
    .prepare<[TrustId, number], Omit<Change, 'undone'> & { undoneAt: string | null }>(
      'SELECT id, label, at, undone_at AS undoneAt FROM change WHERE trust_id IS ? ORDER BY id DESC LIMIT ?',
    )
    .all(trustId, limit)
    .map(({ undoneAt, ...change }) => ({ ...change, undone: undoneAt !== null }));
}

/**
 * Labels of the change that undo would take back and of the one that redo would do again, and when the history last grew
 * or was undone; null where there is none.
 */
export function undoState(database: Database, trustId: TrustId): Record<Direction | 'savedAt', string | null> {
  const savedAt = 'SELECT max(max(at, ifnull(undone_at, at))) FROM change WHERE trust_id IS ?';
  return {
    undo: nextOf(database, trustId, 'undo')?.label ?? null,
    redo: nextOf(database, trustId, 'redo')?.label ?? null,
    savedAt: database.sqlite.prepare<[TrustId], string | null>(savedAt).pluck().get(trustId) ?? null,
  };
}

function nextOf(
  { sqlite }: Database,
  trustId: TrustId,
  direction: Direction,
): { id: number; label: string } | undefined {
  const which = direction === 'undo' ? 'undone_at IS NULL ORDER BY id DESC' : 'undone_at IS NOT NULL ORDER BY id';
  return sqlite
    .prepare<[TrustId], { id: number; label: string }>(
      `SELECT id, label FROM change WHERE trust_id IS ? AND ${which} LIMIT 1`,
    )
    .get(trustId);
}

function step(database: Database, trustId: TrustId, direction: Direction, undoneAt: string | null): StepOutcome {
  const { sqlite } = database;
  // Whether all foreign keys hold is known only when the transaction ends, so it must be this one.
  if (sqlite.inTransaction) throw new Error(`Cannot ${direction} within a transaction`);
  let next: { id: number; label: string } | undefined;
  try {
    inTransaction(database, () => {
      next = nextOf(database, trustId, direction);
      if (next === undefined) return;
      replay(sqlite, next.id, direction);
      sqlite.prepare('UPDATE change SET undone_at = ? WHERE id = ?').run(undoneAt, next.id);
    });
  } catch (error) {
    const reason = reasonOf(error);
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

function forget({ sqlite }: Database, condition: string, value: TrustId): void {
  sqlite.prepare(`DELETE FROM change_row WHERE change_id IN (SELECT id FROM change WHERE ${condition})`).run(value);
  sqlite.prepare(`DELETE FROM change WHERE ${condition}`).run(value);
}
