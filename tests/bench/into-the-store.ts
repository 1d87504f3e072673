import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from '../../electron/context.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const TRUST = 'T1';
/** What an import of a duty roster fills with a row for each row of the file. */
const TABLES = ['duty', 'unavailability'];

/** An empty store with one trust, deleted when the process ends. */
async function openStore(): Promise<Context> {
  const { openPlanner } = await import('../../electron/open-planner.ts');
  const { router } = await import('../../electron/router.ts');
  const { inProcessClient } = await import('../../electron/transport/in-process.ts');
  const folder = mkdtempSync(join(tmpdir(), 'planner-bench-'));
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  process.on('exit', () => {
    opened.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const client = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  await client.organisation.addTrust({ code: TRUST, name: 'Bench', system: null, sites: [], units: [] });
  return opened.context;
}

async function importInto(context: Context, file: string): Promise<number> {
  const { importForCommandLine } = await import('../../electron/imports/command-line.ts');
  const report = await importForCommandLine(context, file, { trust: TRUST });
  if (!('accepted' in report)) throw new Error(JSON.stringify(report));
  if (report.kind !== 'duty_roster') throw new Error(`The roster was taken for ${report.kind}`);
  return report.accepted;
}

/** From the file to its rows in the store, as the command line does it. */
export async function prepareImport(file: string): Promise<() => Promise<number>> {
  const context = await openStore();
  await import('../../electron/imports/command-line.ts');
  return () => importInto(context, file);
}

/**
 * Stores the rows that an import of the file stores, column for column, in a store of the same shape: one prepared
 * statement for each table, one transaction.
 */
export async function prepareInsert(file: string): Promise<() => number> {
  const context = await openStore();
  await importInto(context, file);
  const { sqlite } = context.database;
  const tables = TABLES.map((table) => {
    const select = sqlite.prepare(`SELECT * FROM "${table}"`).raw();
    const names = select.columns().map(({ name }) => `"${name}"`);
    return { table, names, rows: select.all() as unknown[][] };
  });
  const target = (await openStore()).database.sqlite;
  // What the rows refer to is not there.
  target.pragma('foreign_keys = OFF');
  return () => {
    target
      .transaction(() => {
        for (const { table, names, rows } of tables) {
          const insert = target.prepare(`INSERT INTO "${table}" (${names}) VALUES (${names.map(() => '?')})`);
          for (const row of rows) insert.run(row);
        }
      })
      .immediate();
    return tables.reduce((sum, { rows }) => sum + rows.length, 0);
  };
}
