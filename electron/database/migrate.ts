import type { Database as Sqlite } from 'better-sqlite3';
import { connect, countRows, findDamage, findOrphans } from './connection.ts';
import { keepNewest, makeCopy, nameCopy, putBack } from './copies.ts';
import type { Migration } from './migrations.ts';
import { runMigrations } from './migrations.ts';
import { codeOf, describe, type OpenRefusal, refuse } from './refusal.ts';
import type { StoreKey } from './store-key.ts';

type Job = {
  file: string;
  /** Version of the file, at least 1. */
  version: number;
  migrations: readonly Migration[];
  now: () => Date;
  nativeBinding: string | undefined;
  key: StoreKey | undefined;
};

/**
 * Brings a sound file of an earlier version up to ours: a proven copy first, then all steps and their verification in
 * one transaction. On any failure the copy is put back and the file that failed is kept in `backups`. Returns the
 * refusal, if any; throws where nothing has been changed yet (the file is in use, the copy cannot be written).
 */
export function migrateFile({ file, version, migrations, now, nativeBinding, key }: Job): OpenRefusal | undefined {
  const to = migrations.length;
  const facts = [`File: ${file}`, `Version of the file: ${version}`, `Version of the planner: ${to}`];
  const copy = nameCopy(file, 'before', version, to, now());
  const sqlite = connect(file, { nativeBinding, key });
  let failure: unknown;
  try {
    holdAlone(sqlite);
    const wrong = makeCopy(sqlite, copy, nativeBinding, key);
    if (wrong !== undefined) return refuse('damaged', [...facts, wrong]);
    failure = attempt(() => migrate(sqlite, version, migrations));
  } finally {
    sqlite.close();
  }
  if (failure === undefined) {
    keepNewest(file, 'before');
    return undefined;
  }
  const aside = nameCopy(file, 'failed', version, to, now());
  // The transaction was rolled back, so the data are whole even if putting the copy back fails (a full disk, say).
  const notPutBack = attempt(() => putBack(file, copy, aside));
  keepNewest(file, 'failed');
  return refuse(codeOf(failure) === 'cannot_write' ? 'cannot_write' : 'migration_failed', [
    ...facts,
    `Failure: ${describe(failure)}`,
    notPutBack === undefined
      ? `The file that failed is kept as ${aside}`
      : `The file was left as it was, since the copy could not be put in its place: ${describe(notPutBack)}`,
  ]);
}

function attempt(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error ?? new Error('unknown');
  }
}

/** Takes the file for this connection alone; throws SQLITE_BUSY where another process has it open. */
export function holdAlone(sqlite: Sqlite): void {
  sqlite.pragma('locking_mode = EXCLUSIVE');
  sqlite.exec('BEGIN IMMEDIATE; COMMIT');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

function migrate(sqlite: Sqlite, version: number, migrations: readonly Migration[]): void {
  // Within a transaction this setting does nothing, and a rebuilt table would empty its ON DELETE CASCADE children.
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    const before = countRows(sqlite);
    runMigrations(sqlite, version, migrations);
    const wrong = findLoss(before, countRows(sqlite)) ?? findOrphans(sqlite) ?? findDamage(sqlite, 'integrity_check');
    if (wrong !== undefined) throw new Error(wrong);
    sqlite.exec('COMMIT');
  } finally {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    sqlite.pragma('foreign_keys = ON');
  }
}

function findLoss(before: Map<string, number>, after: Map<string, number>): string | undefined {
  for (const [table, count] of before) {
    const left = after.get(table);
    if (left !== undefined && left < count) return `${table} would keep ${left} of its ${count} rows`;
  }
  return undefined;
}
