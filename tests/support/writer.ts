// Saves one trust after the other, named from the given number on, and prints each number once it is saved, until killed.
// By `startProcess`: writer DATA_FOLDER MIGRATIONS_FOLDER FIRST
import { writeSync } from 'node:fs';
import { recordChange } from '../../electron/database/history.ts';
import { openDatabase } from '../../electron/database/open.ts';

const [dataFolder = '', migrationsFolder = '', first = '1'] = process.argv.slice(2);
const answer = openDatabase({ dataFolder, migrationsFolder, now: () => new Date() });
if (answer.kind === 'refused') throw new Error(answer.details);
const { database } = answer;

/** Milliseconds between two saves. */
const PAUSE = 2;
const clock = new Int32Array(new SharedArrayBuffer(4));
for (let n = Number(first); ; n += 1) {
  recordChange(database, { trustId: null, label: `Trust ${n}`, at: '2026-11-21T09:00:00.000Z' }, () => {
    database.sqlite.prepare('INSERT INTO trust (code, name) VALUES (?, ?)').run(String(n), `Trust ${n}`);
  });
  writeSync(1, `${n}\n`);
  // Where it saved without a break, another planner that waits for its turn might not find the store free within its patience.
  Atomics.wait(clock, 0, 0, PAUSE);
}
