import { cpSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { clearLeftovers } from '../../electron/backups/own-folder.ts';
import { closeDatabase } from '../../electron/database/database.ts';
import { openTestDatabase, temporaryFolder } from '../support/database.ts';
import { killsOf, liveUntilKilled, phasesOf, Tally } from '../support/kills.ts';
import { laterMigrations } from '../support/migrations.ts';

const kills = killsOf(3);
const sites = 4000;

/** How many columns named `note` and rows are in a store, as anybody would find it who looked right after the kill. */
function found(folder: string): { version: number; notes: number; filled: number; check: string } {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const sqlite = new Sqlite(join(copy, 'planner.sqlite'));
  const one = (sql: string) => sqlite.prepare(sql).pluck().get() as never;
  try {
    const notes: number = one("SELECT count(*) FROM pragma_table_info('site') WHERE name = 'note'");
    return {
      version: one('PRAGMA user_version'),
      notes,
      filled: notes === 0 ? 0 : one('SELECT count(*) FROM site WHERE note = name'),
      check: one('PRAGMA integrity_check'),
    };
  } finally {
    sqlite.close();
  }
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
  const whole = await liveUntilKilled('migrate-until-killed', [copy(), migrations], null);
  expect(whole.said).toEqual(['migrating', 'opened']);
  let phases = phasesOf(whole, 5);
  const tally = new Tally();
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = copy();
    const phase = phases[kill % 5 === 4 ? 1 : 0]!;
    const life = await liveUntilKilled('migrate-until-killed', [folder, migrations], phase);
    const { said } = life;
    // A busy PC takes its time, which changes in a long run.
    if (said.includes('opened')) phases = phasesOf(life, 5);
    const left = found(folder);
    const isDone = left.version === 2;
    expect(left).toEqual(
      isDone ? { version: 2, notes: 1, filled: sites, check: 'ok' } : { version: 1, notes: 0, filled: 0, check: 'ok' },
    );
    if (said.includes('opened')) expect(isDone).toBe(true);
    const copies = existsSync(join(folder, 'backups'))
      ? readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.sqlite'))
      : [];
    for (const name of copies) {
      // Opened for writing, since a copy that was cut off would have a journal to be rolled back.
      const made = new Sqlite(join(folder, 'backups', name));
      expect(made.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(made.prepare('SELECT count(*) FROM site').pluck().get()).toBe(sites);
      made.close();
    }
    tally.add(
      said.at(-1) ?? 'not a word',
      copies.length > 0 ? 'copied' : 'not yet copied',
      isDone ? 'done' : 'as it was',
    );

    const database = openTestDatabase({ dataFolder: folder, migrations });
    const one = (sql: string) => database.sqlite.prepare(sql).pluck().get();
    expect(one('PRAGMA integrity_check')).toBe('ok');
    expect(one('PRAGMA user_version')).toBe(2);
    expect(one('SELECT count(*) FROM site WHERE note = name')).toBe(sites);
    closeDatabase(database);
    await clearLeftovers(join(folder, 'backups'));
    const names = readdirSync(join(folder, 'backups'));
    expect(names.filter((name) => !/^before-1-to-2-\d{8}T\d{9}Z(-\d+)?\.sqlite$/.test(name))).toEqual([]);
  }
  tally.say('Migrations killed');
}, 7_200_000);
