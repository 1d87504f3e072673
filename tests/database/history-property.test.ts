import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../electron/database/database.ts';
import { recordChange, redoLast, undoLast } from '../../electron/database/history.ts';
import { openTestDatabase } from '../support/database.ts';
import { dumper } from '../support/dump.ts';
import { laterMigrations } from '../support/migrations.ts';

const at = '2026-11-21T09:00:00.000Z';

// Tables of the test's own, with all that a real one may have: references that refuse, cascade and clear, to others and
// to themselves, unique columns, columns that are null, and integers of any size.
const migrations = laterMigrations(`
  CREATE TABLE parent (id integer PRIMARY KEY, name text UNIQUE, size integer, above integer REFERENCES parent(id) ON DELETE CASCADE) STRICT;
  CREATE TABLE child (id integer PRIMARY KEY, note text NOT NULL, parent_id integer REFERENCES parent(id) ON DELETE CASCADE) STRICT;
  CREATE TABLE guest (id integer PRIMARY KEY, place integer UNIQUE, child_id integer REFERENCES child(id) ON DELETE SET NULL) STRICT;
  CREATE TABLE anchor (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent(id) ON DELETE RESTRICT) STRICT;`);

const statements = [
  'INSERT INTO parent (id, name, size, above) VALUES (@id, @text, @integer, @other)',
  'INSERT OR REPLACE INTO parent (id, name, size) VALUES (@id, @text, @integer)',
  'INSERT INTO parent (id, name, size) VALUES (@id, @text, 1) ON CONFLICT DO UPDATE SET size = @integer, name = @text',
  'UPDATE parent SET size = @integer, name = @text WHERE id = @id',
  'UPDATE parent SET above = @other WHERE id = @id',
  'UPDATE parent SET id = ifnull(@other, 6) WHERE id = @id',
  'DELETE FROM parent WHERE id = @id',
  'INSERT INTO child (note, parent_id) VALUES (ifnull(@text, @integer), @other)',
  'UPDATE child SET parent_id = @other WHERE id <= @id',
  'DELETE FROM child WHERE id = @id',
  'INSERT INTO guest (place, child_id) VALUES (@integer, @other)',
  'UPDATE guest SET place = -place',
  'DELETE FROM guest WHERE id >= @id',
  'INSERT INTO anchor (parent_id) VALUES (@id)',
  'DELETE FROM anchor',
];

const smallId = fc.integer({ min: 1, max: 5 });
const values = fc.record({
  id: smallId,
  other: fc.option(smallId),
  text: fc.option(fc.oneof(fc.constantFrom('', 'a', 'b'), fc.string({ unit: 'binary', maxLength: 12 }))),
  integer: fc.option(
    fc.oneof(fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }), fc.bigInt({ min: 0n, max: 3n })),
  ),
});
const statement = fc.record({ sql: fc.constantFrom(...statements), values });
const commands = fc.array(fc.array(statement, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

/** Does each command as one change; one that a constraint refuses leaves nothing. */
function perform(database: Database, changes: { sql: string; values: object }[][]): void {
  for (const [n, change] of changes.entries()) {
    try {
      recordChange(database, { trustId: 1, label: `Change ${n}`, at }, () => {
        for (const { sql, values: bound } of change) database.sqlite.prepare(sql).run(bound);
      });
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) throw error;
    }
  }
}

const everyStep = (step: () => { kind: string }) => {
  for (let outcome = step(); outcome.kind !== 'nothing'; outcome = step())
    expect(outcome).toMatchObject({ kind: 'done' });
};

test('undoing any changes one by one gives back the data to the byte, and redoing them gives the later data', () => {
  const database = openTestDatabase({ migrations });
  const { sqlite } = database;
  const dump = dumper(sqlite);
  // Only the disk is spared here: what is proven is the same.
  sqlite.pragma('synchronous = OFF');
  fc.assert(
    fc.property(commands, commands, (before, changes) => {
      for (const table of ['change_row', 'change', 'anchor', 'guest', 'child', 'parent'])
        sqlite.exec(`DELETE FROM ${table}`);
      perform(database, before);
      for (const table of ['change_row', 'change']) sqlite.exec(`DELETE FROM ${table}`);
      const start = dump();
      perform(database, changes);
      const end = dump();
      for (let round = 0; round < 2; round += 1) {
        everyStep(() => undoLast(database, 1, at));
        expect(dump()).toBe(start);
        everyStep(() => redoLast(database, 1));
        expect(dump()).toBe(end);
      }
    }),
    { numRuns: 40, seed: 20261121 },
  );
});
