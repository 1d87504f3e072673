import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { connect } from '../database/connection.ts';
import type { Database } from '../database/database.ts';
import type { AuditEntry } from './repository.ts';

/**
 * Entries that wait until the store takes them, in a small file beside it, encrypted as the store is. The file is there for as
 * long as they wait.
 */
export class WaitingEntries {
  readonly #database: Database;
  readonly #file: string;

  constructor(database: Database, folder: string) {
    this.#database = database;
    this.#file = join(folder, 'audit-waiting.sqlite');
  }

  get areThere(): boolean {
    return existsSync(this.#file);
  }

  /** They are on the disk when this returns. */
  keep(entries: readonly AuditEntry[]): void {
    this.#open((sqlite) => {
      const insert = sqlite.prepare('INSERT INTO waiting VALUES (?)');
      sqlite.transaction(() => entries.forEach((entry) => insert.run(JSON.stringify(entry)))).immediate();
    });
  }

  /** Those that wait, in the order in which they came. */
  read(): AuditEntry[] {
    return this.#open((sqlite) => {
      const rows = sqlite.prepare<[], string>('SELECT entry FROM waiting ORDER BY rowid').pluck().all();
      return rows.map((text) => JSON.parse(text) as AuditEntry);
    });
  }

  clear(): void {
    for (const file of [this.#file, `${this.#file}-journal`]) rmSync(file, { force: true });
  }

  #open<Answer>(work: (sqlite: Sqlite) => Answer): Answer {
    const sqlite = connect(this.#file, { nativeBinding: undefined, key: this.#database.key });
    try {
      sqlite.exec('CREATE TABLE IF NOT EXISTS waiting (entry TEXT NOT NULL)');
      return work(sqlite);
    } finally {
      sqlite.close();
    }
  }
}
