import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ReturnDocument } from '#contract';
import type { Context } from '../../../context.ts';
import { csvLine, loadingSql } from './csv-line.ts';
import { engineTables } from './tables.ts';

/** True where a folder is there and holds something. */
export const holdsSomething = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/**
 * A folder of CSV files into which returns are written one after the other, with `schema.json`, the SQL that loads them
 * and the SQL of the compile. The schema comes last: a folder without one was not finished.
 */
export class TablesFolder {
  readonly #folder: string;
  readonly #files = new Map<string, number>();
  #returns = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(document: ReturnDocument): void {
    if (this.#returns === 0) this.#begin();
    this.#returns += 1;
    for (const table of engineTables) {
      const types = table.columns.map(({ type }) => type);
      const lines = table.rows(document, this.#returns).map((row) => csvLine(row, types));
      if (lines.length > 0) this.#write(table.name, lines.join(''));
    }
  }

  /** Closes the files and says what they hold; nothing where no return was added. */
  finish({ resourcesFolder, version, now }: Pick<Context, 'resourcesFolder' | 'version' | 'now'>): void {
    for (const file of this.#files.values()) closeSync(file);
    if (this.#returns === 0) return;
    const sql = join(resourcesFolder, 'sql');
    for (const name of readdirSync(sql)) copyFileSync(join(sql, name), join(this.#folder, name));
    writeFileSync(join(this.#folder, 'load.sql'), loadingSql(engineTables));
    const schema = {
      format: 'maternity-workforce-planner/return-tables',
      version: 1,
      madeAt: now(),
      appVersion: version,
      returns: this.#returns,
      files: 'CSV (RFC 4180) in UTF-8 with headings; an empty field is not known; timestamps are in UTC',
      tables: engineTables.map(({ name, about, columns }) => ({ name, file: `${name}.csv`, about, columns })),
    };
    writeFileSync(join(this.#folder, 'schema.json'), `${JSON.stringify(schema, null, 1)}\n`);
  }

  #begin(): void {
    mkdirSync(this.#folder, { recursive: true });
    for (const { name, columns } of engineTables) {
      this.#files.set(name, openSync(join(this.#folder, `${name}.csv`), 'w', 0o600));
      this.#write(name, `${columns.map((column) => column.name).join(',')}\n`);
    }
  }

  #write(name: string, text: string): void {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`No file of ${name} is open`);
    writeSync(file, text);
  }
}
