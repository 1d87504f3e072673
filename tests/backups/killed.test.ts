import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupsIn, clearLeftovers } from '../../electron/backups/own-folder.ts';
import { unpackBackup } from '../../electron/backups/read.ts';
import { openTestDatabase, temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { openTestPlanner } from '../support/planner.ts';

const script = join(import.meta.dirname, '../support/restore-until-killed.ts');

/** Milliseconds after which the process is killed: over backups and restores of some 100 ms each. */
const moments = [57, 211];

test('a planner that is killed while it backs up or restores has done all or nothing, and every backup is whole', async () => {
  const dataFolder = temporaryFolder();
  const { planner, context } = openTestPlanner(dataFolder);
  const one = await planner.backups.make();
  const first = dump(context.database.sqlite, { history: true });
  await planner.organisation.addTrust({ code: 'RX1', name: 'Thistledown', system: null, sites: [], units: [] });
  const other = await planner.backups.make();
  const second = dump(context.database.sqlite, { history: true });
  context.database.sqlite.close();
  for (const moment of moments) {
    const child = spawn(process.execPath, [script, dataFolder, one.name, other.name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((begun) => child.stdout.once('data', begun));
    await new Promise((soon) => setTimeout(soon, moment));
    child.kill('SIGKILL');
    await new Promise((gone) => child.once('exit', gone));
    const { sqlite } = openTestDatabase({ dataFolder });
    expect([first, second]).toContain(dump(sqlite, { history: true }));
    sqlite.close();
  }
  const folder = join(dataFolder, 'backups');
  await clearLeftovers(folder);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  for (const { name } of await backupsIn(folder))
    expect((await unpackBackup(join(folder, name), null, join(temporaryFolder(), 'copy'))).kind).toBe('unpacked');
}, 180_000);

test('what SQLite keeps beside an unfinished copy is cleared with it, and nothing of anybody else', async () => {
  const folder = temporaryFolder();
  const copy = '.backup-20261122T203250863Z-hourly.mwpbackup.97b8eb43.copy.part';
  const others = ['.backup-notes', 'budget.xlsx'];
  for (const name of [copy, `${copy}-journal`, `${copy}-wal`, `${copy}-shm`, ...others])
    writeFileSync(join(folder, name), 'x');
  await clearLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual(others);
});
