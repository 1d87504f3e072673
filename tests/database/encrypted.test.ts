import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recoverStore } from '../../electron/backups/recover.ts';
import type { Context } from '../../electron/context.ts';
import { runLine } from '../../electron/command-line/line.ts';
import { canEncrypt } from '../../electron/database/store-key.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { keyOfStore, openWhetherLocked } from '../../electron/protection/open-locked.ts';
import { clearParts, partsOf } from '../../electron/protection/swap.ts';
import { migrationsFolder, now } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { writeLargeRoster } from '../support/large-roster.ts';
import { openTestPlanner, refusalOf } from '../support/planner.ts';
import { openWorkerPlanner } from '../support/worker-planner.ts';

const PASSPHRASE = 'seven midwives on a Tuesday';
const NAME = 'Thistledown and Nightingale';
const project = join(import.meta.dirname, '../..');
const newTrust = { code: 'RX1', name: NAME, system: null, sites: [], units: [] };

/** Every row but those of the audit, which each call adds to. */
const rowsOf = ({ context }: { context: Context }) =>
  dump(context.database.sqlite, { history: true }).replace(/-- audit_entry[^]*?(?=\n-- )/, '');

async function withTrust() {
  const opened = openTestPlanner();
  await opened.planner.organisation.addTrust(newTrust);
  return opened;
}

/** Whether the name of the trust can be read in any file of the data folder. */
const holdsName = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(NAME));

const openAs = async (dataFolder: string, typed: string | null) => {
  const opened = await openWhetherLocked(dataFolder, typed, (key) =>
    openPlanner(dataFolder, project, now, {}, { key }),
  );
  if (opened.kind === 'refused') return opened;
  const rows = rowsOf(opened);
  await opened.close();
  return { kind: 'opened' as const, rows };
};

describe('a store that is locked with a key', () => {
  test('holds the same and can be worked with at once, and nothing in its folder can be read', async () => {
    const { planner, context, dataFolder } = await withTrust();
    const before = rowsOf({ context });
    expect(holdsName(dataFolder)).toBe(true);
    await planner.protection.lock({ passphrase: PASSPHRASE });
    expect(rowsOf({ context })).toBe(before);
    await planner.organisation.addUnit({ trust: 'RX1', name: NAME, kind: 'birth_centre', site: null });
    expect((await planner.organisation.overview()).trusts).toMatchObject([{ code: 'RX1' }]);
    expect(readFileSync(context.database.file).toString('latin1', 0, 15)).not.toBe('SQLite format 3');
    expect(holdsName(dataFolder)).toBe(false);
    expect(await planner.protection.state()).toMatchObject({ isLocked: true, byPassphrase: true, bySystem: false });
  });

  test('opens by the passphrase alone and by the recovery code alone, however it is typed, and by nothing else', async () => {
    const { planner, context, dataFolder } = await withTrust();
    const { recoveryCode } = await planner.protection.lock({ passphrase: PASSPHRASE });
    const rows = rowsOf({ context });
    context.database.sqlite.close();
    expect(await openAs(dataFolder, PASSPHRASE)).toEqual({ kind: 'opened', rows });
    expect(await openAs(dataFolder, recoveryCode.toLowerCase().replaceAll('-', ' '))).toEqual({ kind: 'opened', rows });
    expect(await openAs(dataFolder, null)).toMatchObject({ kind: 'refused', code: 'locked' });
    expect(await openAs(dataFolder, 'eight midwives on a Tuesday')).toMatchObject({
      code: 'locked',
      message: expect.stringContaining('neither the passphrase nor the recovery code'),
    });
  });

  test('opens by the system’s store of secrets alone, and without it by the recovery code', async () => {
    const { planner, context, dataFolder } = await withTrust();
    // Stands for the system's: what it gives out, only it can turn back.
    const kept = new Map<string, Uint8Array>();
    const seal = async (secret: Uint8Array) => {
      kept.set('c2VhbGVk', secret);
      return 'c2VhbGVk';
    };
    Object.assign(context, { system: { seal } });
    const { recoveryCode } = await planner.protection.lock({ passphrase: null });
    expect(await planner.protection.state()).toMatchObject({ bySystem: true, byPassphrase: false });
    context.database.sqlite.close();
    const bySystem = kept.get('c2VhbGVk') ?? null;
    expect(await keyOfStore(dataFolder, { bySystem, typed: null })).not.toHaveProperty('kind');
    expect(await openAs(dataFolder, recoveryCode)).toMatchObject({ kind: 'opened' });
  });

  test('is not locked without anything but the code to open it', async () => {
    const { planner } = await withTrust();
    expect((await refusalOf(planner.protection.lock({ passphrase: null }))).code).toBe('PASSPHRASE_WANTED');
    expect((await refusalOf(planner.protection.renew({ passphrase: PASSPHRASE }))).code).toBe('NOT_LOCKED');
  });

  test('takes a new passphrase and code, and the earlier ones no more', async () => {
    const { planner, context, dataFolder } = await withTrust();
    const first = await planner.protection.lock({ passphrase: PASSPHRASE });
    const second = await planner.protection.renew({ passphrase: 'nine midwives on a Friday' });
    context.database.sqlite.close();
    for (const typed of [PASSPHRASE, first.recoveryCode])
      expect(await openAs(dataFolder, typed)).toMatchObject({ code: 'locked' });
    for (const typed of ['nine midwives on a Friday', second.recoveryCode])
      expect(await openAs(dataFolder, typed)).toMatchObject({ kind: 'opened' });
  });

  test('becomes readable again with the same in it', async () => {
    const { planner, context, dataFolder } = await withTrust();
    const before = rowsOf({ context });
    await planner.protection.lock({ passphrase: PASSPHRASE });
    await planner.protection.unlock();
    expect(rowsOf({ context })).toBe(before);
    context.database.sqlite.close();
    expect(await openAs(dataFolder, null)).toEqual({ kind: 'opened', rows: before });
    expect(readdirSync(dataFolder).filter((name) => /store-key|part$/.test(name))).toEqual([]);
  });

  test('keeps a second copy of its wrapped key among its backups, and opens by that where the first is lost', async () => {
    const { planner, context, dataFolder } = await withTrust();
    await planner.backups.make();
    await planner.protection.lock({ passphrase: PASSPHRASE });
    context.database.sqlite.close();
    rmSync(join(dataFolder, 'store-key.json'));
    expect(await openAs(dataFolder, PASSPHRASE)).toMatchObject({ kind: 'opened' });
  });

  test('takes imports in by the thread of their own, which is told the key, before and after it is locked', async () => {
    const { client, context, upload, close } = await openWorkerPlanner();
    const commit = async (rows: number) =>
      client.imports.commit({ trust: 'T1', file: await upload(writeLargeRoster(rows)), overlap: 'replace' });
    expect(await commit(40)).toMatchObject({ kind: 'committed' });
    await client.protection.lock({ passphrase: PASSPHRASE });
    expect(await commit(90)).toMatchObject({ kind: 'committed', batch: { accepted: 90 } });
    expect(readFileSync(context.database.file).toString('latin1', 0, 15)).not.toBe('SQLite format 3');
    expect(readFileSync(`${context.database.file}-wal`).includes('SQLite format 3')).toBe(false);
    await close();
  }, 120_000);

  test('says in words that another program has the store, and that a build without ciphers cannot open it', async () => {
    const { planner, context } = await withTrust();
    const { default: Sqlite } = await import('better-sqlite3');
    const other = new Sqlite(context.database.file);
    other.prepare('SELECT count(*) FROM trust').get();
    const before = rowsOf({ context });
    expect((await refusalOf(planner.protection.lock({ passphrase: PASSPHRASE }))).code).toBe('STORE_IN_USE');
    expect(rowsOf({ context })).toBe(before);
    other.close();
    expect([canEncrypt({ napi: '8' }), canEncrypt({ napi: '10' })]).toEqual([false, true]);
  });
});

describe('a backup of an encrypted store', () => {
  const own = (name: string, typed: string | null = null) => ({ from: { kind: 'own' as const, name }, typed });

  test('is encrypted itself, is put back without a word where it was made, and elsewhere by passphrase or code', async () => {
    const here = await withTrust();
    const { recoveryCode } = await here.planner.protection.lock({ passphrase: PASSPHRASE });
    const { name } = await here.planner.backups.make();
    const rows = rowsOf(here);
    expect(holdsName(here.dataFolder)).toBe(false);
    expect((await here.planner.backups.list()).backups).toMatchObject([{ name, isLocked: true }]);
    await here.planner.organisation.addUnit({ trust: 'RX1', name: 'Attic', kind: 'birth_centre', site: null });
    await here.planner.backups.restore(own(name));
    expect(rowsOf(here)).toBe(rows);

    const there = openTestPlanner();
    await there.planner.backups.make();
    copyFileSync(join(here.dataFolder, 'backups', name), join(there.dataFolder, 'backups', name));
    expect((await refusalOf(there.planner.backups.preview(own(name)))).code).toBe('PASSPHRASE_NEEDED');
    expect((await refusalOf(there.planner.backups.preview(own(name, 'wrong')))).code).toBe('PASSPHRASE_WRONG');
    for (const typed of [PASSPHRASE, recoveryCode]) await there.planner.backups.restore(own(name, typed));
    expect(rowsOf(there)).toBe(rows);
    expect((await there.planner.protection.state()).isLocked).toBe(false);
  }, 120_000);

  test('that was made before goes back into the encrypted store, which stays encrypted', async () => {
    const { planner, context, dataFolder } = await withTrust();
    const rows = rowsOf({ context });
    const { name } = await planner.backups.make();
    await planner.protection.lock({ passphrase: PASSPHRASE });
    expect((await planner.protection.state()).readableCopies).toBe(1);
    await planner.backups.restore(own(name));
    expect(rowsOf({ context })).toBe(rows);
    await planner.backups.remove({ name });
    expect(holdsName(dataFolder)).toBe(false);
  });

  test('takes the place of a damaged one, encrypted as that was', async () => {
    const { planner, context, dataFolder } = await withTrust();
    await planner.protection.lock({ passphrase: PASSPHRASE });
    await planner.backups.make();
    const { file, key } = context.database;
    context.database.sqlite.close();
    const bytes = readFileSync(file);
    bytes.fill(7, 0, 5 * 4096);
    writeFileSync(file, bytes);
    expect(await openAs(dataFolder, PASSPHRASE)).toMatchObject({ kind: 'refused' });
    const at = now().toISOString();
    expect(await recoverStore({ dataFolder, migrationsFolder, at, key })).toMatchObject({ kind: 'recovered' });
    expect(await openAs(dataFolder, PASSPHRASE)).toMatchObject({ kind: 'opened' });
    expect(holdsName(dataFolder)).toBe(false);
  });
});

test('rows that are saved from a damaged encrypted store, by the command that asks for its key, make one that is encrypted as that was', async () => {
  const { planner, context, dataFolder } = await withTrust();
  await planner.protection.lock({ passphrase: PASSPHRASE });
  const { file } = context.database;
  context.database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  context.database.sqlite.close();
  const bytes = readFileSync(file);
  const page = 4096 * Math.floor(bytes.length / 8192);
  bytes.fill(7, page, page + 4096);
  writeFileSync(file, bytes);
  const salvage = async (typed?: string) => {
    const keyFile = join(dataFolder, 'key.txt');
    if (typed !== undefined) writeFileSync(keyFile, `${typed}\n`);
    const said: string[] = [];
    const words = ['salvage', '--data', dataFolder, ...(typed === undefined ? [] : ['--key-file', keyFile])];
    const code = await runLine(words, project, { print: () => undefined, say: (text) => void said.push(text) });
    return `${code} ${said.join(' ')}`;
  };
  expect(await salvage()).toMatch(/^1 .*Give --key-file FILE/);
  expect(await salvage('not that')).toMatch(/^1 What you typed is neither/);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(await salvage(PASSPHRASE)).toMatch(/^0 The data file was damaged\. \d+ rows of it were read/);
  expect(readFileSync(file).toString('latin1', 0, 15)).not.toBe('SQLite format 3');
  expect(await openAs(dataFolder, PASSPHRASE)).toMatchObject({ kind: 'opened', rows: expect.stringContaining(NAME) });
  expect(holdsName(dataFolder)).toBe(false);
});

test('what a conversion left that was cut off is cleared, and never the store under its second name', async () => {
  const { context } = await withTrust();
  const { file } = context.database;
  const { made, old } = partsOf(file);
  const { linkSync } = await import('node:fs');
  linkSync(file, old);
  writeFileSync(made, 'half');
  const before = statSync(file).size;
  clearParts(file);
  expect([existsSync(made), existsSync(old), statSync(file).size]).toEqual([false, false, before]);
  expect(rowsOf({ context })).toContain(NAME);
});

test('a planner that is killed while it locks or unlocks leaves one whole store, which opens as it should', async () => {
  const { context, dataFolder } = await withTrust();
  const rows = rowsOf({ context });
  context.database.sqlite.close();
  const script = join(import.meta.dirname, '../support/convert-until-killed.ts');
  for (const moment of [120, 480]) {
    const child = spawn(process.execPath, [script, dataFolder, PASSPHRASE], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await new Promise((soon) => setTimeout(soon, moment));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await openAs(dataFolder, PASSPHRASE)).toEqual({ kind: 'opened', rows });
    expect(readdirSync(dataFolder).filter((name) => name.includes('-part'))).toEqual([]);
  }
}, 180_000);
