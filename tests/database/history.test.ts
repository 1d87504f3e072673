import { beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, type Database, inTransaction } from '../../electron/database/database.ts';
import { lastChanges, recordChange, redoLast, undoLast, historyState } from '../../electron/database/history.ts';
import { openTestDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { insertRow } from '../support/row.ts';

const at = '2026-11-21T09:00:00.000Z';
const later = '2026-11-21T09:05:00.000Z';
let database: Database;

const run = (sql: string) => database.sqlite.exec(sql);
const change = (label: string, sql: string, trustId: number | null = 1) =>
  recordChange(database, { trustId, label, at }, () => void run(sql));
const addUnit = (id: number, key: string) =>
  `INSERT INTO unit (id, trust_id, name, name_key, kind, position) VALUES (${id}, 1, '${key}', '${key}', 'antenatal', ${id});`;
const units = () => database.sqlite.prepare<[], string>('SELECT name_key FROM unit ORDER BY id').pluck().all();
const undo = (trustId: number | null = 1) => undoLast(database, trustId, later);

beforeEach(() => {
  database = openTestDatabase();
  run("INSERT INTO trust (id, code, name) VALUES (1, 'RX1', 'Northmere'), (2, 'RX2', 'Southmere');");
});

/** An import that books a duty on a unit; imports are not recorded. */
const importDuty = (unit: number) => {
  insertRow(database.sqlite, 'batch', { id: 1, trust_id: 1, kind: 'duty_roster' });
  insertRow(database.sqlite, 'duty', { trust_id: 1, batch_id: 1, unit_id: unit, date: '2026-10-01' });
};

describe('undo and redo', () => {
  test('take back the last change of a trust and do it again, with the same ids', () => {
    change('Add the unit Rowan', addUnit(7, 'rowan'));
    change('Rename Rowan', "UPDATE unit SET name = 'Rowan ward', site_id = NULL WHERE id = 7");
    const end = dump(database.sqlite);
    expect(undo()).toEqual({ kind: 'done', changeId: 2, label: 'Rename Rowan' });
    expect(database.sqlite.prepare('SELECT name FROM unit WHERE id = 7').pluck().get()).toBe('rowan');
    expect(undo()).toMatchObject({ kind: 'done', label: 'Add the unit Rowan' });
    expect(units()).toEqual([]);
    expect(undo()).toEqual({ kind: 'nothing', label: null });
    expect(redoLast(database, 1)).toMatchObject({ kind: 'done', label: 'Add the unit Rowan' });
    expect(redoLast(database, 1)).toMatchObject({ kind: 'done', label: 'Rename Rowan' });
    expect(redoLast(database, 1)).toEqual({ kind: 'nothing', label: null });
    expect(dump(database.sqlite)).toBe(end);
  });

  test('work after a restart', () => {
    change('Add the unit Rowan', addUnit(7, 'rowan'));
    closeDatabase(database);
    database = openTestDatabase({ dataFolder: database.file.replace(/planner\.sqlite$/, '') });
    expect(undo()).toMatchObject({ kind: 'done', label: 'Add the unit Rowan' });
    expect(units()).toEqual([]);
  });

  test('keep to the trust in view, and to changes that belong to none', () => {
    change('Add a system', "INSERT INTO system (name, kind) VALUES ('Coast', 'LMNS')", null);
    change('Add the unit Rowan', addUnit(7, 'rowan'), 1);
    change('Rename Southmere', "UPDATE trust SET name = 'South' WHERE id = 2", 2);
    expect(undo(1)).toMatchObject({ label: 'Add the unit Rowan' });
    expect(undo(null)).toMatchObject({ label: 'Add a system' });
    expect(historyState(database, 2)).toMatchObject({ undo: 'Rename Southmere', redo: null, savedAt: at });
    expect(historyState(database, 1)).toMatchObject({ undo: null, redo: 'Add the unit Rowan', savedAt: later });
    expect(historyState(database, 3)).toMatchObject({ undo: null, redo: null, savedAt: null });
  });

  test('a new change takes what was undone off the redo list of its trust only', () => {
    change('Add the unit Rowan', addUnit(7, 'rowan'), 1);
    change('Rename Southmere', "UPDATE trust SET name = 'South' WHERE id = 2", 2);
    undo(1);
    undo(2);
    change('Add the unit Birch', addUnit(8, 'birch'), 1);
    expect(redoLast(database, 1)).toMatchObject({ kind: 'nothing' });
    expect(redoLast(database, 2)).toMatchObject({ kind: 'done', label: 'Rename Southmere' });
    expect(lastChanges(database, 1, 10)).toMatchObject([{ id: 3, label: 'Add the unit Birch', at, undone: false }]);
  });

  test('put back integers beyond 2^53, empty and missing text, and every character', () => {
    const value = `quote " ' \\ / é 👶 \n\t\u0001 end`;
    database.sqlite
      .prepare("INSERT INTO setting (id, trust_id, key, value) VALUES (9007199254740993, 1, 'k', ?)")
      .run(`${value}\0after`);
    run(
      "INSERT INTO unit (id, trust_id, name, name_key, kind, position) VALUES (-9223372036854775807, 1, '', 'x', 'x', 9223372036854775807)",
    );
    const before = dump(database.sqlite);
    change('Clear', "DELETE FROM setting; UPDATE unit SET position = 0, name = 'y'; DELETE FROM unit");
    expect(undo()).toMatchObject({ kind: 'done' });
    expect(dump(database.sqlite)).toBe(before);
    expect(database.sqlite.prepare('SELECT value FROM setting').pluck().get()).toBe(`${value}\0after`);
  });

  test('put back rows that a replacement pushed out, and a row that was given another id', () => {
    run(addUnit(1, 'rowan') + addUnit(2, 'birch'));
    const before = dump(database.sqlite);
    change(
      'Replace',
      `${addUnit(3, 'rowan').replace('INSERT', 'INSERT OR REPLACE')} UPDATE unit SET id = 20 WHERE id = 2`,
    );
    const after = dump(database.sqlite);
    expect(undo()).toMatchObject({ kind: 'done' });
    expect(dump(database.sqlite)).toBe(before);
    expect(redoLast(database, 1)).toMatchObject({ kind: 'done' });
    expect(dump(database.sqlite)).toBe(after);
  });
});

describe('recording', () => {
  test('a change that touched nothing leaves no entry, and keeps the redo list', () => {
    change('Add the unit Rowan', addUnit(7, 'rowan'));
    undo();
    change('Rename nothing', "UPDATE unit SET name = 'x'");
    change('Save as it is', 'UPDATE trust SET name = name');
    expect(historyState(database, 1)).toMatchObject({ undo: null, redo: 'Add the unit Rowan' });
  });

  test('a change that fails leaves no rows and no entry', () => {
    expect(() => change('Add twice', addUnit(7, 'rowan') + addUnit(8, 'rowan'))).toThrow(/UNIQUE/);
    expect(units()).toEqual([]);
    expect(lastChanges(database, 1, 10)).toEqual([]);
    run(addUnit(9, 'oak'));
    expect(database.sqlite.prepare('SELECT count(*) FROM change_row').pluck().get()).toBe(0);
  });

  test('answers what the work answers, and refuses a change within a change', () => {
    expect(recordChange(database, { trustId: 1, label: 'Count', at }, () => 42)).toBe(42);
    expect(() =>
      recordChange(database, { trustId: 1, label: 'Outer', at }, () => change('Inner', addUnit(7, 'rowan'))),
    ).toThrow(/being recorded/);
    expect(units()).toEqual([]);
  });

  test('imports are not recorded: they are undone by their batch', () => {
    run(addUnit(7, 'rowan'));
    recordChange(database, { trustId: 1, label: 'Import', at }, () => importDuty(7));
    expect(lastChanges(database, 1, 10)).toEqual([]);
  });
});

describe('an undo that cannot be done says why and changes nothing', () => {
  const expectRefused = (reason: RegExp, outcome = undo()) => {
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringMatching(reason) });
    expect(outcome.kind === 'refused' && outcome.message).toMatch(
      /^“.*” cannot be (undone|done again): .*\. Nothing has been changed\.$/,
    );
  };
  const unchanged = (work: () => void) => {
    const before = dump(database.sqlite, { history: true });
    work();
    expect(dump(database.sqlite, { history: true })).toBe(before);
  };

  test('where later rows depend on what was added', () => {
    change('Add two units', addUnit(6, 'oak') + addUnit(7, 'rowan'));
    importDuty(6);
    unchanged(() => expectRefused(/other records now depend on what it added/));
  });

  test('where a row has been changed since by something else', () => {
    change('Add the unit Rowan', addUnit(7, 'rowan'));
    run('UPDATE unit SET position = 99');
    unchanged(() => expectRefused(/changed again since/));
    run('DELETE FROM unit');
    unchanged(() => expectRefused(/changed again since/));
  });

  test('where another record has the name now', () => {
    run(addUnit(7, 'rowan'));
    change('Remove Rowan', 'DELETE FROM unit');
    run(addUnit(8, 'rowan'));
    unchanged(() => expectRefused(/another record now has its name/));
  });

  test('where what it belongs to is gone', () => {
    run("INSERT INTO site (id, trust_id, name) VALUES (1, 1, 'Harbour')");
    run(addUnit(7, 'rowan'));
    change('Move Rowan', 'UPDATE unit SET site_id = 1');
    undo();
    run('DELETE FROM site');
    unchanged(() => expectRefused(/belongs to is no longer there/, redoLast(database, 1)));
  });
});

describe('a transaction', () => {
  test('is kept whole or not at all, also within another', () => {
    inTransaction(database, () => {
      run(addUnit(1, 'oak'));
      expect(() =>
        inTransaction(database, () => {
          run(addUnit(2, 'rowan'));
          throw new Error('second thoughts');
        }),
      ).toThrow('second thoughts');
    });
    expect(units()).toEqual(['oak']);
  });

  test('refuses async work, which would write after its end', () => {
    // @ts-expect-error an async function is no work for a transaction
    expect(() => inTransaction(database, async () => run(addUnit(1, 'oak')))).toThrow(/async/);
    // @ts-expect-error nor is one that answers a promise
    expect(() => inTransaction(database, () => Promise.resolve(run(addUnit(1, 'oak'))))).toThrow(/promise/);
    expect(units()).toEqual([]);
  });
});
