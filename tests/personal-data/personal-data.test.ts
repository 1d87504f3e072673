import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '#drizzle';
import { findRows } from '../../electron/personal-data/find.ts';
import { knownAs } from '../../electron/personal-data/known.ts';
import { dueAfter } from '../../electron/personal-data/schedule.ts';
import { temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { openTestPlanner, refusalOf } from '../support/planner.ts';
import { readCells } from '../support/read-cells.ts';
import { insertRow } from '../support/row.ts';

const NUMBER = '20304050';
const NAME = 'Zyxmark Quill';

/** A trust with the sample and one person in rosters, training, conversations, mentoring, history and an import. */
async function withPerson() {
  const { planner, context } = openTestPlanner();
  await planner.organisation.addTrust({ code: 'RX1', name: 'Test Trust', system: null, sites: [], units: [] });
  await planner.organisation.addUnit({ trust: 'RX1', name: 'Rowan ward', kind: 'antenatal', site: null });
  const { sqlite } = context.database;
  const own = { trust_id: 1, batch_id: 1 };
  insertRow(sqlite, 'batch', {
    trust_id: 1,
    kind: 'duty_roster',
    reading: '{}',
    headings: '[]',
    committed_at: '2026-11-01T09:00:00.000Z',
  });
  for (const [row, person, name] of [
    [1, NUMBER, NAME],
    [2, NUMBER, NAME],
    [3, '11113333', 'Somebody Else'],
  ] as const)
    insertRow(sqlite, 'duty', { ...own, unit_id: 1, row, person, name, assignment: person, date: '2026-10-05' });
  await planner.preceptorship.addPreceptor({ trust: 'RX1', name: NAME, person: NUMBER, notes: 'Only Zyxmark knows' });
  const told = { person: NUMBER, name: NAME, held: '2020-05-01', note: 'Told us of her mother', themes: '[]' };
  insertRow(sqlite, 'conversation', { trust_id: 1, ...told });
  insertRow(sqlite, 'leaver', { ...own, person: NUMBER, assignment: `${NUMBER}-2`, name: NAME, date: '2019-06-30' });
  insertRow(sqlite, 'mentoring', { id: 7, trust_id: 1, person: NUMBER, name: NAME, band: '7' });
  insertRow(sqlite, 'mentoring_step', {
    mentoring_id: 7,
    step: 'first',
    outcome: 'Fine, says Zyxmark Quill',
    held: '2026-01-05',
  });
  insertRow(sqlite, 'batch_row', { batch_id: 1, row: 9, cells: JSON.stringify(['QUILL', NAME, NUMBER]), message: '' });
  return { planner, context, sqlite };
}
const whose = { trust: 'RX1', person: NUMBER, name: null };

describe('what is here about one person', () => {
  test('is found in every table of the schema that can hold a name: none can be forgotten', () => {
    const { context } = openTestPlanner();
    const { sqlite } = context.database;
    sqlite.pragma('foreign_keys = OFF');
    sqlite.exec("INSERT INTO trust (id, code, name) VALUES (1, 'T1', 'Test')");
    const left = ['audit_entry', 'profile', 'trust', 'system'];
    const planted: string[] = [];
    for (const table of Object.values(schema)) {
      const { name, columns } = getTableConfig(table as SQLiteTable);
      const text = columns.find((column) => column.getSQLType() === 'text' && !column.primary);
      if (left.includes(name) || text === undefined) continue;
      // Parents are all of the trust with the id 1.
      const keys = Object.fromEntries(
        columns
          .filter((column) => column.name.endsWith('_id') && column.getSQLType() === 'integer')
          .map((column) => [column.name, 1]),
      );
      const id: Record<string, number> = columns.some((column) => column.name === 'id') ? { id: 1 } : {};
      // A text that is the key itself is no text of a person.
      const key: Record<string, string> = columns.some((column) => column.name === 'key' && column.primary)
        ? { key: 'view' }
        : {};
      insertRow(sqlite, name, { ...keys, ...id, ...key, [text.name]: `about ${NAME} here` });
      planted.push(name);
    }
    const found = findRows(sqlite, 1, knownAs(sqlite, 1, { person: null, name: NAME })).map(({ table }) => table);
    expect(planted.length).toBeGreaterThan(70);
    expect(planted.filter((table) => !found.includes(table))).toEqual([]);
  });

  test('is told with where it is corrected, and what erasing does with it and why', async () => {
    const { planner } = await withPerson();
    const { parts, names, beside } = await planner.personalData.find(whose);
    expect(names).toContain(NAME);
    const of = (what: string) => parts.find((part) => part.what === what);
    expect(of('Duty')).toMatchObject({ fate: 'kept' });
    expect(of('Duty')?.becomes).toMatch(/^Kept until 31 March 2033: /);
    expect(of('Duty')?.why).toContain('six years');
    expect(of('Leaver')).toMatchObject({ fate: 'erased', correctAt: '/imports' });
    expect(of('Mentoring step')?.about).toBe(1);
    expect(of('Batch row')?.mentions).toBe(1);
    expect(of('Conversation')?.correct).toContain('Conversations');
    expect(beside.join(' ')).toContain('Backups');
  });

  test('is handed over in one workbook, whose name tells of nobody', async () => {
    const { planner } = await withPerson();
    const { fileName, contents } = await planner.personalData.file(whose);
    expect(fileName).not.toMatch(/Zyx|2030/);
    const path = join(temporaryFolder(), fileName);
    writeFileSync(path, Buffer.from(contents, 'base64'));
    const { cells, rows } = (await readCells(path))[0]!;
    const lines = rows.map((row) => ['A', 'B', 'C', 'D', 'E'].map((column) => String(cells[column + row] ?? '')));
    const told = lines.slice(lines.findIndex(([first]) => first === 'Where') + 1);
    const of = (where: string) => told.filter(([first]) => first === where).map(([, ...rest]) => rest.join(' | '));
    // Each row that was found, with each of its values; what tells of them, and what mentions them.
    const { parts } = await planner.personalData.find(whose);
    for (const { what, about, mentions } of parts)
      expect([what, new Set(told.filter(([first]) => first === what).map(([, id]) => id)).size]).toEqual([
        what,
        about + mentions,
      ]);
    expect(of('Duty')).toEqual(
      expect.arrayContaining([
        `1 | about them | Person | ${NUMBER}`,
        `1 | about them | Name | ${NAME}`,
        '2 | about them | Date | 2026-10-05',
      ]),
    );
    expect(of('Preceptor')).toContain('1 | about them | Notes | Only Zyxmark knows');
    expect(of('Conversation')).toContain('1 | about them | Note | Told us of her mother');
    expect(of('Mentoring step').join()).toContain('Outcome | Fine, says Zyxmark Quill');
    expect(of('Batch row').join()).toMatch(/mentions them \| Cells \| .*Zyxmark Quill/);
    // Of the other person in the same roster there is nothing.
    expect(lines.flat().filter((text) => /Somebody Else|11113333/.test(text))).toEqual([]);
  });

  test('is asked for again before it is erased', async () => {
    const { planner } = await withPerson();
    const erase = planner.personalData.erase({ ...whose, typed: 'Somebody else', alsoKept: true });
    expect((await refusalOf(erase)).code).toBe('CONFIRM');
    const unknown = planner.personalData.find({ ...whose, person: '99999999' });
    expect((await refusalOf(unknown)).code).toBe('PERSON_UNKNOWN');
  });

  test('is erased from every row, and every count stays: no row goes but what undo and drafts knew', async () => {
    const { planner, context, sqlite } = await withPerson();
    const counts = () =>
      sqlite.prepare<[], string>("SELECT count(*) || ' ' || count(DISTINCT person) FROM duty").pluck().get();
    const before = counts();
    const { rows, kept } = await planner.personalData.erase({ ...whose, typed: NAME.toUpperCase(), alsoKept: true });
    expect(rows).toBeGreaterThan(8);
    expect(kept).toBe(0);
    expect(counts()).toBe(before);
    context.audit.flush();
    const after = dump(sqlite, { history: true }) + JSON.stringify(sqlite.prepare('SELECT * FROM audit_entry').all());
    const left = ['Zyxmark', NUMBER, 'Only ', 'her mother'].filter((gone) => after.includes(gone));
    expect(left).toEqual([]);
    expect(sqlite.prepare("SELECT count(*) FROM conversation WHERE name LIKE 'Erased person %'").pluck().get()).toBe(1);
    expect((await planner.audit.list({ kind: 'change' })).rows[0]).toMatchObject({ what: 'personalData.erase' });
    expect((await refusalOf(planner.personalData.find(whose))).code).toBe('PERSON_UNKNOWN');
  });

  test('is found and erased where free text has the name the other way round, and by a number as short as a bank’s', async () => {
    const { planner, sqlite } = await withPerson();
    const row = { trust_id: 1, batch_id: 1, unit_id: 1, assignment: '77', date: '2026-10-06' };
    insertRow(sqlite, 'duty', { ...row, row: 4, person: '77', name: 'Quaverly, Ann Odile' });
    insertRow(sqlite, 'duty', { ...row, row: 5, person: '77', name: null });
    insertRow(sqlite, 'preceptee_step', {
      trust_id: 1,
      preceptee_key: 'person:77',
      step: 'induction',
      reason: 'on leave',
      on_date: '2026-05-01',
    });
    const told = { held: '2026-05-01', themes: '[]', person: '11113333', name: 'Somebody Else' };
    insertRow(sqlite, 'conversation', {
      trust_id: 1,
      ...told,
      note: 'Ann Odile Quaverly and Quill, Zyxmark met on 77 days',
    });
    await planner.personalData.erase({ trust: 'RX1', person: '77', name: null, typed: '77', alsoKept: true });
    await planner.personalData.erase({ ...whose, typed: NUMBER, alsoKept: true });
    const after = dump(sqlite, { history: true });
    expect(['Quaverly', 'Ann Odile', 'Quill', 'Zyxmark'].filter((gone) => after.includes(gone))).toEqual([]);
    expect(after).toContain('met on 77 days');
    expect(sqlite.prepare("SELECT count(*) FROM duty WHERE person = '77'").pluck().get()).toBe(0);
    expect(after).not.toContain('person:77');
    expect(sqlite.prepare("SELECT count(*) FROM duty WHERE date = '2026-10-06'").pluck().get()).toBe(2);
    expect((await refusalOf(planner.personalData.find({ trust: 'RX1', person: '77', name: null }))).code).toBe(
      'PERSON_UNKNOWN',
    );
  });

  test('is found and erased by a name too short for free text, in capitals or as the key of a log, and nobody else is', async () => {
    const { planner, sqlite } = await withPerson();
    const duty = { trust_id: 1, batch_id: 1, unit_id: 1, assignment: '88', date: '2026-10-06' };
    const answer = { trust_id: 1, reason: 'on leave', on_date: '2026-05-01' };
    insertRow(sqlite, 'duty', { ...duty, row: 4, person: '40506070', name: 'Li' });
    insertRow(sqlite, 'duty', { ...duty, row: 5, person: null, name: 'LI' });
    insertRow(sqlite, 'duty', { ...duty, row: 6, person: '11113333', name: 'LI' });
    insertRow(sqlite, 'preceptee_step', { ...answer, preceptee_key: 'name:li', step: 'induction' });
    insertRow(sqlite, 'preceptee_step', { ...answer, preceptee_key: 'name:lia', step: 'induction' });
    // Letters that SQLite itself does not make small.
    insertRow(sqlite, 'duty', { ...duty, row: 7, person: '50607080', name: 'Élodie Örn' });
    insertRow(sqlite, 'preceptee_step', { ...answer, preceptee_key: 'name:élodie örn', step: 'induction' });
    const li = { trust: 'RX1', person: '40506070', name: null };
    const { parts } = await planner.personalData.find(li);
    expect(parts.map(({ what, about, mentions }) => [what, about, mentions])).toEqual([
      ['Duty', 2, 0],
      ['Preceptee step', 1, 0],
    ]);
    const { called } = await planner.personalData.erase({ ...li, typed: 'li', alsoKept: true });
    const names = sqlite.prepare("SELECT name FROM duty WHERE date = '2026-10-06' ORDER BY row").pluck();
    expect(names.all()).toEqual([called, called, 'LI', 'Élodie Örn']);
    const elodie = { trust: 'RX1', person: '50607080', name: null };
    const other = await planner.personalData.erase({ ...elodie, typed: '50607080', alsoKept: true });
    const keys = sqlite.prepare('SELECT preceptee_key FROM preceptee_step ORDER BY rowid').pluck();
    expect(keys.all()).toEqual([`name:${called.toLowerCase()}`, 'name:lia', `name:${other.called.toLowerCase()}`]);
    expect((await refusalOf(planner.personalData.find(li))).code).toBe('PERSON_UNKNOWN');
  });

  test('is kept where the law keeps it, and erased from the rest', async () => {
    const { planner, sqlite } = await withPerson();
    const { kept } = await planner.personalData.erase({ ...whose, typed: NUMBER, alsoKept: false });
    expect(kept).toBeGreaterThan(0);
    expect(sqlite.prepare('SELECT count(*) FROM duty WHERE person = ?').pluck().get(NUMBER)).toBe(kept);
    expect(sqlite.prepare('SELECT count(*) FROM leaver WHERE person = ?').pluck().get(NUMBER)).toBe(0);
  });
});

describe('the retention schedule', () => {
  test('counts years from the end of the financial year, and says what it was written from', async () => {
    expect(dueAfter('2026-03-31', 6)).toBe('2032-03-31');
    expect(dueAfter('2026-04-01', 6)).toBe('2033-03-31');
    const { context } = openTestPlanner();
    expect(context.reference.schedule.confidence.map(({ mark }) => mark)).toContain('K-med');
  });

  test('proposes whom to look at, the longest due first, and deletes nothing by itself', async () => {
    const { planner, context, sqlite } = await withPerson();
    insertRow(sqlite, 'leaver', {
      trust_id: 1,
      batch_id: 1,
      person: '11112222',
      assignment: '1',
      name: 'Old Leaver',
      date: '2015-06-30',
    });
    const before = dump(context.database.sqlite);
    const { rows } = await planner.personalData.list({ trust: 'RX1' });
    expect(rows[0]).toMatchObject({ person: '11112222', due: '2022-03-31', isDue: true });
    expect(rows.find(({ person }) => person === NUMBER)?.isDue).toBe(false);
    expect((await planner.personalData.list({ trust: 'RX1', search: 'zyxm' })).rows).toHaveLength(1);
    expect(dump(context.database.sqlite)).toBe(before);
  });
});
