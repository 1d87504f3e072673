import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkStore } from '../../electron/database/check.ts';
import { closeDatabase } from '../../electron/database/database.ts';
import { openTestDatabase, temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { killsOf, liveUntilKilled, phasesOf, Tally } from '../support/kills.ts';
import { writeLargeRoster } from '../support/large-roster.ts';
import { openTestPlanner } from '../support/planner.ts';

const rows = 12_000;
const kills = killsOf(4);

describe('a process that is killed while it imports', () => {
  it('leaves either nothing or everything, and everything once it was told that it is stored', {
    timeout: 7_200_000,
  }, async () => {
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

    const whole = await liveUntilKilled('import-until-killed', [copy(), file], null);
    expect(whole.said).toEqual(['reading', 'storing', 'saving', 'stored']);
    let phases = phasesOf(whole, 40);
    // The first kill comes while rows are stored, the next as they are put on the disk, then once it is done, then while it reads.
    const order = ['storing', 'saving', 'stored', 'reading'];
    const outcomes = new Set<string>();
    const tally = new Tally();
    for (let kill = 0; kill < kills; kill++) {
      const folder = copy();
      const phase = phases.find(({ since }) => since === order[kill % order.length])!;
      const life = await liveUntilKilled('import-until-killed', [folder, file], phase);
      const { said } = life;
      // A busy PC takes its time, which changes in a long run.
      if (said.length === whole.said.length) phases = phasesOf(life, 40);
      const database = openTestDatabase({ dataFolder: folder });
      const count = (table: string) => database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      expect(checkStore(database)).toMatchObject({ sound: true });
      const outcome = count('batch') === 0 ? 'nothing' : 'everything';
      if (outcome === 'nothing') expect(dump(database.sqlite, { history: true })).toBe(before);
      else expect([count('batch'), count('duty'), count('unit')]).toEqual([1, rows, 4]);
      if (said.includes('stored')) expect(outcome).toBe('everything');
      outcomes.add(outcome);
      tally.add(said.at(-1) ?? 'not a word', outcome);
      closeDatabase(database);
    }
    tally.say('Imports killed');
    expect([...outcomes].sort()).toEqual(['everything', 'nothing']);
  });
});
