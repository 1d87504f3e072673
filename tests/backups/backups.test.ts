import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupsIn } from '../../electron/backups/own-folder.ts';
import { temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { openTestPlanner, refusalOf } from '../support/planner.ts';

type Planner = ReturnType<typeof openTestPlanner>['planner'];

const PASSPHRASE = 'seven midwives on a Tuesday';
const newTrust = { code: 'RX1', name: 'Thistledown', system: null, sites: [], units: [] };
const newUnit = { name: 'Birth Centre', kind: 'birth_centre', site: null };

async function withTrust() {
  const opened = openTestPlanner();
  await opened.planner.organisation.addTrust(newTrust);
  return opened;
}

const own = (name: string) => ({ from: { kind: 'own' as const, name } });

/** Gives a file to the planner as a page does. */
async function taken(planner: Planner, path: string) {
  const { upload } = await planner.imports.begin({ name: 'from elsewhere.mwpbackup' });
  await planner.imports.append({ upload, offset: 0, chunk: readFileSync(path).toString('base64') });
  const { file } = await planner.imports.finish({ upload });
  return { from: { kind: 'taken' as const, file } };
}

describe('a backup', () => {
  test('brings the store back byte for byte, and what was there before is a backup too', async () => {
    const { planner, context } = await withTrust();
    const { name } = await planner.backups.make();
    const before = dump(context.database.sqlite, { history: true });
    await planner.organisation.addUnit({ trust: 'RX1', ...newUnit });
    const after = dump(context.database.sqlite, { history: true });
    expect(after).not.toBe(before);
    const restored = await planner.backups.restore(own(name));
    expect(dump(context.database.sqlite, { history: true })).toBe(before);
    await planner.backups.restore(own(restored.before));
    expect(dump(context.database.sqlite, { history: true })).toBe(after);
    expect(readdirSync(join(context.dataFolder, 'backups')).filter((file) => file.startsWith('.'))).toEqual([]);
  });

  test('says before it is restored which changes would go', async () => {
    const { planner } = await withTrust();
    const { name } = await planner.backups.make();
    await planner.organisation.addUnit({ trust: 'RX1', ...newUnit });
    const preview = await planner.backups.preview(own(name));
    expect(preview.changesSinceCount).toBe(1);
    expect(preview.changesSince[0]?.label).toContain('Birth Centre');
    expect(preview.tables).toContainEqual({ name: 'Unit', now: 1, inBackup: 0 });
  });

  test('moves a trust to another PC in one file', async () => {
    const here = await withTrust();
    const { name } = await here.planner.backups.make();
    const { contents } = await here.planner.backups.file({ name });
    const file = join(temporaryFolder(), 'carried.mwpbackup');
    writeFileSync(file, Buffer.from(contents, 'base64'));
    const there = openTestPlanner();
    await there.planner.backups.restore(await taken(there.planner, file));
    expect(dump(there.context.database.sqlite, { history: true })).toBe(
      dump(here.context.database.sqlite, { history: true }),
    );
  });

  test('goes to the second place too, and says why where it cannot', async () => {
    const { planner } = await withTrust();
    const second = temporaryFolder();
    await planner.backups.setSecond({ folder: second });
    const { name, problem } = await planner.backups.make();
    expect(problem).toBeNull();
    expect((await backupsIn(second)).map((one) => one.name)).toEqual([name]);
    const gone = join(second, 'share');
    mkdirSync(gone);
    await planner.backups.setSecond({ folder: gone });
    rmdirSync(gone);
    await new Promise((soon) => setTimeout(soon, 2));
    expect((await planner.backups.make().catch((error: Error) => ({ problem: error.message }))).problem).toContain(
      'not there',
    );
  });
});

describe('a locked backup', () => {
  test('opens by its passphrase and by its recovery code, however that is typed, and by nothing else', async () => {
    const { planner, context } = await withTrust();
    const { recoveryCode } = await planner.backups.lock({ passphrase: PASSPHRASE });
    const { name } = await planner.backups.make();
    const bytes = readFileSync(join(context.dataFolder, 'backups', name));
    expect(bytes.includes('Thistledown')).toBe(false);
    expect((await refusalOf(planner.backups.preview(own(name)))).code).toBe('PASSPHRASE_NEEDED');
    expect((await refusalOf(planner.backups.preview({ ...own(name), typed: 'a guess' }))).code).toBe(
      'PASSPHRASE_WRONG',
    );
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    expect((await planner.backups.preview({ ...own(name), typed })).changesSinceCount).toBe(0);
    expect((await planner.backups.preview({ ...own(name), typed: PASSPHRASE })).changesSinceCount).toBe(0);
  });

  test('opens on another PC that has never known the lock', async () => {
    const here = await withTrust();
    await here.planner.backups.lock({ passphrase: PASSPHRASE });
    const { name } = await here.planner.backups.make();
    const there = openTestPlanner();
    const from = await taken(there.planner, join(here.context.dataFolder, 'backups', name));
    await there.planner.backups.restore({ ...from, typed: PASSPHRASE });
    expect(dump(there.context.database.sqlite, { history: true })).toBe(
      dump(here.context.database.sqlite, { history: true }),
    );
  });
});

describe('what is no sound backup is refused and changes nothing', () => {
  const damages: [string, string, (file: string) => void][] = [
    ['a file of something else', 'NOT_A_BACKUP', (file) => writeFileSync(file, 'Dear colleague')],
    ['an empty file', 'NOT_A_BACKUP', (file) => truncateSync(file, 0)],
    ['one that is cut off', 'BACKUP_DAMAGED', (file) => truncateSync(file, readFileSync(file).length - 40)],
    ['one whose contents were altered', 'BACKUP_DAMAGED', (file) => altered(file, (bytes) => bytes.length - 60)],
  ];
  test.each(damages)('%s: %s', async (_, code, damage) => {
    const { planner, context } = await withTrust();
    const { name } = await planner.backups.make();
    const file = join(temporaryFolder(), name);
    copyFileSync(join(context.dataFolder, 'backups', name), file);
    damage(file);
    const before = dump(context.database.sqlite, { history: true });
    expect((await refusalOf(planner.backups.restore(await taken(planner, file)))).code).toBe(code);
    expect(dump(context.database.sqlite, { history: true })).toBe(before);
  });

  test('a locked one whose header was altered', async () => {
    const { planner, context } = await withTrust();
    await planner.backups.lock({ passphrase: PASSPHRASE });
    const { name } = await planner.backups.make();
    const file = join(context.dataFolder, 'backups', name);
    const bytes = readFileSync(file);
    writeFileSync(
      file,
      Buffer.from(bytes.toString('latin1').replace('"reason":"by-hand"', '"reason":"closing"'), 'latin1'),
    );
    expect((await refusalOf(planner.backups.preview({ ...own(name), typed: PASSPHRASE }))).code).toBe('BACKUP_DAMAGED');
  });

  test('a name that leads out of the folder', async () => {
    const { planner, context } = await withTrust();
    expect(existsSync(context.database.file)).toBe(true);
    for (const name of ['../planner.sqlite', context.database.file])
      expect((await refusalOf(planner.backups.file({ name }))).code).toBe('NOT_THERE');
  });
});

describe('the second place', () => {
  test('is refused where it is no folder, or lies inside the data folder', async () => {
    const { planner, context } = await withTrust();
    for (const folder of [
      'backups',
      join(context.dataFolder, 'backups'),
      join(temporaryFolder(), 'nowhere'),
      context.database.file,
    ])
      expect((await refusalOf(planner.backups.setSecond({ folder }))).code).toBe('PLACE_WRONG');
  });
});

describe('settings that cannot be read any more', () => {
  test('are said, stop no backup and no screen, send nothing open to another place, and are set anew', async () => {
    const dataFolder = temporaryFolder();
    writeFileSync(join(dataFolder, 'backup-settings.json'), '{"second":');
    const { planner } = openTestPlanner(dataFolder);
    await planner.organisation.addTrust(newTrust);
    expect((await planner.backups.list()).problem).toMatch(/settings.*cannot be read.*again/i);
    expect((await planner.backups.make()).problem).toMatch(/settings.*cannot be read/i);
    expect((await planner.today.due({ trust: 'RX1' })).backups.problem).toMatch(/settings.*cannot be read/i);
    const second = temporaryFolder();
    await planner.backups.setSecond({ folder: second });
    expect((await planner.backups.list()).problem).toBeNull();
    expect((await planner.backups.make()).problem).toBeNull();
    expect(await backupsIn(second)).toHaveLength(1);
  });
});

describe('a backup that cannot be read or removed', () => {
  test('keeps no other from being listed, made, copied to the second place or put back', async () => {
    const { planner, context } = await withTrust();
    const { folder } = context.backups;
    const second = temporaryFolder();
    await planner.backups.setSecond({ folder: second });
    const { name } = await planner.backups.make();
    // Long past the schedule, two of a day: a folder cannot be removed as a file, and a link leads nowhere.
    for (const hour of ['01', '02'])
      for (const place of [folder, second]) mkdirSync(join(place, `backup-20100101T${hour}0000000Z-hourly.mwpbackup`));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'backup-20110101T010000000Z-hourly.mwpbackup'));
    const made = await planner.backups.make();
    expect(made.problem).toBeNull();
    expect(existsSync(join(second, made.name))).toBe(true);
    expect((await planner.backups.list()).backups.map((one) => one.name)).toContain(made.name);
    expect((await planner.backups.restore(own(name))).before).toContain('before-restore');
  });
});

function altered(file: string, at: (bytes: Buffer) => number): void {
  const bytes = readFileSync(file);
  const place = at(bytes);
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}
