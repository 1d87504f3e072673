import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { jobsHere, jobsInThread } from '../../electron/backups/work.ts';
import { applicationId } from '../../electron/database/connection.ts';
import { closeDatabase } from '../../electron/database/database.ts';
import { openDatabase } from '../../electron/database/open.ts';
import type { OpenRefusalCode } from '../../electron/database/refusal.ts';
import { isShare, liesOnShare } from '../../electron/database/share.ts';
import { migrationsFolder, now, openTestDatabase, temporaryFolder } from '../support/database.ts';
import { laterMigrations } from '../support/migrations.ts';

const addTrust = "INSERT INTO trust (code, name) VALUES ('RX1', 'Northmere')";
const fileIn = (folder: string) => join(folder, 'planner.sqlite');
const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A closed data file with one trust and enough rows to fill pages. */
function closedFile(migrations = migrationsFolder): string {
  const database = openTestDatabase({ migrations });
  database.sqlite.exec(`BEGIN; ${addTrust}`);
  const long = 'A room with a view of the sea. '.repeat(20);
  const add = database.sqlite.prepare("INSERT INTO site (trust_id, name) VALUES (1, ? || ' ' || ?)");
  for (let n = 0; n < 100; n += 1) add.run(n, long);
  database.sqlite.exec('COMMIT');
  closeDatabase(database);
  return database.file.slice(0, -'/planner.sqlite'.length);
}

function expectRefusal(dataFolder: string, code: OpenRefusalCode) {
  const answer = openDatabase({ dataFolder, migrationsFolder, now });
  expect(answer).toMatchObject({ kind: 'refused', code, details: expect.stringContaining('planner.sqlite') });
  if (answer.kind !== 'refused') throw new Error('opened');
  expect(answer.title).toMatch(/^[A-Z].*[a-z]$/);
  expect(answer.message).toMatch(/\.$/);
  return answer;
}

/** Refused, with the data file as it was to the byte and nothing left beside it. */
function expectUntouched(dataFolder: string, code: OpenRefusalCode) {
  const [before, names] = [digest(fileIn(dataFolder)), readdirSync(dataFolder)];
  const answer = expectRefusal(dataFolder, code);
  expect(digest(fileIn(dataFolder))).toBe(before);
  expect(readdirSync(dataFolder)).toEqual(names);
  return answer;
}

describe('opening the data file', () => {
  test('a first start makes the file, and a later start finds what was saved', () => {
    const dataFolder = join(temporaryFolder(), 'made', 'when missing');
    const first = openTestDatabase({ dataFolder });
    expect(first.sqlite.pragma('application_id', { simple: true })).toBe(applicationId);
    first.sqlite.exec(addTrust);
    closeDatabase(first);
    expect(readdirSync(dataFolder)).toEqual(['planner.sqlite']);
    const again = openTestDatabase({ dataFolder });
    expect(again.sqlite.prepare('SELECT name FROM trust').pluck().all()).toEqual(['Northmere']);
  });

  test('a start that was interrupted while it made the file is made good by the next', () => {
    const dataFolder = temporaryFolder();
    writeFileSync(fileIn(dataFolder), '');
    openTestDatabase({ dataFolder }).sqlite.exec(addTrust);
  });

  test('a commit waits for the disk, references are enforced, and deleted rows leave no trace', () => {
    const { sqlite } = openTestDatabase();
    const pragma = (name: string) => sqlite.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('busy_timeout')).toBe(5000);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('secure_delete')).toBe(1);
    expect(() => sqlite.exec("INSERT INTO site (trust_id, name) VALUES (99, 'Nowhere')")).toThrow(/FOREIGN KEY/);
  });

  test('two copies of the planner may work on one file', () => {
    const first = openTestDatabase();
    const second = openTestDatabase({ dataFolder: join(first.file, '..') });
    second.sqlite.exec(addTrust);
    expect(first.sqlite.prepare('SELECT count(*) FROM trust').pluck().get()).toBe(1);
  });
});

describe('refusing a file, which is left as it is', () => {
  test('a file of a newer version', () => {
    const answer = expectUntouched(
      closedFile(laterMigrations('CREATE TABLE later (id integer PRIMARY KEY) STRICT;')),
      'newer_version',
    );
    expect(answer.message).toContain('newer version');
  });

  test('a file of a newer version whose log was not folded in', () => {
    const database = openTestDatabase({
      migrations: laterMigrations('CREATE TABLE later (id integer PRIMARY KEY) STRICT;'),
    });
    database.sqlite.exec(addTrust);
    expectUntouched(join(database.file, '..'), 'newer_version');
  });

  test('a file of a build that was not released', () => {
    const dataFolder = closedFile();
    const sqlite = new BetterSqlite3(fileIn(dataFolder));
    sqlite.exec('UPDATE __drizzle_migrations SET created_at = created_at + 1');
    sqlite.close();
    expectUntouched(dataFolder, 'not_ours');
  });

  test('a file that is not a database', () => {
    const dataFolder = temporaryFolder();
    writeFileSync(fileIn(dataFolder), 'Duty roster of the week\n'.repeat(100));
    expectUntouched(dataFolder, 'not_ours');
  });

  test('a database of another app', () => {
    const dataFolder = temporaryFolder();
    const other = new BetterSqlite3(fileIn(dataFolder));
    other.exec('PRAGMA application_id = 252006674; CREATE TABLE trust (id INTEGER PRIMARY KEY)');
    other.close();
    expectUntouched(dataFolder, 'not_ours');
  });

  test('a file with damaged pages', () => {
    const dataFolder = closedFile();
    const bytes = readFileSync(fileIn(dataFolder));
    // The header of the file stays whole, as it would when a disk goes bad somewhere else.
    for (let page = 4; page * 4096 < bytes.length; page += 1) bytes.fill(0xa5, page * 4096 + 8, page * 4096 + 900);
    writeFileSync(fileIn(dataFolder), bytes);
    const answer = expectUntouched(dataFolder, 'damaged');
    expect(answer.message).toContain('backup');
  });

  test('a file that has lost its end', () => {
    const dataFolder = closedFile();
    truncateSync(fileIn(dataFolder), 5 * 4096);
    expectUntouched(dataFolder, 'damaged');
  });

  test('a log whose data file is gone', () => {
    const dataFolder = temporaryFolder();
    writeFileSync(`${fileIn(dataFolder)}-wal`, 'rows that are nowhere else');
    expectRefusal(dataFolder, 'damaged');
    expect(readdirSync(dataFolder)).toEqual(['planner.sqlite-wal']);
  });

  test('a file that another process has for itself, as it does while it migrates', () => {
    const dataFolder = closedFile();
    const holder = new BetterSqlite3(fileIn(dataFolder));
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT');
    try {
      expectRefusal(dataFolder, 'in_use');
    } finally {
      holder.close();
    }
  });
});

describe('a data folder on a network share', () => {
  test('is refused in words before anything is made or touched there', () => {
    const folder = join(temporaryFolder(), 'data');
    const answer = openDatabase({ dataFolder: folder, migrationsFolder, now, isRemote: () => true });
    expect(answer).toMatchObject({ kind: 'refused', code: 'network', message: expect.stringContaining('--data') });
    expect(existsSync(folder)).toBe(false);
    const dataFolder = closedFile();
    const before = digest(fileIn(dataFolder));
    expect(openDatabase({ dataFolder, migrationsFolder, now, isRemote: () => true })).toMatchObject({
      code: 'network',
    });
    expect(digest(fileIn(dataFolder))).toBe(before);
  });

  test('is known by where it really lies', () => {
    const windows = (path: string) => isShare({ platform: 'win32', path, type: 0 });
    for (const path of ['\\\\trust-fs01\\maternity', '\\\\?\\UNC\\trust-fs01\\maternity', '\\\\10.0.0.7\\m$'])
      expect([path, windows(path)]).toEqual([path, true]);
    for (const path of ['C:\\Users\\lead\\data', '\\\\?\\C:\\data', '\\\\.\\C:\\data'])
      expect([path, windows(path)]).toEqual([path, false]);
    const linux = (type: number) => isShare({ platform: 'linux', path: '/srv/data', type });
    expect([0x6969, 0xff534d42, 0xfe534d42].map(linux)).toEqual([true, true, true]);
    // ext4, xfs, btrfs, tmpfs, overlay.
    expect([0xef53, 0x58465342, 0x9123683e, 0x1021994, 0x794c7630].map(linux)).toEqual(Array(5).fill(false));
    expect(liesOnShare(join(temporaryFolder(), 'not', 'there'))).toBe(false);
  });
});

describe('a store that is looked through once the planner has started', () => {
  const after = (dataFolder: string, migrations = migrationsFolder) =>
    openDatabase({ dataFolder, migrationsFolder: migrations, now, check: 'after' });
  const damage = (dataFolder: string) => {
    const bytes = readFileSync(fileIn(dataFolder));
    // The last pages hold rows of sites: nothing that a start reads.
    bytes.fill(0xa5, bytes.length - 4096 * 3);
    writeFileSync(fileIn(dataFolder), bytes);
  };

  test('opens at once where it was closed properly, and its damage is found then', async () => {
    const dataFolder = closedFile();
    damage(dataFolder);
    const answer = after(dataFolder);
    if (answer.kind === 'refused') throw new Error(answer.details);
    expect(answer.isChecked).toBe(false);
    const order = { file: answer.database.file, key: null };
    const script = join(import.meta.dirname, '../../electron/backups-worker.ts');
    expect(await jobsInThread(script).check(order)).toMatch(/page|btree|invalid|malformed/i);
    closeDatabase(answer.database);
    const sound = openTestDatabase();
    expect(await jobsHere.check({ file: sound.file, key: null })).toBe(null);
  });

  test('is looked through first where the planner was cut off the last time, and before it is migrated', () => {
    const dataFolder = closedFile();
    const cut = openTestDatabase({ dataFolder });
    cut.sqlite.exec("INSERT INTO trust (code, name) VALUES ('RX2', 'Southmere')");
    const copy = temporaryFolder();
    for (const name of ['planner.sqlite', 'planner.sqlite-wal']) copyFileSync(join(dataFolder, name), join(copy, name));
    closeDatabase(cut);
    expect(after(copy)).toMatchObject({ kind: 'opened', isChecked: true });

    damage(dataFolder);
    const answer = after(dataFolder, laterMigrations('ALTER TABLE site ADD note text;'));
    expect(answer).toMatchObject({ kind: 'refused', code: 'damaged' });
  });
});

describe('a data folder that cannot be written to', () => {
  test('a file stands where the folder should be', () => {
    const dataFolder = join(temporaryFolder(), 'taken');
    writeFileSync(dataFolder, 'not a folder');
    expectRefusal(dataFolder, 'cannot_write');
  });

  test.skipIf(process.platform !== 'linux')('the folder cannot be made (on Linux)', () => {
    expectRefusal('/proc/planner', 'cannot_write');
  });

  const asRoot = process.getuid?.() === 0;
  // Root may write anywhere, so root becomes nobody for the moment; where a test runs in a thread it cannot.
  const able = process.platform !== 'win32' && (!asRoot || typeof process.seteuid === 'function');
  const asNobody = (work: () => void) => {
    if (!asRoot) return work();
    process.seteuid?.(65534);
    try {
      work();
    } finally {
      process.seteuid?.(0);
    }
  };

  test.skipIf(!able)('the folder is read-only, empty or with data in it (where rights can be taken away)', () => {
    const [empty, full] = [temporaryFolder(), closedFile()];
    chmodSync(fileIn(full), 0o666);
    for (const dataFolder of [empty, full]) chmodSync(dataFolder, 0o555);
    const before = digest(fileIn(full));
    asNobody(() => {
      expectRefusal(empty, 'cannot_write');
      expectRefusal(full, 'cannot_write');
    });
    expect(digest(fileIn(full))).toBe(before);
    for (const dataFolder of [empty, full]) chmodSync(dataFolder, 0o755);
  });

  test.skipIf(!able)('the file is read-only (where rights can be taken away)', () => {
    const dataFolder = closedFile();
    chmodSync(dataFolder, 0o777);
    chmodSync(fileIn(dataFolder), 0o444);
    asNobody(() => expectRefusal(dataFolder, 'cannot_write'));
  });
});
