import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/planner.ts';
import { extension, openTrust, today, trust } from './lives.ts';

describe('the end of a programme', () => {
  it('is recorded once, and nothing is extended after it or agreed on a day still to come', async () => {
    const { event, add } = await openTrust();
    const refused = async (key: string, happened: Parameters<typeof event>[1]) =>
      (await refusalOf(event(key, happened))).message;
    const key = await add({ start: '2025-12-01' });
    expect(await refused(key, { ...extension, from: '2026-11-03', until: '2027-02-01' })).toMatch(/still to come/);
    const completed = { kind: 'completed' as const, from: '2026-10-30', approvedBy: 'A lead' };
    await event(key, completed);
    const again = /^It was signed off on 30 October 2026\. Correct that day/;
    expect(await refused(key, { ...completed, from: today })).toMatch(again);
    expect(await refused(key, { ...extension, until: '2027-02-01' })).toMatch(again);
    await event(key, { kind: 'left', from: '2026-11-01', reason: 'Relocation' });
    expect(await refused(key, { kind: 'left', from: today, reason: 'Health' })).toMatch(
      /^Leaving on 1 November 2026 is/,
    );
    const gone = await add({ name: 'Bea Test', start: '2025-12-01' });
    await event(gone, { kind: 'left', from: '2026-10-01', reason: 'Health' });
    expect(await refused(gone, completed)).toMatch(/^The last day was 1 October 2026/);
    await event(gone, { ...completed, from: '2026-09-30' });
  });
});

describe('whoever leaves', () => {
  it('on a day that is known before has nothing due after it, and that is pointed out', async () => {
    const { preceptorship, event, page, add } = await openTrust();
    const key = await add({ start: '2026-08-10' });
    const steps = async () => (await preceptorship.due({ trust })).items.map(({ step }) => step);
    expect(await steps()).toEqual(['preceptor', 'start', 'hours', '3m']);
    await event(key, { kind: 'left', from: '2026-11-08', reason: 'Relocation' });
    expect(await steps()).toEqual(['preceptor', 'start', 'hours']);
    const { row, steps: shown } = await page(key);
    expect(row).toMatchObject({
      state: 'in_programme',
      leaves: '2026-11-08',
      remarks: ['Leaves on 8 November 2026'],
      next: { what: 'Name a preceptor' },
    });
    expect(shown[1]).toMatchObject({ key: '3m', status: 'closed_by_leaving' });
  });

  it('as a preceptor leaves preceptees who need another one, within the days of the programme', async () => {
    const { preceptorship, event, page, add, undo } = await openTrust();
    const key = await add();
    await event(key, { kind: 'preceptor', from: '2026-02-01', preceptor: 'Grace Example' });
    const { id } = await preceptorship.addPreceptor({ trust, name: 'EXAMPLE, Grace', prepared: '2025-01-06' });
    const named = async () => (await preceptorship.due({ trust })).items.find(({ step }) => step === 'preceptor');
    expect(await named()).toBeUndefined();
    await preceptorship.changePreceptor({ trust, id, until: today });
    expect(await named()).toBeUndefined();
    await preceptorship.changePreceptor({ trust, id, until: '2026-10-24' });
    expect(await named()).toMatchObject({ what: 'Name another preceptor', due: '2026-10-31', when: 'overdue' });
    expect((await page(key)).row.remarks).toEqual([
      'Grace Example left the register of preceptors on 24 October 2026: name another preceptor',
    ]);
    expect(await preceptorship.preceptors({ trust })).toMatchObject({
      all: { withoutPreceptor: 1 },
      without: [{ key, left: { preceptor: 'Grace Example', on: '2026-10-24' } }],
    });
    await event(key, { kind: 'preceptor', from: today, preceptor: 'Jo Other' });
    expect(await named()).toBeUndefined();
    expect((await page(key)).preceptorDue).toMatchObject({ held: '2026-02-01', status: 'done' });
    await undo();
    expect(await named()).toMatchObject({ what: 'Name another preceptor' });
  });
});

describe('one person, more than once', () => {
  const log = async ({ context, sqlite }: Awaited<ReturnType<typeof openTrust>>, day: string, rows: object[]) => {
    const { precepteeInserter } = await import('../../../electron/features/preceptorship/repository.ts');
    const { preceptee } = await import('./preceptee.ts');
    const batchId = insertBatch(sqlite, day);
    const insert = precepteeInserter(context.database, { trustId: 1, batchId });
    for (const row of rows) insert(preceptee({ day, preceptor: 'Grace Example', preceptorNamedOn: day, ...row }));
  };

  it('a second programme is followed by itself, entered by hand once the first is over', async () => {
    const { event, page, add } = await openTrust();
    const first = await add({ start: '2024-09-02', person: '1234' });
    const { message } = await refusalOf(add({ name: 'Ada Test', start: '2026-10-05', person: '00001234' }));
    expect(message).toMatch(/^Ada Test was entered with that employee number already\. Open that record, or record/);
    await event(first, { kind: 'completed', from: '2025-09-02', approvedBy: 'A lead' });
    const second = await add({ name: 'Ada Test', start: '2026-10-05', person: '1234', programme: 'midwifery_gold' });
    expect((await page(second)).row).toMatchObject({ state: 'in_programme', done: 0, person: '00001234' });
    expect((await page(first)).row).toMatchObject({ state: 'signed_off', ended: '2025-09-02' });
  });

  it('a log of the first programme is not mistaken for the second one, whichever came first', async () => {
    const opened = await openTrust();
    const { preceptorship, event, page, add } = opened;
    const held = { start: '2024-09-10', '3m': '2024-12-02' };
    const person = '00001234';
    await log(opened, '2025-10-01', [{ person, start: '2024-09-02', meetings: held, signedOff: '2025-09-02' }]);
    await preceptorship.recordMeeting({ trust, key: `person:${person}`, step: '6m', held: '2025-03-03' });
    const second = await add({ name: 'Ada Test', start: '2026-10-05', person });
    expect((await page(second)).steps.map(({ held: day }) => day)).toEqual([null, null, null, null, null]);
    const before = await page(`person:${person}`);
    expect(before.steps.map(({ held: day }) => day)).toEqual([
      '2024-09-10',
      '2024-12-02',
      '2025-03-03',
      null,
      '2025-09-02',
    ]);
    // A newer log has the second programme alone: it belongs to the entry by hand, and the first one stays as it was.
    await log(opened, '2026-11-01', [{ person, start: '2026-10-05', meetings: { start: '2026-10-19' } }]);
    expect((await page(second)).steps[0]?.held).toBe('2026-10-19');
    expect((await page(`person:${person}`)).steps).toEqual(before.steps);
    expect((await preceptorship.board({ trust })).rows).toHaveLength(2);
    await event(second, { kind: 'left', from: '2026-10-31', reason: 'Health' });
    expect((await preceptorship.due({ trust })).items).toEqual([]);
  });

  it('somebody on the log of whom something is recorded is not entered by hand a second time, so that what was recorded is not lost', async () => {
    const opened = await openTrust();
    const { preceptorship, page, add } = opened;
    await log(opened, today, [{ person: '00001234' }]);
    await preceptorship.recordMeeting({ trust, key: 'person:00001234', step: 'start', held: today });
    const { message } = await refusalOf(add({ person: '1234', start: '2026-09-01' }));
    expect(message).toMatch(/^Ada Test is on the log with that employee number, with entries by hand\. Open that/);
    expect((await page('person:00001234')).steps[0]?.held).toBe(today);
  });

  it('a later log with another start corrects the first, and is no second programme', async () => {
    const opened = await openTrust();
    await log(opened, '2026-10-01', [{ person: '00001234', start: '2026-08-31' }]);
    await log(opened, today, [{ person: '00001234', start: '2026-09-01' }]);
    const { rows } = await opened.preceptorship.board({ trust });
    expect(rows.map(({ start }) => start)).toEqual(['2026-09-01']);
  });

  it('an employee number that comes later joins the entry to its log', async () => {
    const opened = await openTrust();
    const { preceptorship, page, add, undo } = opened;
    const key = await add({ start: '2026-08-31' });
    await log(opened, today, [{ person: '00001234', meetings: { start: '2026-09-10' } }]);
    const people = async () => (await preceptorship.board({ trust })).people;
    expect(await people()).toBe(2);
    const change = (whose: string, person: string | null) =>
      preceptorship.changePreceptee({ trust, key: whose, person });
    expect(await change(key, '1234')).toEqual({ label: 'Ada Test: employee number 00001234' });
    expect((await page(key)).steps[0]?.held).toBe('2026-09-10');
    expect(await people()).toBe(1);
    await undo();
    const stranger = await add({ name: 'Cleo Test' });
    expect((await refusalOf(change(stranger, '1234'))).message).toMatch(
      /^The log has that employee number for Ada Test/,
    );
    await preceptorship.recordMeeting({ trust, key: 'person:00001234', step: '3m', held: today });
    expect((await refusalOf(change(key, '1234'))).message).toMatch(/^Ada Test is on the log with that/);
    await add({ name: 'Bea Test', person: '4321' });
    expect((await refusalOf(change(key, '4321'))).message).toMatch(/^Bea Test was entered with that employee number/);
  });
});

/** A batch of an imported log, for its rows to belong to. */
function insertBatch(sqlite: Awaited<ReturnType<typeof openTrust>>['sqlite'], day: string): number {
  const columns = sqlite
    .prepare<[], { name: string; type: string }>("SELECT name, type FROM pragma_table_info('batch')")
    .all();
  const values: Record<string, unknown> = {
    trust_id: 1,
    kind: 'preceptees',
    format: 'preceptees',
    file_name: 'log.xlsx',
    period_first: day,
    period_last: day,
    undone_at: null,
    remembered_before: null,
  };
  const own = columns.filter(({ name }) => name !== 'id');
  const blank = ({ name, type }: { name: string; type: string }) =>
    name in values
      ? values[name]
      : type.toLowerCase() === 'integer'
        ? 0
        : name === 'reading'
          ? '{"mapping":{},"places":{},"headings":[]}'
          : name === 'remarks' || name === 'units_made'
            ? '[]'
            : '';
  return Number(
    sqlite
      .prepare(
        `INSERT INTO batch (${own.map(({ name }) => name).join(', ')}) VALUES (${own.map(() => '?').join(', ')})`,
      )
      .run(own.map(blank)).lastInsertRowid,
  );
}

describe('whoever moves', () => {
  it('to another unit is there from that day on, stays in the history with the unit before it, and is undone', async () => {
    const { preceptorship, be, page, add, undo } = await openTrust();
    const key = await add({ start: '2026-08-31', unit: 'Delivery Suite' });
    const of = { trust, key };
    const before = await page(key);
    const move = { kind: 'unit', unit: 'Postnatal Ward', setting: null, until: null, note: 'Asked for it' } as const;
    await preceptorship.recordEvent({ ...of, event: { ...move, from: '2026-10-19' } });
    await preceptorship.recordEvent({
      ...of,
      event: { ...move, from: '2027-03-01', unit: 'Community Team', note: null },
    });
    const units = async () => {
      const [{ row }, { items }] = [await page(key), await preceptorship.due({ trust })];
      const { rows } = await preceptorship.staying({ trust, by: 'unit' });
      return [row.unit, ...new Set(items.map(({ unit }) => unit)), ...rows.map(({ name }) => name)];
    };
    for (const [day, unit] of [
      ['2026-10-18', 'Delivery Suite'],
      ['2026-10-19', 'Postnatal Ward'],
      ['2027-02-28', 'Postnatal Ward'],
      ['2027-03-01', 'Community Team'],
    ] as const) {
      be(day);
      expect(await units()).toEqual([unit, unit, unit]);
    }
    const { cells, events, row } = await page(key);
    expect(cells.unit).toBe('Delivery Suite');
    expect(events.map((event) => event.kind === 'unit' && [event.from, event.unit, event.note])).toEqual([
      ['2026-10-19', 'Postnatal Ward', 'Asked for it'],
      ['2027-03-01', 'Community Team', null],
    ]);
    // What begins outside the hospital in the first year is pointed out of a move as of a rotation.
    expect(row.remarks).toEqual([
      'Community Team from 1 March 2027 lies outside the hospital in the first 12 months (to 31 August 2027)',
    ]);
    const { paper } = await preceptorship.personPack(of);
    const changed = paper.blocks.find((block) => block.kind === 'table' && block.title === 'What changed');
    expect(changed?.kind === 'table' && changed.rows.map((line) => line.cells)).toEqual([
      ['Move to a unit', '19 October 2026', '–', 'Postnatal Ward · Asked for it'],
      ['Move to a unit', '1 March 2027', '–', 'Community Team'],
    ]);
    await undo();
    expect(await units()).toEqual(['Postnatal Ward', 'Postnatal Ward', 'Postnatal Ward']);
    await undo();
    be(today);
    expect(await page(key)).toEqual(before);
  });
});
