import { describe, expect, it } from 'vitest';
import {
  ageLine,
  type PersonInPost,
  retiredAndReturned,
} from '../../../electron/features/retention/calculations/later-careers.ts';
import { precepteesByMonth } from '../../../electron/features/retention/calculations/preceptees-by-month.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';

async function openTrust() {
  const { client } = await openImportingTrust(['Ward']);
  const { retention, history } = client;
  return { retention, history, shown: () => retention.laterCareers({ trust }) };
}

const aged = (ageBand: string | null): PersonInPost => ({
  person: '1',
  name: null,
  unit: null,
  band: null,
  groupName: 'Midwives',
  ageBand,
});

describe('who is 55 and over', () => {
  it('is told by age bands: from 55 for certain, a band that 55 lies in apart, and those not stated in no share', () => {
    const bands = ['>=71', '56-60', '51-55', '46-50', null, '61-65', '20-25'];
    expect(ageLine('', 'All', bands.map(aged))).toEqual({
      key: '',
      name: 'All',
      heads: 7,
      over55: 3,
      some: 1,
      notStated: 1,
      rate: { numerator: 3, denominator: 6 },
    });
  });

  it('has retired and returned where the staff record says so and the list has the number again', () => {
    const gone = (person: string, reason: string | null, leaving: string) => ({ person, reason, leaving });
    const leavers = [
      gone('1', 'Flexi Retirement', '2026-03-31'),
      gone('2', 'Retirement Age', '2026-01-31'),
      gone('2', 'Initial Pension Ended', '2026-02-28'),
      gone('3', 'Retirement Age', '2025-10-31'),
      gone('4', 'Voluntary Resignation - Promotion', '2026-03-31'),
      gone('5', null, '2026-03-31'),
    ];
    const period = { first: '2025-11-01', last: '2026-10-31' };
    expect(retiredAndReturned(leavers, new Set(['1', '3', '4']), period)).toEqual({ numerator: 1, denominator: 2 });
  });

  it.skipIf(!samplesAreHere)(
    `adds up by unit and by band on the sample list, each person once${ifSamples}`,
    async () => {
      const { client, import: take, sqlite } = await openImportingTrust();
      await take(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
      const { retention } = client;
      const shown = await retention.laterCareers({ trust });
      const stated = sqlite
        .prepare(`SELECT count(DISTINCT person) FROM assignment WHERE age_band IS NOT NULL AND category <> 'bank'`)
        .pluck()
        .get() as number;
      expect(shown.all.heads).toBeGreaterThan(100);
      expect(shown.all.rate.denominator).toBeLessThanOrEqual(stated);
      for (const lines of [shown.unit, shown.band])
        for (const of of ['heads', 'over55', 'some', 'notStated'] as const)
          expect(lines.reduce((sum, line) => sum + line[of], 0)).toBe(shown.all[of]);
      expect(shown.people.filter(({ over55 }) => over55 === 'all')).toHaveLength(shown.all.over55);
      expect(shown.people).toHaveLength(shown.all.over55 + shown.all.some);
      expect(shown).toMatchObject({ census: '2026-10-31', talkedTo: { numerator: 0, denominator: shown.all.over55 } });
      // What is entered about somebody on the list stays with them.
      const [one] = shown.people.filter(({ over55 }) => over55 === 'all');
      if (!one) throw new Error('nobody is 55');
      const cells = { person: one.person, name: one.name, conversation: '2026-06-01', plan: 'retire_return' };
      await retention.addLaterCareer({ trust, ...cells });
      expect(await refusalOf(retention.addLaterCareer({ trust, ...cells }))).toMatchObject({ code: 'ENTERED' });
      const after = await retention.laterCareers({ trust });
      expect(after.people).toHaveLength(shown.people.length);
      expect(after).toMatchObject({ talkedTo: { numerator: 1 }, withPlan: { numerator: 1 } });
      expect(after.people.find(({ person }) => person === one.person)).toMatchObject({
        unit: one.unit,
        planName: 'Retire and return',
        conversationDue: false,
      });
    },
  );
});

it('preceptees stayed 12 months in per cent of those whose 12 months end in a month, up to the newest staff list', () => {
  const nothing = { numerator: 0, denominator: 0 };
  const one = (start: string, left: string | null, onList = left === null) => ({
    start,
    left,
    onList,
    meetings: nothing,
    supernumerary: nothing,
  });
  const people = [
    one('2025-03-03', null),
    one('2025-03-17', '2026-01-01'),
    one('2025-03-31', '2026-04-01'),
    // Nobody tells of her.
    one('2025-05-05', null, false),
    one('2025-08-01', null),
    one('2025-09-15', null),
  ];
  expect(precepteesByMonth(people, '2026-08-31', '2026-09-20').map(({ month, value }) => [month, value])).toEqual([
    // Of three whose year ended in March one had left before.
    ['2026-03-31', { numerator: 200, denominator: 3 }],
    ['2026-04-30', null],
    ['2026-05-31', null],
    ['2026-06-30', null],
    ['2026-07-31', null],
    ['2026-08-31', { numerator: 100, denominator: 1 }],
  ]);
});

describe('a later career', () => {
  it('without a staff list is entered by name, is talked about again after a year, and can be undone', async () => {
    const { retention, history, shown } = await openTrust();
    const { id } = await retention.addLaterCareer({ trust, name: 'Joan Firth', conversation: '2025-11-20' });
    expect(await shown()).toMatchObject({ census: null, people: [{ id, groupName: null, conversationDue: true }] });
    await retention.changeLaterCareer({ trust, id, conversation: '2025-11-21', plan: 'stay', seminar: '2026-02-01' });
    expect(await shown()).toMatchObject({ people: [{ conversationDue: false, planName: 'Stay as now' }], seminars: 1 });
    await history.undo({ trust });
    expect((await shown()).people).toMatchObject([{ plan: null, conversation: '2025-11-20' }]);
    const wrong = { trust, id, planned: '2027-03-31' };
    expect(await refusalOf(retention.changeLaterCareer(wrong))).toMatchObject({
      code: 'DATES_WRONG',
      data: { field: 'plan' },
    });
    const strange = { trust, id, plan: 'emigrate' };
    expect(await refusalOf(retention.changeLaterCareer(strange))).toMatchObject({ code: 'NO_SUCH_CHOICE' });
    await retention.removeLaterCareer({ trust, id });
    expect((await shown()).people).toEqual([]);
  });
});

describe('legacy mentors', () => {
  it('are counted while in the role, with their hours and the different people whom they support', async () => {
    const { retention, history, shown } = await openTrust();
    const joan = { trust, name: 'Joan Firth', appointed: '2026-01-01', minutes: 450 };
    await retention.addLegacyMentor({ ...joan, supports: ['Amara Osei', 'Beth Lowe'] });
    const ended = { trust, name: 'Ann Roe', appointed: '2025-01-01', ended: '2026-03-31', supports: ['Cara Hill'] };
    await retention.addLegacyMentor(ended);
    const { id } = await retention.addLegacyMentor({ trust, name: 'Sue Day', appointed: '2026-05-01' });
    await retention.changeLegacyMentor({ trust, id, supports: ['amara osei', 'Dina Shah'], minutes: 225 });
    expect(await shown()).toMatchObject({ mentorsActive: 2, supported: 3, minutes: 675 });
    await history.undo({ trust });
    expect(await shown()).toMatchObject({ mentorsActive: 2, supported: 2, minutes: 450 });
    const backwards = { trust, id, ended: '2026-04-30' };
    expect(await refusalOf(retention.changeLegacyMentor(backwards))).toMatchObject({
      code: 'DATES_WRONG',
      data: { field: 'ended' },
    });
    await retention.removeLegacyMentor({ trust, id });
    expect((await shown()).mentors.map(({ name, active }) => [name, active])).toEqual([
      ['Joan Firth', true],
      ['Ann Roe', false],
    ]);
  });
});
