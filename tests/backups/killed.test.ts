import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backupsIn, clearLeftovers } from '../../electron/backups/own-folder.ts';
import { unpackBackup } from '../../electron/backups/read.ts';
import { writeSettings } from '../../electron/backups/settings.ts';
import { closeDatabase } from '../../electron/database/database.ts';
import { openTestDatabase, temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { killsOf, liveUntilKilled, Tally } from '../support/kills.ts';
import { openTestPlanner } from '../support/planner.ts';

const trust = (code: string) => ({ code, name: `Trust ${code}`, system: null, sites: [], units: [] });
/** Of so many at the very moment that it was said to be done, and the others anywhere on the way. */
const fifth = (kill: number) => kill % 5 === 4;

/** Unpacks each backup, which proves it whole, and answers how many units each has, by name. */
async function unitsIn(folder: string): Promise<Map<string, number>> {
  const units = new Map<string, number>();
  for (const { name } of await backupsIn(folder)) {
    const unpacked = join(temporaryFolder(), 'copy');
    expect((await unpackBackup(join(folder, name), null, unpacked)).kind).toBe('unpacked');
    const sqlite = new Sqlite(unpacked, { readonly: true });
    units.set(name, sqlite.prepare<[], number>('SELECT count(*) FROM unit').pluck().get()!);
    sqlite.close();
  }
  return units;
}

/** What was cut off: none where there is no such folder yet. */
const leftIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('.')) : [];

/** The next start clears what was cut off, and leaves nothing else that is hidden. */
async function expectNoLeftovers(folder: string): Promise<void> {
  await clearLeftovers(folder);
  expect(leftIn(folder)).toEqual([]);
}

test('a planner that is killed while it backs up has lost nothing, and every backup that can be seen is whole', async () => {
  const dataFolder = temporaryFolder();
  const { planner, context } = openTestPlanner(dataFolder);
  await planner.organisation.addTrust(trust('RX1'));
  closeDatabase(context.database);
  const tally = new Tally();
  for (let kill = 0, kills = killsOf(2); kill < kills; kill++) {
    const [data, second] = [temporaryFolder(), temporaryFolder()];
    cpSync(dataFolder, data, { recursive: true });
    writeSettings(data, { second, lock: null });
    const phase = fifth(kill) ? { since: 'made', within: 5 } : { since: 'saved', within: 1200 };
    const { said } = await liveUntilKilled('backup-until-killed', [data], phase);
    const { sqlite } = openTestDatabase({ dataFolder: data });
    const units = sqlite.prepare<[], number>('SELECT count(*) FROM unit').pluck().get()!;
    const saved = said.filter((line) => line.startsWith('saved')).length;
    expect([saved, saved + 1]).toContain(units);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    sqlite.close();
    const made = said.filter((line) => line.startsWith('made')).map((line) => line.slice('made '.length));
    for (const folder of [join(data, 'backups'), second]) {
      const there = await unitsIn(folder);
      expect(made.map((name) => there.get(name))).toEqual(made.map((_, index) => index + 1));
    }
    const parts = leftIn(join(data, 'backups'));
    tally.add(said.at(-1)?.split(' ')[0] ?? 'not a word', parts.length > 0 ? 'cut off' : 'between two');
    await expectNoLeftovers(join(data, 'backups'));
  }
  tally.say('Backups killed');
}, 7_200_000);

test('a planner that is killed while it restores has done all or nothing, and all of it once it was told so', async () => {
  const dataFolder = temporaryFolder();
  const { planner, context } = openTestPlanner(dataFolder);
  const names: string[] = [];
  const states: string[] = [];
  for (const code of ['RX1', 'RX2', 'RX3']) {
    await planner.organisation.addTrust(trust(code));
    names.push((await planner.backups.make()).name);
    states.push(dump(context.database.sqlite, { history: true }));
  }
  closeDatabase(context.database);
  const tally = new Tally();
  for (let kill = 0, kills = killsOf(2); kill < kills; kill++) {
    const data = temporaryFolder();
    cpSync(dataFolder, data, { recursive: true });
    const phase = fifth(kill) ? { since: 'restored', within: 5 } : { since: 'restoring', within: 4500 };
    const { said } = await liveUntilKilled('restore-until-killed', [data, ...names], phase);
    const database = openTestDatabase({ dataFolder: data });
    const state = states.indexOf(dump(database.sqlite, { history: true }));
    const turns = said.length - 1;
    // The state before the first turn is that of the third backup; beside what was told, the next turn may be done.
    const [told, next] = [(turns + 2) % 3, turns % 3];
    expect([told, next]).toContain(state);
    expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    closeDatabase(database);
    const folder = join(data, 'backups');
    const cut = leftIn(folder);
    const how = cut.some((name) => name.startsWith('.restoring'))
      ? 'unpacked'
      : cut.length > 0
        ? 'backing up first'
        : 'between two';
    tally.add(`turn ${turns + 1}`, how, state === told ? 'as told' : 'done, not yet told');
    await unitsIn(folder);
    await expectNoLeftovers(folder);
  }
  tally.say('Restores killed');
}, 7_200_000);

test('what SQLite keeps beside an unfinished copy is cleared with it, and nothing of anybody else', async () => {
  const folder = temporaryFolder();
  const copy = '.backup-20261122T203250863Z-hourly.mwpbackup.97b8eb43.copy.part';
  const others = ['.backup-notes', 'budget.xlsx'];
  for (const name of [copy, `${copy}-journal`, `${copy}-wal`, `${copy}-shm`, ...others])
    writeFileSync(join(folder, name), 'x');
  await clearLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual(others);
});
