import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newestOpenBackup, recoverStore } from '../../electron/backups/recover.ts';
import { openDatabase } from '../../electron/database/open.ts';
import { migrationsFolder, now, temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { openTestPlanner } from '../support/planner.ts';

const at = '2026-11-22T08:00:00.000Z';

/** A folder whose store is damaged in the middle, with the backups that were made before. */
async function damagedFolder(backups: number) {
  const { planner, context } = openTestPlanner();
  await planner.organisation.addTrust({ code: 'RX1', name: 'Thistledown', system: null, sites: [], units: [] });
  const contents = dump(context.database.sqlite, { history: true });
  for (let made = 0; made < backups; made++) await planner.backups.make();
  context.database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const dataFolder = temporaryFolder();
  cpSync(join(context.dataFolder, 'backups'), join(dataFolder, 'backups'), { recursive: true });
  const file = join(dataFolder, 'planner.sqlite');
  copyFileSync(context.database.file, file);
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096 * 3, 4096 * 9);
  writeFileSync(file, bytes);
  return { dataFolder, file, contents, damaged: bytes };
}

describe('a store that is damaged', () => {
  test('is replaced by its newest backup, and kept', async () => {
    const { dataFolder, contents, damaged } = await damagedFolder(1);
    expect(openDatabase({ dataFolder, migrationsFolder, now }).kind).toBe('refused');
    expect(await newestOpenBackup(dataFolder)).toBe(now().toISOString());
    const answer = await recoverStore({ dataFolder, migrationsFolder, at });
    if (answer.kind !== 'recovered') throw new Error('not recovered');
    expect(readFileSync(answer.aside).equals(damaged)).toBe(true);
    const opened = openDatabase({ dataFolder, migrationsFolder, now });
    if (opened.kind === 'refused') throw new Error(opened.details);
    expect(dump(opened.database.sqlite, { history: true })).toBe(contents);
    opened.database.sqlite.close();
  });

  test('is replaced by an older backup where the newest is damaged too', async () => {
    const { dataFolder, contents } = await damagedFolder(2);
    const folder = join(dataFolder, 'backups');
    const newest = readdirSync(folder).sort().pop() ?? '';
    const bytes = readFileSync(join(folder, newest));
    writeFileSync(join(folder, newest), bytes.subarray(0, bytes.length - 100));
    expect((await recoverStore({ dataFolder, migrationsFolder, at })).kind).toBe('recovered');
    const opened = openDatabase({ dataFolder, migrationsFolder, now });
    if (opened.kind === 'refused') throw new Error(opened.details);
    expect(dump(opened.database.sqlite, { history: true })).toBe(contents);
    opened.database.sqlite.close();
  });

  test('stays as it is where there is no backup', async () => {
    const { dataFolder, file, damaged } = withoutBackups();
    expect(await newestOpenBackup(dataFolder)).toBeNull();
    expect(await recoverStore({ dataFolder, migrationsFolder, at })).toEqual({ kind: 'none' });
    expect(readFileSync(file).equals(damaged)).toBe(true);
    expect(existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0).toBe(false);
  });
});

function withoutBackups() {
  const dataFolder = temporaryFolder();
  const file = join(dataFolder, 'planner.sqlite');
  const damaged = Buffer.from('SQLite format 3\0 and nothing else');
  writeFileSync(file, damaged);
  return { dataFolder, file, damaged };
}
