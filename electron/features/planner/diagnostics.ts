import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { countRows, findDamage } from '../../database/connection.ts';

/** What the planner runs on, such as "Node 24.21.0, linux x64". */
export function runtimeInWords(): string {
  const { electron, chrome, node } = process.versions;
  const parts = [...(electron ? [`Electron ${electron}`, `Chrome ${chrome}`] : []), `Node ${node}`];
  return `${parts.join(', ')}, ${process.platform} ${process.arch}`;
}

const SHOWN_FAILURES = 20;

/** When and where something failed that should not have, without what it said: that may hold a value. */
function failuresIn(dataFolder: string): string[] {
  try {
    const lines = readFileSync(join(dataFolder, 'failures.jsonl'), 'utf8').trim().split('\n');
    return lines.slice(-SHOWN_FAILURES).flatMap((line) => {
      const { at, reference, procedure } = JSON.parse(line) as Record<string, unknown>;
      const known = [at, reference, procedure].every(
        (part) => typeof part === 'string' && /^[\w.:-]{1,60}$/u.test(part),
      );
      return known ? [`${String(at)} ${String(reference)} ${String(procedure)}`] : [];
    });
  } catch {
    return [];
  }
}

/** Facts for whoever helps, as text to copy. Holds no name, no path, no text that anybody typed: counts and versions alone. */
export function diagnose({ database, reference, version, dataFolder, policy, backups }: Context): string {
  const { sqlite, file, key } = database;
  const bytes = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const rows = [...countRows(sqlite)].filter(([, count]) => count > 0);
  return [
    `Planner ${version}, ${runtimeInWords()}`,
    `SQLite ${String(sqlite.prepare('SELECT sqlite_version()').pluck().get())}, schema ${String(sqlite.pragma('user_version', { simple: true }))}`,
    `Store: ${bytes(file)} bytes, log ${bytes(`${file}-wal`)} bytes, ${key === undefined ? 'not encrypted' : 'encrypted'}`,
    `Quick check: ${findDamage(sqlite, 'quick_check') === undefined ? 'sound' : 'damaged'}`,
    `Backups: ${backups.problem === null ? 'no problem' : 'the last one had a problem'}`,
    `Policy decides: ${
      policy === null
        ? 'nothing'
        : Object.keys(policy)
            .filter((name) => name !== 'file' && name !== 'format')
            .join(', ')
    }`,
    '',
    'Packs',
    ...reference.packs.map(({ id, version: edition }) => `${id} ${edition}`),
    '',
    'Rows',
    ...rows.map(([table, count]) => `${table} ${count}`),
    '',
    'Failures',
    ...failuresIn(dataFolder),
  ].join('\n');
}
