import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { checkStore } from '../../electron/database/check.ts';
import { closeDatabase } from '../../electron/database/database.ts';
import { whyNotSaved } from '../../electron/database/not-saved.ts';
import { performFor } from '../../electron/imports/work.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { migrationsFolder, openTestDatabase, temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { startProcess } from '../support/kills.ts';
import { writeLargeRoster } from '../support/large-roster.ts';
import { openTestPlanner, refusalOf } from '../support/planner.ts';
import { openWorkerPlanner } from '../support/worker-planner.ts';

const trust = { code: 'RX1', name: 'Thistledown', system: null, sites: [], units: [] };
const unit = (name: string) => ({ trust: 'RX1', name, kind: 'other' as const, site: null });

/** A disk of 12 MB of its own; null where none can be had. */
function smallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = temporaryFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder]);
  return status === 0 ? folder : null;
}
const disk = smallDisk();
afterAll(() => {
  if (disk !== null) spawnSync('umount', ['-l', disk]);
});

describe('what this PC may do to the planner', () => {
  test.skipIf(disk === null)(
    `a disk that is full loses nothing that was saved, says so, and takes it all once there is room${disk === null ? ' (skipped: no disk of its own can be had here)' : ''}`,
    async () => {
      const dataFolder = disk ?? '';
      const { client: planner, context, close } = await openWorkerPlanner({ dataFolder });
      await planner.organisation.addTrust(trust);
      const filler = join(dataFolder, 'filler');
      let saved = 0;
      for (let size = 11_000_000; size > 1000; size = Math.floor(size / 2)) {
        const written = spawnSync('dd', [
          'if=/dev/zero',
          `of=${filler}`,
          'oflag=append',
          'conv=notrunc',
          'bs=1k',
          `count=${Math.ceil(size / 1000)}`,
        ]);
        if (written.error) throw written.error;
      }
      const refused = async () => {
        for (; saved < 2000; saved += 1) {
          try {
            await planner.organisation.addUnit(unit(`Unit ${saved}`));
          } catch (error) {
            return error as Error & { code: string };
          }
        }
        throw new Error('The disk was never full');
      };
      const refusal = await refused();
      expect(refusal).toMatchObject({
        code: 'NOT_SAVED',
        message: expect.stringMatching(/no room left.*nothing was changed/i),
      });
      // A profile is one row that is asked back at once, outside any larger change.
      const profile = { name: 'Head of midwifery', role: 'editor' as const, post: null, secret: null };
      const refusedProfile = await refusalOf(planner.profiles.addProfile(profile)).catch((error: Error) => error);
      expect(refusedProfile).toMatchObject({ code: 'NOT_SAVED' });
      expect((await refusalOf(planner.backups.make()).catch((error: Error) => error)).message).toMatch(/no room left/i);
      const count = () => context.database.sqlite.prepare('SELECT count(*) FROM unit').pluck().get();
      expect(count()).toBe(saved);
      // Read from another disk, and stored on the one that is full; then taken in by the page, which writes before it is read.
      const file = writeLargeRoster(2000);
      const importing = performFor(context, file, 'importFromDisk', { path: file, trust: 'RX1' });
      expect(await importing.then(() => 'stored', whyNotSaved)).toMatch(/no room left/i);
      expect(context.database.sqlite.prepare('SELECT count(*) FROM batch').pluck().get()).toBe(0);
      const { upload } = await planner.imports.begin({ name: 'roster.csv' });
      const chunk = readFileSync(file).subarray(0, 200_000).toString('base64');
      const refusedPiece = await refusalOf(planner.imports.append({ upload, offset: 0, chunk })).catch(
        (error: Error) => error,
      );
      expect(refusedPiece).toMatchObject({ code: 'NOT_SAVED', message: expect.stringMatching(/no room left/i) });
      rmSync(filler);
      await planner.organisation.addUnit(unit('After all'));
      expect(count()).toBe(saved + 1);
      expect(checkStore(context.database).sound).toBe(true);
      await close();
    },
  );

  test('another program that holds the data file is named, nothing is half saved, and the next try is taken', async () => {
    const { planner, context, dataFolder } = openTestPlanner();
    await planner.organisation.addTrust(trust);
    context.database.sqlite.pragma('busy_timeout = 50');
    const before = dump(context.database.sqlite, { history: true });
    const holder = await startProcess('holder', dataFolder);
    await once(holder.stdout!, 'data');
    const refusal = await refusalOf(planner.organisation.addUnit(unit('Rowan')));
    expect(refusal).toMatchObject({ code: 'NOT_SAVED', message: expect.stringContaining('Another program holds') });
    expect(dump(context.database.sqlite, { history: true })).toBe(before);
    holder.stdin!.end();
    await once(holder, 'exit');
    expect(await planner.organisation.addUnit(unit('Rowan'))).toBeTruthy();
  });

  test('a clock that is set back changes neither the order of the history nor what undo takes back', async () => {
    let clock = new Date('2026-11-22T09:00:00.000Z');
    const opened = openPlanner(temporaryFolder(), join(import.meta.dirname, '../..'), () => clock);
    if (opened.kind === 'refused') throw new Error(opened.message);
    const planner = inProcessClient(router, opened.context, ({ error }) => {
      throw error;
    });
    await planner.organisation.addTrust(trust);
    await planner.organisation.addUnit(unit('First'));
    const { name: first } = await planner.backups.make();
    await planner.history.keepDraft({
      trust: 'RX1',
      screen: '/staff',
      form: 'Form',
      record: '',
      screenTitle: '',
      role: null,
      fields: [{ name: 'a', label: 'A', value: 'b' }],
    });
    clock = new Date('2025-01-01T09:00:00.000Z');
    await planner.organisation.addUnit(unit('Second'));
    const { name: second } = await planner.backups.make();
    const labels = (await planner.history.changes({ trust: 'RX1' })).map(({ label }) => label);
    expect(labels[0]).toContain('Second');
    expect(labels[1]).toContain('First');
    expect((await planner.history.undo({ trust: 'RX1' })).label).toContain('Second');
    // Neither schedule nor age takes away what seems to come from the future.
    const kept = (await planner.backups.list()).backups.map(({ name }) => name);
    expect(kept).toEqual(expect.arrayContaining([first, second]));
    expect(await planner.history.drafts({ trust: 'RX1' })).toHaveLength(1);
    await opened.close();
  });

  test('a PC that sleeps while an import is stored goes on where it was', { timeout: 120_000 }, async () => {
    const rows = 12_000;
    const dataFolder = temporaryFolder();
    const { planner, context } = openTestPlanner(dataFolder);
    await planner.organisation.addTrust({ ...trust, code: 'T1' });
    closeDatabase(context.database);
    const child = await startProcess('import-until-killed', dataFolder, writeLargeRoster(rows));
    const gone = once(child, 'exit');
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout! })) {
      said.push(line);
      if (line !== 'storing') continue;
      child.kill('SIGSTOP');
      await pause(700);
      child.kill('SIGCONT');
    }
    await gone;
    expect(said).toEqual(['reading', 'storing', 'saving', 'stored']);
    const database = openTestDatabase({ dataFolder });
    expect(database.sqlite.prepare('SELECT count(*) FROM duty').pluck().get()).toBe(rows);
    expect(checkStore(database).sound).toBe(true);
  });

  test('two planners that save into one store at once lose nothing of each other', { timeout: 60_000 }, async () => {
    const dataFolder = temporaryFolder();
    closeDatabase(openTestDatabase({ dataFolder }));
    const starting = ['1', '1000001'].map(async (first) => {
      const child = await startProcess('writer', dataFolder, migrationsFolder, first);
      const said: string[] = [];
      const lines = createInterface({ input: child.stdout! }).on('line', (line) => said.push(line));
      return { child, said, closed: once(lines, 'close') };
    });
    const writers = await Promise.all(starting);
    while (writers.some(({ said }) => said.length < 20)) {
      expect(writers.map(({ child }) => child.exitCode)).toEqual([null, null]);
      await pause(20);
    }
    for (const { child } of writers) child.kill('SIGKILL');
    await Promise.all(writers.map(({ closed }) => closed));
    const { sqlite } = openTestDatabase({ dataFolder });
    const there = new Set(sqlite.prepare<[], string>('SELECT code FROM trust').pluck().all());
    expect(writers.flatMap(({ said }) => said).filter((code) => !there.has(code))).toEqual([]);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

test('a copy of the data folder that is made while the planner writes opens, with what was saved before it', async () => {
  const { planner, dataFolder } = openTestPlanner();
  await planner.organisation.addTrust(trust);
  const copy = temporaryFolder();
  cpSync(dataFolder, copy, { recursive: true });
  writeFileSync(join(copy, 'note.txt'), 'somebody else’s');
  const { sqlite } = openTestDatabase({ dataFolder: copy });
  expect(sqlite.prepare('SELECT name FROM trust').pluck().all()).toEqual(['Thistledown']);
});
