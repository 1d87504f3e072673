import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { closeDatabase } from '../../electron/database/database.ts';
import { openTestDatabase, temporaryFolder } from '../support/database.ts';
import { laterMigrations } from '../support/migrations.ts';

const script = join(import.meta.dirname, '../support/migrate-until-killed.ts');
/** `KILL_RUNS` kills more often. */
const kills = Number(process.env['KILL_RUNS'] ?? 3);
const sites = 4000;

/** Starts the migration in a process of its own, kills it that long after it began, and answers how long it lived. */
async function migrateAndKill(dataFolder: string, migrations: string, after: number | null): Promise<number> {
  const child = spawn(process.execPath, [script, dataFolder, migrations], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), gone]);
  const began = performance.now();
  if (after !== null) {
    await pause(after);
    child.kill('SIGKILL');
  }
  await gone;
  return performance.now() - began;
}

test('a migration that is killed at any moment leaves the store as it was or as it shall be, and the next start ends it', async () => {
  const { sqlite, file } = openTestDatabase();
  sqlite.exec("BEGIN; INSERT INTO trust (code, name) VALUES ('RX1', 'Northmere')");
  const add = sqlite.prepare('INSERT INTO site (trust_id, name) VALUES (1, ?)');
  for (let n = 1; n <= sites; n += 1) add.run(`Site ${n} ${'by the sea '.repeat(20)}`);
  sqlite.exec('COMMIT');
  closeDatabase({ sqlite });
  const before = dirname(file);
  const migrations = laterMigrations(
    'ALTER TABLE site ADD note text;--> statement-breakpoint\nUPDATE site SET note = name;--> statement-breakpoint\nCREATE INDEX site_note ON site (note);',
  );
  const copy = () => {
    const folder = temporaryFolder();
    cpSync(before, folder, { recursive: true });
    return folder;
  };
  const whole = await migrateAndKill(copy(), migrations, null);
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = copy();
    await migrateAndKill(folder, migrations, Math.random() * whole * 1.1);
    const database = openTestDatabase({ dataFolder: folder, migrations });
    const one = (sql: string) => database.sqlite.prepare(sql).pluck().get();
    expect(one('PRAGMA integrity_check')).toBe('ok');
    expect(one('PRAGMA user_version')).toBe(2);
    expect(one('SELECT count(*) FROM site WHERE note = name')).toBe(sites);
    closeDatabase(database);
  }
}, 3_600_000);
