import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder, temporaryFolder } from './database.ts';

type Journal = {
  version: string;
  dialect: string;
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
};

/** The journal of a migrations folder, oldest step first. */
export const readJournal = (folder: string): Journal =>
  JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;

/** A copy of the app's migrations, for a version to come: one step more for each SQL text given. */
export function laterMigrations(...steps: string[]): string {
  const folder = temporaryFolder();
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = readJournal(folder);
  for (const sql of steps) {
    const idx = journal.entries.length;
    const tag = `${String(idx).padStart(4, '0')}_step`;
    const when = (journal.entries.at(-1)?.when ?? 0) + 1000;
    journal.entries.push({ idx, version: '6', when, tag, breakpoints: true });
    writeFileSync(join(folder, `${tag}.sql`), sql);
  }
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  return folder;
}
