import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/planner.ts';
import { insertRow } from '../../support/row.ts';
import { extension, openTrust, pause, today, trust } from './lives.ts';

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
      () => preceptorship.resetPreceptee({ ...of, field: 'pauseEnd' }),
      () => preceptorship.resetPreceptee(of),
    ]) {
      await preceptorship.changePreceptee({ ...of, pauseEnd: '2027-01-07', notes: 'Changed' });
      expect(await movedTo()).toBe('2027-01-10');
      await ways();
      expect(await movedTo()).toBe('2026-12-10');
    }
    await undo();
    expect(await movedTo()).toBe('2027-01-10');
    // Of another field only that one is given back.
    await preceptorship.resetPreceptee({ ...of, field: 'notes' });
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
