import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeDatabase, type Database } from '../../electron/database/database.ts';
import { openDatabase } from '../../electron/database/open.ts';
import { afterwards } from './afterwards.ts';

export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), '../../drizzle/migrations');

/** The fixed clock of the tests. */
export const now = () => new Date('2026-11-21T09:00:00.000Z');

/** An empty folder of its own, deleted after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'planner-test-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type TestOptions = { dataFolder?: string; migrations?: string };

/** A real data file, new unless its folder is given, closed and deleted after the test file. Throws where it is refused. */
export function openTestDatabase({
  dataFolder = temporaryFolder(),
  migrations = migrationsFolder,
}: TestOptions = {}): Database {
  const answer = openDatabase({ dataFolder, migrationsFolder: migrations, now });
  if (answer.kind === 'refused') throw new Error(`${answer.message}\n${answer.details}`);
  const { database } = answer;
  afterwards(() => database.sqlite.open && closeDatabase(database));
  return database;
}
