import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '#drizzle';
import { applicationId, connect, findDamage, settle } from './connection.ts';
import type { Database } from './database.ts';
import { type Header, readHeader, sizeOf } from './header.ts';
import { keyFiles } from './key-file.ts';
import { migrateFile } from './migrate.ts';
import { isPrefix, type Migration, readMigrations, runMigrations } from './migrations.ts';
import { refuseChanges } from './append-only.ts';
import { startRecorder } from './recorder.ts';
import { codeOf, describe, type OpenRefusal, refuse } from './refusal.ts';
import { liesOnShare } from './share.ts';
import { keepStatements } from './statements.ts';
import { canEncrypt, type StoreKey } from './store-key.ts';

export type { OpenRefusal } from './refusal.ts';

export type OpenOptions = {
  /** Folder of the data file; made where it does not exist. */
  dataFolder: string;
  /** Folder of the generated migrations. */
  migrationsFolder: string;
  now: () => Date;
  /** Path of better-sqlite3's addon, where it does not lie in its package. */
  nativeBinding?: string | undefined;
  /** What opens the store where it is encrypted; one that is not is opened without it. */
  key?: StoreKey | undefined;
  /**
   * Whether the whole file is looked through for damage before it is opened, or by the caller once the planner has started:
   * reading ten years of a large trust takes seconds. What was not closed properly, or is migrated, is looked through first.
   */
  check?: 'first' | 'after' | undefined;
  /** Whether a folder lies on another computer. */
  isRemote?: (folder: string) => boolean;
};

/** `isChecked` is false where the caller has to look through the file. */
export type OpenedDatabase = { kind: 'opened'; database: Database; isChecked: boolean };

/**
 * Opens `planner.sqlite` in the data folder: makes it, or checks it and brings it up to this version. A file that cannot
 * be used is refused as data and kept; only a bug of ours or an incomplete app throws.
 */
export function openDatabase(options: OpenOptions): OpenedDatabase | OpenRefusal {
  const { dataFolder, migrationsFolder, now, nativeBinding, check = 'first', isRemote = liesOnShare } = options;
  const migrations = readMigrations(migrationsFolder);
  const file = resolve(dataFolder, 'planner.sqlite');
  const facts = [`File: ${file}`, `Version of the planner: ${migrations.length}`];
  try {
    if (isRemote(resolve(dataFolder))) return refuse('network', facts);
    makeFolder(resolve(dataFolder));
    const header = readHeader(file);
    if (
      header.kind === 'not_sqlite' &&
      options.key === undefined &&
      keyFiles(dataFolder).some((path) => existsSync(path))
    )
      return refuse(canEncrypt() ? 'locked' : 'no_ciphers', facts);
    const key = header.kind === 'not_sqlite' ? options.key : undefined;
    const isChecked = check === 'first' || header.kind === 'new' || sizeOf(`${file}-wal`) > 0;
    const refusal = prepare(file, header, { migrations, facts, now, nativeBinding, key, isChecked });
    return refusal ?? { kind: 'opened', database: openConnection(file, { nativeBinding, key }), isChecked };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return refuse(code, [...facts, describe(error)]);
  }
}

/** Makes a folder and those it lies in; Node's own way to do so never ends where a parent takes no folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

type Preparation = {
  migrations: readonly Migration[];
  facts: readonly string[];
  now: () => Date;
  nativeBinding: string | undefined;
  key: StoreKey | undefined;
  /** False where somebody else looks through a file of this version. */
  isChecked: boolean;
};

/** Makes, checks or migrates the file, so that it can be worked with. */
function prepare(file: string, read: Header, preparation: Preparation): OpenRefusal | undefined {
  const { migrations, facts, now, nativeBinding, key, isChecked } = preparation;
  const header = key === undefined ? read : readEncryptedHeader(file, key);
  if (header.kind === 'new') {
    const log = sizeOf(`${file}-wal`);
    if (log > 0) return refuse('damaged', [...facts, `The file is missing or empty, but its log has ${log} bytes`]);
    create(file, migrations, nativeBinding);
    return undefined;
  }
  if (header.kind === 'not_sqlite') return refuse('not_ours', [...facts, 'The file is not a SQLite database']);
  if (header.applicationId !== applicationId) {
    return refuse('not_ours', [...facts, `The file belongs to application ${header.applicationId}`]);
  }
  const newer = (version: number) => refuse('newer_version', [...facts, `Version of the file: ${version}`]);
  if (header.version > migrations.length) return newer(header.version);

  // Read-only where there is a log, since closing would fold it into a file that may be refused.
  const sqlite = connect(file, { readonly: sizeOf(`${file}-wal`) > 0, nativeBinding, key });
  let version: number;
  try {
    version = Number(sqlite.pragma('user_version', { simple: true }));
    if (version > migrations.length) return newer(version);
    const damage = isChecked || version < migrations.length ? findDamage(sqlite, 'quick_check') : undefined;
    if (damage !== undefined) return refuse('damaged', [...facts, `Version of the file: ${version}`, damage]);
    if (!isPrefix(sqlite, version, migrations)) {
      return refuse('not_ours', [...facts, 'The file was made by a build of the planner that was not released']);
    }
  } finally {
    sqlite.close();
  }
  return version < migrations.length ? migrateFile({ file, version, migrations, now, nativeBinding, key }) : undefined;
}

/** What the header says beneath the encryption; `not_sqlite` where the key is not this file's, or its beginning is damaged. */
function readEncryptedHeader(file: string, key: StoreKey): Header {
  const sqlite = connect(file, { readonly: true, nativeBinding: undefined, key });
  try {
    const read = (name: string) => Number(sqlite.pragma(name, { simple: true }));
    return { kind: 'sqlite', applicationId: read('application_id'), version: read('user_version') };
  } catch (error) {
    if (codeOf(error) === 'not_ours') return { kind: 'not_sqlite' };
    throw error;
  } finally {
    sqlite.close();
  }
}

/** Makes the file in one transaction, so that one interrupted leaves it empty. */
function create(file: string, migrations: readonly Migration[], nativeBinding: string | undefined): void {
  const sqlite = connect(file, { nativeBinding });
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    // Another process may have made it in the meantime.
    if (sqlite.pragma('user_version', { simple: true }) === 0) {
      sqlite.pragma(`application_id = ${applicationId}`);
      runMigrations(sqlite, 0, migrations);
    }
    sqlite.exec('COMMIT');
  } finally {
    sqlite.close();
  }
}

/** Another connection to a data file that this process has open, for another thread; with the same settings and recorder. */
export function openAgain(file: string, key: StoreKey | undefined): Database {
  return openConnection(file, { nativeBinding: undefined, key });
}

function openConnection(file: string, options: Pick<Preparation, 'nativeBinding' | 'key'>): Database {
  const sqlite = connect(file, options);
  try {
    settle(sqlite);
    refuseChanges(sqlite);
    startRecorder(sqlite);
    return { sqlite, db: drizzle(keepStatements(sqlite), { schema }), file, key: options.key, turns: 0 };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}
