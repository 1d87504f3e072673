import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
/** `KILL_RUNS` kills at so many more, at random. */
const more = Number(process.env['KILL_RUNS'] ?? 0);
const moments = [57, 211, ...Array.from({ length: more }, () => Math.random() * 1500)];

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
    const gone = once(child, 'exit');
    await Promise.race([once(child.stdout, 'data'), gone]);
    await new Promise((soon) => setTimeout(soon, moment));
    child.kill('SIGKILL');
    await gone;
    const { sqlite } = openTestDatabase({ dataFolder });
    expect([first, second]).toContain(dump(sqlite, { history: true }));
    sqlite.close();
  }
  const folder = join(dataFolder, 'backups');
  await clearLeftovers(folder);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  for (const { name } of await backupsIn(folder))
    expect((await unpackBackup(join(folder, name), null, join(temporaryFolder(), 'copy'))).kind).toBe('unpacked');
}, 3_600_000);

test('what SQLite keeps beside an unfinished copy is cleared with it, and nothing of anybody else', async () => {
  const folder = temporaryFolder();
  const copy = '.backup-20261122T203250863Z-hourly.mwpbackup.97b8eb43.copy.part';
  const others = ['.backup-notes', 'budget.xlsx'];
  for (const name of [copy, `${copy}-journal`, `${copy}-wal`, `${copy}-shm`, ...others])
    writeFileSync(join(folder, name), 'x');
  await clearLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual(others);
});
