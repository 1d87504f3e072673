import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { salvageStore } from '../../electron/backups/salvage.ts';
import { closeDatabase } from '../../electron/database/database.ts';
import { openDatabase } from '../../electron/database/open.ts';
import { migrationsFolder, now, openTestDatabase, temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';

const at = '2026-11-22T08:00:00.000Z';
/** `DAMAGE_RUNS` tries more places. */
const runs = Number(process.env['DAMAGE_RUNS'] ?? 4);
const PAGE = 4096;

/** A closed store with rows enough for some hundred pages. */
function wholeStore(): { file: string; text: string } {
  const { sqlite, file } = openTestDatabase();
  sqlite.exec("BEGIN; INSERT INTO trust (code, name) VALUES ('RX1', 'Thistledown')");
  const add = sqlite.prepare('INSERT INTO site (trust_id, name) VALUES (1, ?)');
  const unit = sqlite.prepare(
    "INSERT INTO unit (trust_id, site_id, name, name_key, kind, position) VALUES (1, ?, ?, ?, 'other', ?)",
  );
  for (let n = 1; n <= 1500; n += 1) {
    add.run(`Site ${n} ${'by the sea '.repeat(20)}`);
    unit.run(n, `Unit ${n} ${'on the hill '.repeat(20)}`, `unit ${n}`, n);
  }
  sqlite.exec('COMMIT');
  const text = dump(sqlite);
  closeDatabase({ sqlite });
  return { file, text };
}

const rowsOf = (text: string) => text.split('\n').filter((line) => !line.startsWith('-- '));

/** Park and Miller's generator: the same places each time. */
function places(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => (state = (state * 48271) % 2147483647) % limit;
}

describe('a store with damaged pages', () => {
  test(`has what can be read read into a new one, and is kept (${runs} places)`, { timeout: 600_000 }, () => {
    const whole = wholeStore();
    const original = readFileSync(whole.file);
    const all = new Set(rowsOf(whole.text));
    const below = places(20261122);
    const pages = original.length / PAGE;
    const outcomes = { opened: 0, salvaged: 0, none: 0 };
    let read = 0;
    for (let run = 0; run < runs; run += 1) {
      const dataFolder = temporaryFolder();
      const file = join(dataFolder, 'planner.sqlite');
      const bytes = Buffer.from(original);
      // From one page to eight, wiped as a bad disk wipes them; never the first, which makes it another file.
      for (let hits = 1 + below(8); hits > 0; hits -= 1) {
        const page = 1 + below(pages - 1);
        bytes.fill(below(2) === 0 ? 0 : 0xa5, page * PAGE, (page + 1) * PAGE);
      }
      writeFileSync(file, bytes);
      const first = openDatabase({ dataFolder, migrationsFolder, now });
      if (first.kind === 'opened') {
        outcomes.opened += 1;
        closeDatabase(first.database);
        continue;
      }
      expect(first.code).toBe('damaged');
      const answer = salvageStore({ dataFolder, migrationsFolder, at });
      outcomes[answer.kind] += 1;
      if (answer.kind === 'none') {
        expect(readFileSync(file).equals(bytes)).toBe(true);
        continue;
      }
      expect(readFileSync(answer.aside).equals(bytes)).toBe(true);
      const again = openDatabase({ dataFolder, migrationsFolder, now });
      if (again.kind === 'refused') throw new Error(again.details);
      const { sqlite } = again.database;
      expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      const left = rowsOf(dump(sqlite));
      expect(left.filter((row) => !all.has(row))).toEqual([]);
      read += left.length;
      const known = answer.tables.filter(({ lost }) => lost !== null);
      for (const one of known)
        if (one.table === 'site' || one.table === 'unit') expect(one.read + (one.lost ?? 0)).toBe(1500);
      expect(readFileSync(answer.report, 'utf8')).toMatch(/^The data file was damaged\. \d+ rows of it were read/);
      closeDatabase(again.database);
    }
    if (process.env['DAMAGE_RUNS'])
      process.stdout.write(`${JSON.stringify({ ...outcomes, rows: all.size, read: read / outcomes.salvaged })}\n`);
    // A page holds some sixteen rows of these; one that leads to others costs more.
    expect(read / outcomes.salvaged).toBeGreaterThan(all.size / 2);
  });

  test('of which nothing at all can be read stays as it is', () => {
    const { file: whole } = wholeStore();
    const dataFolder = temporaryFolder();
    const file = join(dataFolder, 'planner.sqlite');
    copyFileSync(whole, file);
    const bytes = readFileSync(file);
    bytes.fill(0xa5, PAGE);
    writeFileSync(file, bytes);
    expect(salvageStore({ dataFolder, migrationsFolder, at })).toEqual({ kind: 'none' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});
