import { expect, test } from 'vitest';
import { closeDatabase } from '../../electron/database/database.ts';
import { migrationsFolder, openTestDatabase, temporaryFolder } from '../support/database.ts';
import { killsOf, liveUntilKilled, Tally } from '../support/kills.ts';

const kills = killsOf(3);

test('whatever the screen said was saved is there after the planner is killed at any moment', async () => {
  const dataFolder = temporaryFolder();
  const saved: number[] = [];
  const tally = new Tally();
  // How many acknowledgements comes from a fixed seed (Park and Miller's generator), then up to so many milliseconds.
  let seed = 20261121;
  const below = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit;
  for (let kill = 0; kill < kills; kill += 1) {
    const first = kill * 100_000 + 1;
    // Of so many one goes on until SQLite folds its log into the file more than once.
    const saves = 1 + below(kill % 4 === 3 ? 400 : 20);
    const life = await liveUntilKilled('writer', [dataFolder, migrationsFolder, String(first)], {
      since: String(first + saves),
      within: 12,
    });
    saved.push(...life.said.map(Number));
    tally.add(saves > 20 ? 'after many' : 'after a few');

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
  tally.say(`Commits killed, ${saved.length} of them acknowledged`);
  expect(saved.length).toBeGreaterThan(3);
}, 7_200_000);
