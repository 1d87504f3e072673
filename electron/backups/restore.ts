import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { ofThisPc } from '../database/append-only.ts';
import { connect, countRows, findOrphans, tableNames } from '../database/connection.ts';
import { closeDatabase } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import { quote } from '../database/recorder.ts';
import { type StoreKey, storeKey } from '../database/store-key.ts';
import { likeStore } from '../protection/like-store.ts';
import type { BackupHeader } from './backup-file.ts';
import { unpackBackup, type UnpackRefusal } from './read.ts';

export interface RestoreOrder {
  /** The store's file. */
  readonly file: string;
  /** Where it is unpacked: the planner's own folder, since what is unpacked holds people's data. */
  readonly folder: string;
  readonly migrationsFolder: string;
  /** The backup. */
  readonly path: string;
  /** A passphrase or a recovery code; null where none was typed. */
  readonly typed: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What encrypts the store; null where nothing does. What is unpacked is made like it. */
  readonly key: Uint8Array | null;
}

export interface RestoreRefusal {
  readonly kind: 'refused';
  readonly code: UnpackRefusal | 'BACKUP_NEWER' | 'NO_CIPHERS';
  readonly message: string;
}

/** What a restore would change. */
export interface RestorePreview {
  readonly kind: 'preview';
  readonly header: BackupHeader;
  /** Tables whose number of rows differs, as the store names them. */
  readonly tables: readonly { readonly table: string; readonly now: number; readonly inBackup: number }[];
  /** Changes by hand since the backup, the newest first, of so many. */
  readonly changesSince: readonly { readonly at: string; readonly label: string }[];
  readonly changesSinceCount: number;
  /** Imports by file name that would go, and that would come back. */
  readonly importsGoing: readonly string[];
  readonly importsBack: readonly string[];
}

export type Restored = { readonly kind: 'restored'; readonly header: BackupHeader };

const SHOWN_CHANGES = 100;

/** What restoring would change; nothing is changed. */
export function previewRestore(order: RestoreOrder): Promise<RestorePreview | RestoreRefusal> {
  return withUnpacked(order, (unpacked, header, key) => {
    const store = connect(order.file, { readonly: true, nativeBinding: undefined, key });
    try {
      store.prepare('ATTACH ? AS backup').run(unpacked);
      return compare(store, { unpacked, header, key });
    } finally {
      store.close();
    }
  });
}

/**
 * Puts every row of the backup in the place of the store's in one transaction: cut off at any moment it has done all or
 * nothing, and the store stays open meanwhile. To be called while nobody else writes, and after a backup of what is there.
 */
export function restoreBackup(order: RestoreOrder): Promise<Restored | RestoreRefusal> {
  return withUnpacked(order, (unpacked, header, key) => {
    const store = connect(order.file, { nativeBinding: undefined, key });
    try {
      // A trusted copy of rows: parents may go before their children, and all references are followed at the end.
      store.pragma('foreign_keys = OFF');
      store.prepare('ATTACH ? AS backup').run(unpacked);
      store.transaction(() => replaceRows(store)).immediate();
      return { kind: 'restored', header };
    } finally {
      store.close();
    }
  });
}

function replaceRows(store: Sqlite): void {
  for (const table of tableNames(store)) {
    if (ofThisPc.has(table)) continue;
    const columns = store
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table)
      .map(quote)
      .join(', ');
    store.exec(`DELETE FROM main.${quote(table)}`);
    store.exec(`INSERT INTO main.${quote(table)} (${columns}) SELECT ${columns} FROM backup.${quote(table)}`);
  }
  mergeAudit(store);
  const orphans = findOrphans(store);
  if (orphans !== undefined) throw new Error(orphans);
}

/**
 * What happened since the backup stays told, and what it tells of another PC is taken along: entries are added where there
 * is none of that chain and number, and never replaced.
 */
function mergeAudit(store: Sqlite): void {
  const columns = 'chain, number, at, who, role, kind, what, trust, record, previous, hash';
  store.exec(
    `INSERT INTO main.audit_entry (${columns}) SELECT ${columns} FROM backup.audit_entry there
     WHERE NOT EXISTS (SELECT 1 FROM main.audit_entry here WHERE here.chain = there.chain AND here.number = there.number)
     ORDER BY there.chain, there.number`,
  );
}

/** Unpacks into a folder of its own, brings it up to this version and checks it, and leaves nothing behind. */
async function withUnpacked<Answer>(
  { folder, migrationsFolder, path, typed, at, key: bytes }: RestoreOrder,
  use: (unpacked: string, header: BackupHeader, key: StoreKey | undefined) => Answer,
): Promise<Answer | RestoreRefusal> {
  const own = join(folder, `.restoring-${randomBytes(6).toString('hex')}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  try {
    const unpacked = join(own, 'planner.sqlite');
    const answer = await unpackBackup(path, typed, unpacked);
    if (answer.kind === 'refused') return answer;
    const key = bytes === null ? undefined : await storeKey(bytes);
    const refusal = await likeStore(unpacked, answer.header, typed, key);
    if (refusal !== undefined) return refusal;
    const opened = openDatabase({ dataFolder: own, migrationsFolder, now: () => new Date(at), key });
    if (opened.kind === 'refused') {
      const isNewer = opened.code === 'newer_version';
      return isNewer
        ? {
            kind: 'refused',
            code: 'BACKUP_NEWER',
            message: 'A newer planner made this backup. Update the planner, then restore it.',
          }
        : {
            kind: 'refused',
            code: 'BACKUP_DAMAGED',
            message: 'What is in this backup is damaged, so nothing was restored. Choose another backup.',
          };
    }
    closeDatabase(opened.database);
    return use(unpacked, answer.header, key);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** What was unpacked, with its header and with what encrypts it now. */
interface UnpackedStore {
  readonly unpacked: string;
  readonly header: BackupHeader;
  readonly key: StoreKey | undefined;
}

function compare(store: Sqlite, { unpacked, header, key }: UnpackedStore): RestorePreview {
  const counts = rowsOf(unpacked, key);
  const tables = [...countRows(store)].flatMap(([table, now]) => {
    const before = counts.get(table) ?? 0;
    return now === before || ofThisPc.has(table) ? [] : [{ table, now, inBackup: before }];
  });
  const since = `FROM main.change c WHERE NOT EXISTS
    (SELECT 1 FROM backup.change b WHERE b.id = c.id AND b.at = c.at AND b.label = c.label)`;
  const imports = (here: string, there: string) =>
    store
      .prepare<[], string>(
        `SELECT file_name FROM ${here}.batch h WHERE undone_at IS NULL AND NOT EXISTS
         (SELECT 1 FROM ${there}.batch t WHERE t.id = h.id AND t.file_sha256 = h.file_sha256 AND t.undone_at IS NULL) ORDER BY id DESC`,
      )
      .pluck()
      .all();
  return {
    kind: 'preview',
    header,
    tables,
    changesSince: store
      .prepare<[], { at: string; label: string }>(
        `SELECT c.at, c.label ${since} ORDER BY c.id DESC LIMIT ${SHOWN_CHANGES}`,
      )
      .all(),
    changesSinceCount: store.prepare<[], number>(`SELECT count(*) ${since}`).pluck().get() ?? 0,
    importsGoing: imports('main', 'backup'),
    importsBack: imports('backup', 'main'),
  };
}

function rowsOf(file: string, key: StoreKey | undefined): Map<string, number> {
  const copy = connect(file, { readonly: true, nativeBinding: undefined, key });
  try {
    return countRows(copy);
  } finally {
    copy.close();
  }
}
