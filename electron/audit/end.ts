import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { z } from 'zod';
import type { Broken } from './chain.ts';

/** The newest entry of a chain, kept in a second place: a chain that does not hold it any more has lost its end. */
export const chainEnd = z.object({
  chain: z.string(),
  number: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ChainEnd = z.infer<typeof chainEnd>;

/** Lies beside the store. */
const FILE = 'audit-end.json';

/** The newest entry of the store's own chain; null before the first one. */
export function endOf(sqlite: Sqlite): ChainEnd | null {
  return (
    sqlite
      .prepare<[], ChainEnd>(
        `SELECT chain, number, hash FROM audit_entry WHERE chain = (SELECT chain FROM audit_entry ORDER BY id LIMIT 1)
         ORDER BY number DESC LIMIT 1`,
      )
      .get() ?? null
  );
}

/** The end that was kept beside the store; null where there is none, or none that can be read. */
export function readEnd(folder: string): ChainEnd | null {
  try {
    return chainEnd.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps an end beside the store. What the disk does not take is kept with the next one. */
export function keepEnd(folder: string, end: ChainEnd): void {
  const path = join(folder, FILE);
  const part = `${path}.part`;
  try {
    writeFileSync(part, JSON.stringify(end), { mode: 0o600 });
    renameSync(part, path);
  } catch {
    rmSync(part, { force: true });
  }
}

/** Where a kept end is not in its chain: the first entry that is missing, in words that say where the end was kept. */
export function missingEnd(sqlite: Sqlite, { chain, number, hash }: ChainEnd, where: string): Broken | null {
  const found = sqlite
    .prepare<[string, number], string>('SELECT hash FROM audit_entry WHERE chain = ? AND number = ?')
    .pluck()
    .get(chain, number);
  if (found === hash) return null;
  const last =
    sqlite.prepare<[string], number | null>('SELECT max(number) FROM audit_entry WHERE chain = ?').pluck().get(chain) ??
    0;
  if (found !== undefined)
    return { chain, number, why: `it is another one than ${where} holds, so the chain was written anew` };
  return { chain, number: last + 1, why: `its end is missing, up to entry ${number} at least, which ${where} holds` };
}
