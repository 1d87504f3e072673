import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { backupsIn } from '../../electron/backups/own-folder.ts';
import { temporaryFolder } from '../support/database.ts';
import { writeLargeRoster } from '../support/large-roster.ts';
import { openTestPlanner } from '../support/planner.ts';
import { insertRow } from '../support/row.ts';

const newUnit = { name: 'Birth Centre', kind: 'birth_centre', site: null };

async function withTrust() {
  const opened = openTestPlanner();
  await opened.planner.organisation.addTrust({ code: 'RX1', name: 'Thistledown', system: null, sites: [], units: [] });
  return opened;
}

describe('a backup that is not sound', () => {
  test('is not made of a store whose rows point at nothing, or with a broken page: that is said, and nothing is left', async () => {
    const { planner, context } = await withTrust();
    const { backups, database } = context;
    const { name } = await planner.backups.make();
    const { sqlite } = database;
    sqlite.pragma('foreign_keys = OFF');
    insertRow(sqlite, 'unit', { id: 90, trust_id: 4711, name: 'Nobody’s', name_key: 'nobody’s', kind: 'other' });
    sqlite.pragma('foreign_keys = ON');
    const failed = async () => {
      const outcome = await backups.make('hourly');
      expect(readdirSync(backups.folder)).toEqual([name]);
      expect((await planner.backups.list()).problem).toBe(backups.problem);
      return outcome.kind === 'failed' ? outcome.message : outcome.kind;
    };
    expect(await failed()).toBe(
      'The store is damaged: 1 rows point at rows that are not there, the first from unit to trust',
    );
    sqlite.exec('DELETE FROM unit WHERE id = 90');
    // A page in the midst of the file that says of itself what cannot be.
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const root = sqlite.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'trust'").pluck().get() as number;
    const size = Number(sqlite.pragma('page_size', { simple: true }));
    const bytes = readFileSync(database.file);
    bytes.fill(0xff, (root - 1) * size, (root - 1) * size + 64);
    writeFileSync(database.file, bytes);
    expect(await failed()).toMatch(/malformed|damaged/);
  });

  test('is thrown away where what was written does not read back as what it was made of', async () => {
    const { context } = await withTrust();
    const { backups, database } = context;
    // Loaded anew beside the planner's own, with a disk that gives back something else.
    vi.doMock('../../electron/backups/read.ts', () => ({ proveBody: async () => 'It reads back otherwise.' }));
    try {
      const again = `${new URL('../../electron/backups/write.ts', import.meta.url).pathname}?with-a-bad-disk`;
      const { makeBackup } = (await import(again)) as typeof import('../../electron/backups/write.ts');
      const order = {
        file: database.file,
        folder: backups.folder,
        second: temporaryFolder(),
        reason: 'hourly',
      } as const;
      const more = { at: context.now(), appVersion: '1', lock: null, key: null, storeLock: null };
      expect(await makeBackup({ ...order, ...more })).toEqual({ kind: 'failed', message: 'It reads back otherwise.' });
      expect([readdirSync(backups.folder), readdirSync(order.second)]).toEqual([[], []]);
    } finally {
      vi.doUnmock('../../electron/backups/read.ts');
    }
  });
});

describe('automatic backups', () => {
  test('are made at the end of a start whose newest backup is of a time to come: the clock was ahead then', async () => {
    const { planner, context } = await withTrust();
    const { backups } = context;
    const { name } = await planner.backups.make();
    const ahead = 'backup-20991231T000000000Z-closing.mwpbackup';
    const made = readFileSync(join(backups.folder, name), 'latin1');
    const later = made.replace(/"madeAt":"[^"]+"/, '"madeAt":"2099-12-31T00:00:00.000Z"');
    writeFileSync(join(backups.folder, ahead), later, 'latin1');
    await planner.organisation.addUnit({ trust: 'RX1', ...newUnit });
    backups.keepAutomatically();
    await backups.close();
    expect((await backupsIn(backups.folder)).map(({ header }) => header?.reason)).toContain('closing');
    expect(await backupsIn(backups.folder)).toHaveLength(3);
  });

  test('are made when something was written since the last one, and not otherwise', async () => {
    const { planner, context } = await withTrust();
    const { backups } = context;
    await backups.before('hourly');
    expect(await backupsIn(backups.folder)).toEqual([]);
    backups.keepAutomatically();
    await backups.before('before-import');
    await backups.before('hourly');
    expect((await backupsIn(backups.folder)).map(({ header }) => header?.reason)).toEqual(['before-import']);
    await planner.organisation.addUnit({ trust: 'RX1', ...newUnit });
    await backups.close();
    expect(backups.problem).toBeNull();
  });

  test('are made each hour in which something was written, and before a file is stored', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { planner, context } = await withTrust();
      const { backups } = context;
      const reasons = async () => (await backupsIn(backups.folder)).map(({ header }) => header?.reason).sort();
      backups.keepAutomatically();
      await backups.settled();
      const hour = async (more = 0) => {
        vi.advanceTimersByTime(3_600_000 + more);
        // What the hour asked for waits for what was asked before it.
        await new Promise((soon) => setImmediate(soon));
        await backups.settled();
      };
      await hour(-1);
      expect(await reasons()).toEqual([]);
      await hour(1 - 3_600_000);
      expect(await reasons()).toEqual(['hourly']);
      await hour();
      expect(await reasons()).toEqual(['hourly']);
      await planner.organisation.addUnit({ trust: 'RX1', ...newUnit });
      const text = readFileSync(writeLargeRoster(3), 'utf8');
      const { upload } = await planner.imports.begin({ name: 'roster.csv' });
      await planner.imports.append({ upload, offset: 0, chunk: Buffer.from(text).toString('base64') });
      const { file } = await planner.imports.finish({ upload });
      const found = await planner.imports.inspect({ trust: 'RX1', file });
      expect(found).toMatchObject({ kind: 'recognised' });
      const stored = context.database.sqlite.prepare('SELECT count(*) FROM duty').pluck();
      await planner.imports.commit({ trust: 'RX1', file, overlap: 'add' });
      expect(stored.get()).toBe(3);
      expect(await reasons()).toEqual(['before-import', 'hourly']);
      // It has the unit that was added, and none of the rows of the file.
      const made = await backupsIn(backups.folder);
      const beforeIt = made.find(({ header }) => header?.reason === 'before-import');
      expect(beforeIt?.header?.rows).toMatchObject({ unit: 1, duty: 0 });
      await hour();
      expect(await reasons()).toEqual(['before-import', 'hourly', 'hourly']);
      await backups.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('that the schedule no longer keeps go from both places, and nothing that is no backup does', async () => {
    const { planner, context } = await withTrust();
    const { folder } = context.backups;
    const second = temporaryFolder();
    await planner.backups.setSecond({ folder: second });
    const { name } = await planner.backups.make();
    const old = ['01', '02'].map((hour) => `backup-20100101T${hour}0000000Z-hourly.mwpbackup`);
    const foreign = [
      'Letter to the board.docx',
      'backup-20100101T030000000Z-hourly.mwpbackup.bak',
      'backup-20100101T030000000Z-hourly.zip',
      'backup-of-mine.mwpbackup',
      'my backup-20100101T030000000Z-hourly.mwpbackup',
      'before-1-to-2-2010-01-01.sqlite',
    ];
    for (const place of [folder, second]) {
      for (const file of [...old, ...foreign]) writeFileSync(join(place, file), 'not to be touched');
      mkdirSync(join(place, 'Backup of 2010'));
    }
    const made = await planner.backups.make();
    for (const place of [folder, second])
      expect(readdirSync(place).sort()).toEqual([...foreign, 'Backup of 2010', old[1]!, name, made.name].sort());
    for (const place of [folder, second])
      for (const file of foreign) expect(readFileSync(join(place, file), 'utf8')).toBe('not to be touched');
  });
});
