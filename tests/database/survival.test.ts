import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { closeDatabase } from '../../electron/database/database.ts';
import { migrationsFolder, openTestDatabase, temporaryFolder } from '../support/database.ts';

const writer = join(dirname(fileURLToPath(import.meta.url)), '../support/writer.ts');

/** Lets the writer save, kills it without warning some milliseconds after it has said so often enough, and tells what it said. */
async function killedWhileSaving(
  dataFolder: string,
  first: number,
  after: number,
  milliseconds: number,
): Promise<number[]> {
  const child = spawn(process.execPath, [writer, dataFolder, migrationsFolder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const before = said.split('\n').length;
    said += text;
    if (before <= after && said.split('\n').length > after) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return said.trim().split('\n').map(Number);
}

/** `KILL_RUNS` kills more often. */
const kills = Number(process.env['KILL_RUNS'] ?? 3);

test('whatever the screen said was saved is there after the planner is killed at any moment', async () => {
  const dataFolder = temporaryFolder();
  const saved: number[] = [];
  // Moments from a fixed seed: so many acknowledgements, then so many milliseconds (Park and Miller's generator).
  let seed = 20261121;
  const below = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit;
  for (let kill = 0; kill < kills; kill += 1) {
    const first = kill * 100_000 + 1;
    saved.push(...(await killedWhileSaving(dataFolder, first, 1 + below(20), below(12))));

    const database = openTestDatabase({ dataFolder });
    const there = database.sqlite.prepare<[], string>('SELECT code FROM trust').pluck().all().map(Number);
    expect(saved.filter((n) => !there.includes(n))).toEqual([]);
    // A saved row and its entry in the history come together or not at all, and at most one was saved but not yet said.
    const entries = database.sqlite.prepare<[], string>(
      "SELECT 'Trust ' || code FROM trust EXCEPT SELECT label FROM change",
    );
    expect(entries.pluck().all()).toEqual([]);
    expect(database.sqlite.prepare('SELECT count(*) FROM change').pluck().get()).toBe(there.length);
    expect(there.length - saved.length).toBeLessThanOrEqual(kill + 1);
    expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    closeDatabase(database);
  }
  expect(saved.length).toBeGreaterThan(3);
}, 3_600_000);
