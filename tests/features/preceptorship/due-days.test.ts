import { describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/core/dates.ts';
import { openTrust, trust } from './lives.ts';

describe('the due list by its days', () => {
  it('what is due stands under today, this week to Sunday, this month or later, whatever day of the week it is', async () => {
    const { preceptorship, be, add } = await openTrust();
    const key = await add({ start: '2026-08-31' });
    const of = { trust, key, step: '3m' };
    const reason = 'Moved';
    /** Under which heading the meeting stands, so many days from then; undefined where the list has it not. */
    const under = async (to: string) => {
      await preceptorship.reschedule({ ...of, to, reason });
      const { items, counts } = await preceptorship.due({ trust });
      for (const when of ['overdue', 'today', 'week', 'month'] as const)
        expect(counts[when]).toBe(items.filter((item) => item.when === when).length);
      return items.find(({ step }) => step === '3m')?.when;
    };
    // Monday, Thursday and Sunday, each with what is left of its week.
    for (const [day, left] of [
      ['2026-11-02', 6],
      ['2026-11-05', 3],
      ['2026-11-08', 0],
    ] as const) {
      be(day);
      const found = [];
      for (const days of [0, 1, left, left + 1, 28, 29]) found.push([days, await under(addDays(day, days))]);
      expect(found).toEqual([
        [0, 'today'],
        [1, left >= 1 ? 'week' : 'month'],
        [left, left === 0 ? 'today' : 'week'],
        [left + 1, 'month'],
        [28, 'month'],
        [29, undefined],
      ]);
      await under(day);
      be(addDays(day, 1));
      const { items } = await preceptorship.due({ trust });
      expect(items.find(({ step }) => step === '3m')).toMatchObject({ when: 'overdue', days: -1 });
    }
  });

  it('from 9 months on a sign-off may be given, the end asks for it, and the limit is told: each on its day', async () => {
    const { preceptorship, be, add } = await openTrust();
    const key = await add({ start: '2025-02-10' });
    const of = { trust, key };
    await preceptorship.recordEvent({
      ...of,
      event: { kind: 'preceptor', from: '2025-02-10', preceptor: 'Jane Mistry' },
    });
    const meeting = (step: string, held: string) => preceptorship.recordMeeting({ ...of, step, held });
    await preceptorship.notApplicable({ ...of, step: 'hours', reason: 'Given elsewhere' });
    const listed = async (day: string) => {
      be(day);
      return (await preceptorship.due({ trust })).items.map(({ step, when, due }) => `${step} ${when} ${due}`);
    };
    for (const [step, held] of [
      ['start', '2025-02-20'],
      ['3m', '2025-05-09'],
      ['6m', '2025-08-08'],
    ] as const)
      await meeting(step, held);
    be('2025-11-10');
    await meeting('9m', '2025-11-05');
    expect(await listed('2025-11-09')).toEqual([]);
    const possible = 'sign_off possible 2025-11-10';
    expect(await listed('2025-11-10')).toEqual([possible]);
    // While the last meeting is open it stands for the end; once it was held the end itself asks for an answer.
    expect(await listed('2026-01-20')).toEqual(['completion month 2026-02-10', possible]);
    await meeting('completion', '2026-01-20');
    expect(await listed('2026-01-20')).toEqual(['end month 2026-02-10', possible]);
    expect(await listed('2026-02-10')).toEqual(['end today 2026-02-10']);
    expect(await listed('2026-07-12')).toEqual(['end overdue 2026-02-10']);
    expect(await listed('2026-07-13')).toEqual(['end overdue 2026-02-10', 'limit month 2026-08-10']);
    expect(await listed('2026-08-11')).toEqual(['end overdue 2026-02-10', 'limit overdue 2026-08-10']);
    const { items } = await preceptorship.due({ trust });
    expect(items.map(({ what }) => what)).toEqual(['End of the programme: sign off or extend', 'Limit of 18 months']);
    // An extension to the limit has one end and no limit beside it; a sign-off leaves nothing to do.
    const agreed = { from: '2026-08-10', reason: 'More time', approvedBy: 'A lead' };
    await preceptorship.recordEvent({ ...of, event: { kind: 'extension', ...agreed, until: '2026-08-10' } });
    expect(await listed('2026-08-11')).toEqual(['end overdue 2026-08-10']);
    await preceptorship.recordEvent({
      ...of,
      event: { kind: 'completed', from: '2026-08-11', approvedBy: 'A lead' },
    });
    expect(await listed('2026-08-11')).toEqual([]);
  });
});
