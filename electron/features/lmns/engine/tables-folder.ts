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
import type { ReturnDocument, SystemCompile } from '#contract';
import type { Context } from '../../../context.ts';
import { sumsTable, valuesTable } from './amount-tables.ts';
import { csvLine, loadingSql } from './csv-line.ts';
import { ProtectedValues, sumsToldWhole } from './protected-values.ts';
import type { EngineTable, EngineValue } from './table.ts';
import { engineTables } from './tables.ts';
import { withoutSentences } from './told-in-words.ts';

/** True where a folder is there and holds something. */
export const holdsSomething = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/** Whether numbers of people are left out as the compile leaves them out, or tables hold what each trust sent. */
export type TablesForm = 'protected' | 'as sent';

const everyTable = [...engineTables, sumsTable];

/**
 * A folder of CSV files into which returns are written one after the other, with `schema.json`, the SQL that loads them
 * and the SQL of the compile. The schema comes last: a folder without one was not finished.
 */
export class TablesFolder {
  readonly #folder: string;
  readonly #form: TablesForm;
  readonly #files = new Map<string, number>();
  readonly #values = new ProtectedValues();
  #returns = 0;

  constructor(folder: string, form: TablesForm) {
    this.#folder = folder;
    this.#form = form;
  }

  add(document: ReturnDocument): void {
    if (this.#returns === 0) this.#begin();
    this.#returns += 1;
    const isProtected = this.#form === 'protected';
    if (isProtected) this.#values.add(document, this.#returns);
    const told = isProtected ? withoutSentences(document) : document;
    for (const table of engineTables)
      if (!(isProtected && table === valuesTable)) this.#rows(table, table.rows(told, this.#returns));
  }

  /**
   * Closes the files and says what they hold; nothing where no return was added. `compiled` answers the compile of the
   * newest period of each kind.
   */
  finish(
    { resourcesFolder, version, now }: Pick<Context, 'resourcesFolder' | 'version' | 'now'>,
    compiled: () => readonly SystemCompile[],
  ): void {
    if (this.#returns === 0) return;
    const systems = this.#form === 'protected' ? compiled() : [];
    for (const [id, values] of this.#values.values(systems))
      this.#rows(valuesTable, valuesTable.rows({ measures: { values } } as unknown as ReturnDocument, id));
    this.#rows(sumsTable, sumsToldWhole(systems));
    for (const file of this.#files.values()) closeSync(file);
    const sql = join(resourcesFolder, 'sql');
    for (const name of readdirSync(sql)) copyFileSync(join(sql, name), join(this.#folder, name));
    writeFileSync(join(this.#folder, 'load.sql'), loadingSql(everyTable));
    const schema = {
      format: 'maternity-workforce-planner/return-tables',
      version: 2,
      madeAt: now(),
      appVersion: version,
      returns: this.#returns,
      smallNumbers: this.#form === 'protected' ? `left out below ${systems[0]?.hideBelow ?? 0}` : 'as sent',
      files: 'CSV (RFC 4180) in UTF-8 with headings; an empty field is not known; timestamps are in UTC',
      tables: everyTable.map(({ name, about, columns }) => ({ name, file: `${name}.csv`, about, columns })),
    };
    writeFileSync(join(this.#folder, 'schema.json'), `${JSON.stringify(schema, null, 1)}\n`);
  }

  #begin(): void {
    mkdirSync(this.#folder, { recursive: true });
    for (const { name, columns } of everyTable) {
      this.#files.set(name, openSync(join(this.#folder, `${name}.csv`), 'w', 0o600));
      this.#write(name, `${columns.map((column) => column.name).join(',')}\n`);
    }
  }

  #rows({ name, columns }: Pick<EngineTable, 'name' | 'columns'>, rows: readonly EngineValue[][]): void {
    const types = columns.map(({ type }) => type);
    if (rows.length > 0) this.#write(name, rows.map((row) => csvLine(row, types)).join(''));
  }

  #write(name: string, text: string): void {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`No file of ${name} is open`);
    writeSync(file, text);
  }
}
