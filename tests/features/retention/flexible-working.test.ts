import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  linesBy,
  standingOfRequest,
  type StoredRequest,
  tallyOf,
} from '../../../electron/features/retention/calculations/flexible-working.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const { flexibleWorking: rules } = loadReference(join(import.meta.dirname, '../../../resources'));

async function openTrust() {
  const { client } = await openImportingTrust(['Delivery Suite', 'Ward']);
  const { retention, history, organisation } = client;
  return { retention, history, organisation, shown: () => retention.flexibleWorking({ trust }) };
}
type Retention = Awaited<ReturnType<typeof openTrust>>['retention'];

const plain = { trust, name: 'Amara Osei', unit: 'Ward', band: '6', group: 'midwives', kind: 'set_days' };
const add = (retention: Retention, asked: string, more: object = {}) =>
  retention.addRequest({ ...plain, asked, ...more });
const refused = { outcome: 'refused', ground: 'demand' };

const standing = (asked: string, decided: string | null, today = '2026-11-21') =>
  standingOfRequest({ asked, decided, outcome: decided === null ? null : 'granted' }, rules, today);

describe('a request for flexible working', () => {
  it('takes the days from asking to the decision, against 28 days and the two months of the statute', () => {
    expect(standing('2026-01-31', '2026-02-28')).toEqual({
      days: 28,
      due: '2026-02-28',
      lawfulBy: '2026-03-31',
      stands: 'in_time',
    });
    expect(standing('2026-01-31', '2026-03-01').stands).toBe('late');
    expect(standing('2026-01-31', '2026-03-31').stands).toBe('late');
    expect(standing('2026-01-31', '2026-04-01').stands).toBe('unlawful');
    // There is no 31 February: two months from 31 December end with it.
    expect(standing('2025-12-31', '2026-03-01')).toMatchObject({
      days: 60,
      lawfulBy: '2026-02-28',
      stands: 'unlawful',
    });
  });

  it('that is open takes the days to today', () => {
    expect(standing('2026-10-24', null)).toMatchObject({ days: 28, stands: 'open' });
    expect(standing('2026-10-23', null)).toMatchObject({ days: 29, stands: 'open_late' });
    expect(standing('2026-09-20', null)).toMatchObject({ stands: 'open_unlawful' });
  });

  it('needs a day and an outcome together, a ground where it is refused, and days that can be', async () => {
    const { retention, shown } = await openTrust();
    const half = { code: 'HALF_DECIDED' };
    expect(await refusalOf(add(retention, '2026-10-01', { decided: '2026-10-09' }))).toMatchObject(half);
    expect(await refusalOf(add(retention, '2026-10-01', { outcome: 'granted' }))).toMatchObject(half);
    const bare = { decided: '2026-10-09', outcome: 'refused' };
    expect(await refusalOf(add(retention, '2026-10-01', bare))).toMatchObject(half);
    const late = { decided: '2026-09-30', outcome: 'granted' };
    expect(await refusalOf(add(retention, '2026-10-01', late))).toMatchObject({
      code: 'DATES_WRONG',
      data: { field: 'decided' },
    });
    expect(await refusalOf(add(retention, '2026-11-22'))).toMatchObject({
      code: 'DATES_WRONG',
      data: { field: 'asked' },
    });
    expect(await refusalOf(add(retention, '2026-10-01', { kind: 'flying' }))).toMatchObject({ code: 'NO_SUCH_CHOICE' });
    expect(await refusalOf(add(retention, '2026-10-01', { detail: 'see 943 476 5919' }))).toMatchObject({
      code: 'PATIENT_IDENTIFIER',
    });
    expect((await shown()).list).toEqual([]);
  });

  it('is entered, decided and removed, and each can be undone', async () => {
    const { retention, history, shown } = await openTrust();
    const { id } = await add(retention, '2026-10-01');
    const decision = { decided: '2026-10-20', outcome: 'trial', review: '2027-01-20' };
    const { label } = await retention.changeRequest({ trust, id, ...decision });
    expect(label).toBe('Request of Amara Osei of 1 October 2026 granted on trial');
    expect((await shown()).list).toMatchObject([{ days: 19, stands: 'in_time', counts: 'granted' }]);
    await history.undo({ trust });
    expect((await shown()).list).toMatchObject([{ counts: null, stands: 'open_late' }]);
    await retention.removeRequest({ trust, id });
    expect((await shown()).list).toEqual([]);
    await history.undo({ trust });
    expect((await shown()).list).toMatchObject([{ id, name: 'Amara Osei', groupName: 'Midwives' }]);
  });
});

describe('requests of a year', () => {
  it('are granted as exact fractions of those asked for and of those decided, by unit, band, staff group and reason', async () => {
    const { retention, organisation, shown } = await openTrust();
    await add(retention, '2026-01-10', { decided: '2026-01-20', outcome: 'granted', reason: 'children' });
    await add(retention, '2026-02-10', { decided: '2026-03-20', outcome: 'changed', unit: 'Delivery Suite' });
    await add(retention, '2026-03-10', { decided: '2026-03-30', ...refused, band: '3', group: 'support' });
    await add(retention, '2026-04-10', { decided: '2026-04-12', outcome: 'withdrawn' });
    await add(retention, '2026-09-01');
    // Asked for before the twelve months: in the list, in no figure of the period but what is open today.
    await add(retention, '2025-11-01', { decided: '2025-11-05', outcome: 'granted' });
    const all = await shown();
    expect(all).toMatchObject({
      period: { first: '2025-11-22', last: '2026-11-21' },
      asked: 5,
      granted: 2,
      refused: 1,
      withdrawn: 1,
      open: 1,
      grantedOfAsked: { numerator: 2, denominator: 4 },
      grantedOfDecided: { numerator: 2, denominator: 3 },
      // 10 + 38 + 20 days.
      meanDays: { numerator: 68, denominator: 3 },
      longestDays: 38,
      inTime: { numerator: 2, denominator: 3 },
      unlawful: 1,
      overdue: 1,
    });
    expect(all.list).toHaveLength(6);
    expect(all.by.unit.map(({ name, asked, granted }) => [name, asked, granted])).toEqual([
      ['Ward', 4, 1],
      ['Delivery Suite', 1, 1],
    ]);
    expect(all.by.group.map(({ name, grantedOfAsked }) => [name, grantedOfAsked.numerator])).toEqual([
      ['Midwives', 2],
      ['Maternity support workers', 0],
    ]);
    expect(all.by.reason.find(({ key }) => key === 'children')).toMatchObject({ name: 'Care of children', granted: 1 });
    // The trust's own limit is a default of a pack.
    const pack = { trust, pack: 'flexible-working-rules', path: 'decideWithinDays' };
    await organisation.setRule({ ...pack, value: 14, agreedBy: 'Policy group', why: 'Our policy' });
    expect(await shown()).toMatchObject({ limits: { days: 14 }, inTime: { numerator: 1, denominator: 3 } });
  });

  it('add up: every request is granted, refused, withdrawn or open, and lines by any word make the whole', () => {
    const request = fc
      .record({
        outcome: fc.constantFrom('granted', 'changed', 'trial', 'refused', 'withdrawn', null),
        unit: fc.constantFrom('Ward', 'Delivery Suite', null),
      })
      .map(({ outcome, unit }): StoredRequest => {
        const rest = { person: null, band: null, group: null, detail: null, reason: null, escalated: null };
        const dates = { asked: '2026-01-01', decided: null, ground: null, review: null };
        return { id: 1, name: 'A', kind: 'other', ...rest, ...dates, outcome, unit };
      });
    fc.assert(
      fc.property(fc.array(request), (requests) => {
        const all = tallyOf(requests, rules.outcomes);
        expect(all.granted + all.refused + all.withdrawn + all.open).toBe(requests.length);
        const lines = linesBy(
          requests,
          ({ unit }) => unit,
          (unit) => unit,
          rules.outcomes,
        );
        for (const of of ['asked', 'granted', 'refused', 'withdrawn', 'open'] as const)
          expect(lines.reduce((sum, line) => sum + line[of], 0)).toBe(all[of]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('flexible working granted as the figure of an action', () => {
  it('is charted month by month by what was decided, and says that a rise is more than ordinary variation', async () => {
    const { retention } = await openTrust();
    const decide = async (month: string, granted: number, of: number) => {
      for (let one = 0; one < of; one += 1)
        await add(retention, `${month}-01`, {
          decided: `${month}-15`,
          ...(one < granted ? { outcome: 'granted' } : refused),
        });
    };
    // Of four each month 1, 1, 2, 1, 1, 2, 1, 1 are granted before the start, then all of them.
    const before = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
    for (const [at, month] of before.entries()) await decide(month, at % 3 === 2 ? 2 : 1, 4);
    for (const month of ['2026-06', '2026-07', '2026-09']) await decide(month, 2, 2);
    await add(retention, '2026-09-01', { decided: '2026-09-02', ...refused, group: 'support' });
    const { key } = await retention.addAction({
      trust,
      action: 'Requests are decided by a panel',
      figure: 'flexible_granted',
      start: '2026-06-01',
    });
    const midwives = await retention.effect({ trust, key, groups: ['midwives'] });
    expect(midwives).toMatchObject({
      name: 'Flexible working granted, % of requests decided in the month',
      unit: 'percent',
      better: 'higher',
      // Mean of 25, 25, 50, 25, 25, 50, 25, 25; neighbours differ by 100 / 7; 2.66 times that is 38.
      limits: { mean: 31.25, movingRange: 14.285714, lower: 0, upper: 69.25, values: 8 },
      judgement: 'better',
    });
    expect(midwives?.points.map(({ day, value }) => [day, value]).slice(-5)).toEqual([
      ['2026-06-30', { numerator: 200, denominator: 2 }],
      ['2026-07-31', { numerator: 200, denominator: 2 }],
      ['2026-08-31', null],
      ['2026-09-30', { numerator: 200, denominator: 2 }],
      ['2026-10-31', null],
    ]);
    const both = await retention.effect({ trust, key });
    expect(both?.points.find(({ day }) => day === '2026-09-30')?.value).toEqual({ numerator: 200, denominator: 3 });
  });
});
