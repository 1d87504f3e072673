import type { Database as Sqlite } from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { tableNames } from './connection.ts';

/** One step of the schema; `when` is its date in milliseconds, by which the data file remembers it. */
export type Migration = { when: number; hash: string; statements: string[] };

/** All steps in order. Throws where the folder or one of its files is missing: the app is not whole. */
export function readMigrations(folder: string): Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis, hash, sql }) => ({
    when: folderMillis,
    hash,
    statements: sql,
  }));
}

/** Whether the file's steps are the first of ours; an unreleased build may have gone another way. */
export function isPrefix(sqlite: Sqlite, version: number, migrations: readonly Migration[]): boolean {
  if (!tableNames(sqlite).includes('__drizzle_migrations')) return false;
  const steps = sqlite.prepare<[], number>('SELECT created_at FROM __drizzle_migrations ORDER BY id').pluck().all();
  return steps.length === version && steps.every((when, at) => when === migrations[at]?.when);
}

/**
 * Runs the steps that come after `version`, within the caller's transaction. drizzle's own `migrate()` commits before
 * anything can be verified, and passes over a step dated before the newest; its table of steps is kept, as STRICT.
 */
export function runMigrations(sqlite: Sqlite, version: number, migrations: readonly Migration[]): void {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT',
  );
  const note = sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { when, hash, statements } of migrations.slice(version)) {
    for (const statement of statements) sqlite.exec(statement);
    note.run(hash, when);
  }
  sqlite.pragma(`user_version = ${migrations.length}`);
}
