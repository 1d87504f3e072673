import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { closeDatabase, type Database } from '../../electron/database/database.ts';
import { openDatabase } from '../../electron/database/open.ts';

export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), '../../drizzle/migrations');

/** The fixed clock of the tests. */
export const now = () => new Date('2026-11-21T09:00:00.000Z');

const folders: string[] = [];
const open: Database[] = [];

afterAll(() => {
  for (const database of open) if (database.sqlite.open) closeDatabase(database);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of its own, deleted after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'planner-test-'));
  folders.push(folder);
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
  open.push(answer.database);
  return answer.database;
}
