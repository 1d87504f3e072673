import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkStore } from '../../electron/database/check.ts';
import { closeDatabase } from '../../electron/database/database.ts';
import { openTestDatabase, temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { writeLargeRoster } from '../support/large-roster.ts';
import { openTestPlanner } from '../support/planner.ts';

const rows = 12_000;
/** `KILL_RUNS` kills more often. */
const kills = Number(process.env['KILL_RUNS'] ?? 4);
const script = join(import.meta.dirname, '../support/import-until-killed.ts');

/** Imports the file in a process of its own; kills it that long after it began to store. Answers how long storing took. */
async function importAndKill(data: string, file: string, after: number | null): Promise<number> {
  const child = spawn(process.execPath, [script, data, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('storing');
  const began = performance.now();
  if (after === null) {
    expect((await lines.next()).value).toBe('stored');
  } else {
    await pause(after);
    child.kill('SIGKILL');
  }
  const took = performance.now() - began;
  await gone;
  return took;
}

describe('a process that is killed while it stores an import', () => {
  it('leaves either nothing or everything', { timeout: 3_600_000 }, async () => {
    const dataFolder = temporaryFolder();
    const { planner, context } = openTestPlanner(dataFolder);
    await planner.organisation.addTrust({ code: 'T1', name: 'Test Trust', system: null, sites: [], units: [] });
    const before = dump(context.database.sqlite, { history: true });
    closeDatabase(context.database);
    const file = writeLargeRoster(rows);
    const copy = () => {
      const folder = temporaryFolder();
      cpSync(dataFolder, folder, { recursive: true });
      return folder;
    };

    const whole = await importAndKill(copy(), file, null);
    const outcomes: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const folder = copy();
      // As it begins, then all over the time that storing takes, and a little beyond its end.
      await importAndKill(folder, file, kill === 0 ? 0 : Math.random() * whole * 1.1);
      const database = openTestDatabase({ dataFolder: folder });
      const count = (table: string) => database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      expect(checkStore(database)).toMatchObject({ sound: true });
      if (count('batch') === 0) {
        expect(dump(database.sqlite, { history: true })).toBe(before);
        outcomes.push('nothing');
      } else {
        expect([count('batch'), count('duty'), count('unit')]).toEqual([1, rows, 4]);
        outcomes.push('everything');
      }
    }
    if (process.env['KILL_RUNS']) process.stdout.write(`Imports killed: ${outcomes.join(' ')}\n`);
    expect(outcomes).toHaveLength(kills);
    expect(outcomes).toContain('nothing');
  });
});
