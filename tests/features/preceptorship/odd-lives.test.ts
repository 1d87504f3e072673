import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';
import { insertRow } from '../../support/row.ts';

const trust = 'T1';
const today = '2026-11-02';

async function openTrust() {
  const opened = await openImportingTrust(['Delivery Suite']);
  Object.assign(opened.context, { today: () => today });
  const { preceptorship, history } = opened.client;
  type Event = Parameters<typeof preceptorship.recordEvent>[0]['event'];
  return {
    ...opened,
    preceptorship,
    undo: () => history.undo({ trust }),
    page: (key: string) => preceptorship.preceptee({ trust, key }),
    add: async (cells: Partial<Parameters<typeof preceptorship.addPreceptee>[0]> = {}) =>
      (await preceptorship.addPreceptee({ trust, name: 'Ada Test', start: '2026-01-31', wte: 100_000, ...cells })).key,
    event: (key: string, event: Event, id?: number) =>
      preceptorship.recordEvent({ trust, key, event, ...(id === undefined ? {} : { id }) }),
  };
}

const extension = { kind: 'extension' as const, from: today, reason: 'More time', approvedBy: 'A lead' };
const pause = (from: string, until: string | null) => ({ kind: 'pause' as const, from, until, reason: 'Leave' });

describe('pauses of a preceptee', () => {
  it('one that is planned when an extension is agreed does not move the end that was agreed', async () => {
    const { event, page, add } = await openTrust();
    const key = await add();
    await event(key, pause('2026-12-01', '2027-02-01'));
    await event(key, { ...extension, until: '2027-10-01' });
    const { row } = await page(key);
    expect(row).toMatchObject({ adjustedEnd: '2027-10-01', limit: '2027-10-01', remarks: [] });
    await event(key, pause('2027-03-01', '2027-03-11'));
    expect((await page(key)).row).toMatchObject({ adjustedEnd: '2027-10-11', limit: '2027-10-11', remarks: [] });
  });

  it('move a day that was chosen by hand before, by their days, and put it back when they go', async () => {
    const { preceptorship, event, page, add, undo } = await openTrust();
    const key = await add({ start: '2026-08-31' });
    await preceptorship.reschedule({ trust, key, step: '3m', to: '2026-12-10', reason: 'Leave' });
    const third = async () => {
      const { steps } = await page(key);
      return steps.find((step) => step.key === '3m');
    };
    const before = await third();
    expect(before).toMatchObject({ due: '2026-11-30', movedTo: '2026-12-10', status: 'upcoming' });
    await event(key, pause('2026-12-05', null));
    expect(await third()).toMatchObject({ movedTo: '2026-12-10', status: 'paused' });
    const { items } = await preceptorship.due({ trust });
    expect(items.map(({ step }) => step)).not.toContain('3m');
    const [open] = (await page(key)).events;
    await event(key, pause('2026-12-05', '2027-01-05'), open?.id);
    expect(await third()).toMatchObject({ due: '2026-11-30', movedTo: '2027-01-10', status: 'upcoming' });
    await preceptorship.removeEvent({ trust, key, id: open?.id ?? 0 });
    expect(await third()).toEqual(before);
    await undo();
    expect(await third()).toMatchObject({ movedTo: '2027-01-10' });
  });

  it('a day chosen while a pause runs, or for the time after it, stays when the pause ends', async () => {
    const { preceptorship, event, page, add } = await openTrust();
    const key = await add({ start: '2026-06-01' });
    await event(key, pause('2026-10-01', null));
    await preceptorship.reschedule({ trust, key, step: '3m', to: '2026-12-10', reason: 'Once she is back' });
    const [open] = (await page(key)).events;
    await event(key, pause('2026-10-01', '2026-12-01'), open?.id);
    expect((await page(key)).steps[1]).toMatchObject({ movedTo: '2026-12-10', status: 'upcoming' });
  });

  it('one that was changed in a log’s row gives back the day chosen by hand when the log’s own word counts again', async () => {
    const { preceptorship, page, sqlite, undo } = await openTrust();
    insertRow(sqlite, 'batch', { id: 1, trust_id: 1, kind: 'preceptees', reading: '{}', headings: '[]' });
    const person = '12345678';
    const row = { batch_id: 1, trust_id: 1, row: 4, person, name: 'Ada Test', date: today, start_date: '2026-08-31' };
    insertRow(sqlite, 'preceptee', { ...row, meetings: '{}', pause_start: '2026-12-05', pause_end: '2026-12-07' });
    const of = { trust, key: `person:${person}` };
    const movedTo = async () => (await page(of.key)).steps.find(({ key }) => key === '3m')?.movedTo;
    await preceptorship.reschedule({ ...of, step: '3m', to: '2026-12-10', reason: 'Leave' });
    for (const ways of [
      () => preceptorship.changePreceptee({ ...of, pauseEnd: '2026-12-07' }),
      () => preceptorship.asInLog({ ...of, field: 'pauseEnd' }),
      () => preceptorship.asInLog(of),
    ]) {
      await preceptorship.changePreceptee({ ...of, pauseEnd: '2027-01-07', notes: 'Changed' });
      expect(await movedTo()).toBe('2027-01-10');
      await ways();
      expect(await movedTo()).toBe('2026-12-10');
    }
    await undo();
    expect(await movedTo()).toBe('2027-01-10');
    // Of another field only that one is given back.
    await preceptorship.asInLog({ ...of, field: 'notes' });
    expect(await movedTo()).toBe('2027-01-10');
  });

  it('a second one is refused while the first has no day of return', async () => {
    const { event, add } = await openTrust();
    const key = await add();
    await event(key, pause('2026-10-01', null));
    const { message } = await refusalOf(event(key, pause('2026-11-01', '2026-12-01')));
    expect(message).toBe(
      'The pause from 1 October 2026 has no day of return yet. Enter the return there, by “Correct”. Nothing was changed.',
    );
    await event(key, pause('2026-05-01', '2026-06-01'));
  });
});

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
      next: { step: 'preceptor' },
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
