import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../../electron/core/dates.ts';
import type { Course } from '../../../electron/features/preceptorship/calculations/course.ts';
import { dueOf } from '../../../electron/features/preceptorship/calculations/due.ts';
import { owedMinutes } from '../../../electron/features/preceptorship/calculations/owed.ts';
import { mergedPauses } from '../../../electron/features/preceptorship/calculations/pauses.ts';
import { certaintyOf, standingOf } from '../../../electron/features/preceptorship/calculations/standing.ts';
import { loadReference } from '../../../electron/reference/load.ts';

const { programmes } = loadReference(join(import.meta.dirname, '../../../resources'));
const programme = (key: string) => programmes.find((one) => one.programme === key)!;
const core = programme('midwifery_core');
const today = '2026-11-02';

const course = (values: Partial<Course> = {}): Course => ({
  start: '2026-01-31',
  registered: null,
  pauses: [],
  extension: null,
  completed: null,
  left: null,
  preceptor: 'A preceptor',
  preceptorNamedOn: '2026-02-01',
  preceptorLeft: null,
  held: {},
  planned: {},
  answers: {},
  ...values,
});
const standing = (values: Partial<Course>, key = 'midwifery_core', day = today) =>
  standingOf(course(values), programme(key), day);
const dues = (values: Partial<Course>, key?: string) => standing(values, key).meetings.map(({ due }) => due);

describe('the programmes', () => {
  it('each has its own meetings, hours and limits', () => {
    const told = programmes.map(({ programme: key, milestones, supernumeraryHours, longestMonths, clock }) => [
      key,
      milestones.length,
      supernumeraryHours,
      longestMonths,
      clock,
    ]);
    expect(told).toEqual([
      ['midwifery_core', 5, 150, 18, 'start'],
      ['midwifery_gold', 5, 150, 18, 'start'],
      ['nursing_core', 3, 75, 12, 'later'],
      ['nursing_gold', 7, 75, 18, 'later'],
      ['international', 4, 150, 18, 'start'],
      ['return_to_practice', 3, 75, 12, 'later'],
    ]);
  });

  it('a nurse who starts before the registration is followed from the registration on', () => {
    const nurse = { start: '2026-06-01', registered: '2026-08-31' };
    expect(standing(nurse, 'nursing_core')).toMatchObject({ clock: '2026-08-31', plannedEnd: '2027-02-28' });
    expect(standing({ ...nurse, registered: '2026-05-01' }, 'nursing_core').clock).toBe('2026-06-01');
    expect(standing(nurse).clock).toBe('2026-06-01');
  });

  it('months end on the last day of shorter months, leap days too', () => {
    expect(dues({})).toEqual(['2026-02-14', '2026-04-30', '2026-07-31', '2026-10-31', '2027-01-31']);
    expect(dues({ start: '2027-11-29' })[1]).toBe('2028-02-29');
    expect(standing({ start: '2028-02-29' }).plannedEnd).toBe('2029-02-28');
  });
});

describe('pauses', () => {
  it('two pauses add up, and days that two records share stop the clock once', () => {
    const pauses = mergedPauses([
      { from: '2026-08-10', until: '2026-08-20' },
      { from: '2026-05-01', until: '2026-05-11' },
      { from: '2026-08-15', until: '2026-08-25' },
    ]);
    expect(pauses).toEqual([
      { from: '2026-05-01', until: '2026-05-11' },
      { from: '2026-08-10', until: '2026-08-25' },
    ]);
    // 10 days, then 15 more for what lies past the second one.
    expect(dues({ pauses })).toEqual(['2026-02-14', '2026-04-30', '2026-08-25', '2026-11-25', '2027-02-25']);
  });

  it('a pause that nobody knew of when an extension was agreed moves its end and the limit, another the limit alone', () => {
    const before = { from: '2026-03-01', until: '2026-03-11' };
    const after = { from: '2026-07-01', until: '2026-07-31' };
    const extended = (pauses: Course['pauses'], movedBy: Course['pauses']) =>
      standing({ extension: { until: '2027-05-31', movedBy }, pauses });
    expect(extended([before], [])).toMatchObject({ adjustedEnd: '2027-05-31', limit: '2027-08-10' });
    expect(extended([before, after], [after])).toMatchObject({ adjustedEnd: '2027-06-30', limit: '2027-09-09' });
    expect(extended([before, after], [])).toMatchObject({ adjustedEnd: '2027-05-31', limit: '2027-09-09' });
    expect(extended([{ ...before, until: null }], []).adjustedEnd).toBeNull();
  });

  it('two that touch move a meeting that was held between them by the first alone', () => {
    const pauses = mergedPauses([
      { from: '2026-04-10', until: '2026-04-20' },
      { from: '2026-04-20', until: '2026-05-20' },
    ]);
    expect(dues({ pauses, held: { '3m': '2026-04-20' } })[1]).toBe('2026-05-10');
    expect(dues({ pauses })[1]).toBe('2026-06-09');
  });

  it('one before the clock begins moves nothing, one that it begins in moves by what is left', () => {
    const nurse = { start: '2026-06-01', registered: '2026-08-31' };
    const early = { from: '2026-07-01', until: '2026-07-15' };
    const across = { from: '2026-08-20', until: '2026-09-10' };
    expect(standing({ ...nurse, pauses: [early] }, 'nursing_core')).toMatchObject({ adjustedEnd: '2027-02-28' });
    expect(standing({ ...nurse, pauses: [early, across] }, 'nursing_core')).toMatchObject({
      adjustedEnd: '2027-03-10',
      limit: '2027-09-10',
      signOffFrom: '2026-09-10',
    });
  });

  const date = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((count) => addDays(from, count));
  const anyone = fc.record({
    start: date('2024-02-20', 900),
    programme: fc.constantFrom(...programmes),
    held: fc.record({ start: date('2024-03-01', 900), '3m': date('2024-06-01', 900) }, { requiredKeys: [] }),
    first: fc.option(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 200 }))),
  });

  it('pausing n days moves every open date by n and no closed one, whatever was paused before', () => {
    fc.assert(
      fc.property(
        anyone,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 400 }),
        ({ start, held, first, programme: pack }, after, days) => {
          const earlier = first ? [{ from: addDays(start, first[0]), until: addDays(start, first[0] + first[1]) }] : [];
          const from = addDays(earlier[0]?.until ?? start, after);
          const on = addDays(from, 1000);
          const without = standingOf(course({ start, held, pauses: earlier }), pack, on);
          const pauses = mergedPauses([...earlier, { from, until: addDays(from, days) }]);
          const paused = standingOf(course({ start, held, pauses }), pack, on);
          const moves = [...without.meetings, ...without.steps].map((one, at) => {
            const other = [...paused.meetings, ...paused.steps][at];
            const isOpen = one.due! >= from && (one.held === null || one.held > from);
            return [daysBetween(one.due!, other!.due!), isOpen ? days : 0];
          });
          for (const [moved, expected] of moves) expect(moved).toBe(expected);
          const limit = addMonths(start, pack.longestMonths);
          if (limit >= addDays(from, 500)) expect(daysBetween(without.limit!, paused.limit!)).toBe(days);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('supernumerary hours that are owed', () => {
  const owed = (contract: [string, number | null][], key = 'midwifery_core', pauses: Course['pauses'] = []) =>
    owedMinutes(
      '2026-01-01',
      contract.map(([from, wte]) => ({ from, wte })),
      pauses,
      programme(key),
    );
  const hours = (rate: { numerator: number; denominator: number } | undefined) =>
    rate === undefined ? undefined : rate.numerator / rate.denominator / 60;

  it('are 150 hours at 1.0 WTE and 90 at 0.6, 75 in the nursing programme', () => {
    expect(hours(owed([['2026-01-01', 100_000]])?.total)).toBe(150);
    expect(hours(owed([['2026-01-01', 60_000]])?.total)).toBe(90);
    expect(hours(owed([['2026-01-01', 100_000]], 'nursing_core')?.total)).toBe(75);
    expect(owed([['2026-01-01', null]])).toBeNull();
  });

  it('are reckoned anew from the day on which the WTE changes', () => {
    // 73 of 365 days at 1.0 and 292 at 0.6: 150 x (73 + 175.2) / 365 = 102 hours.
    const changed = owed([
      ['2026-01-01', 100_000],
      ['2026-03-15', 60_000],
    ]);
    expect(hours(changed?.total)).toBeCloseTo(102, 10);
    // A pause of 31 days before the change leaves 42 running days at 1.0.
    const paused = owed(
      [
        ['2026-01-01', 100_000],
        ['2026-03-15', 60_000],
      ],
      'midwifery_core',
      [{ from: '2026-02-01', until: '2026-03-04' }],
    );
    expect(hours(paused?.total)).toBeCloseTo((150 * (42 + 0.6 * 323)) / 365, 10);
  });

  it('are the whole number for everybody where the trust does not reckon in proportion', () => {
    const all = owedMinutes('2026-01-01', [{ from: '2026-01-01', wte: null }], [], { ...core, proRata: false });
    expect(hours(all?.total)).toBe(150);
  });

  it('build up evenly, and the day on which given hours no longer suffice is told', () => {
    const whole = owed([['2026-01-01', 100_000]]);
    expect(hours(whole?.by('2026-03-14'))).toBe(30);
    // 30 hours are owed by 14 March, the 73rd day; more than that the day after, and 28 days of grace.
    expect(whole?.exceeds(30 * 60)).toBe('2026-04-12');
    expect(whole?.exceeds(150 * 60)).toBeNull();
  });

  it('never fall by recording a meeting, and build up to the whole and never beyond', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100_000 })), { maxLength: 4 }),
        fc.integer({ min: 0, max: 600 }),
        fc.constantFrom('start', '3m', '6m', '9m', 'completion'),
        (changes, day, step) => {
          const contract = [
            { from: '2026-01-01', wte: 80_000 },
            ...changes.map(([after, wte]) => ({ from: addDays('2026-01-01', after), wte })),
          ].sort((one, other) => (one.from < other.from ? -1 : 1));
          const whole = owedMinutes('2026-01-01', contract, [], core)!;
          const [by, next] = [whole.by(addDays('2026-01-01', day)), whole.by(addDays('2026-01-01', day + 1))];
          expect(by.numerator).toBeLessThanOrEqual(next.numerator);
          expect(next.numerator).toBeLessThanOrEqual(whole.total.numerator);
          const on = addDays('2026-01-01', day);
          const items = (held: Course['held']) => {
            const one = course({ start: '2026-01-01', held });
            return dueOf(one, standingOf(one, core, on), core, whole.exceeds(0), [], on);
          };
          const [before, after] = [items({}), items({ [step]: on })];
          // The meeting goes from the list, and what is due of hours stays.
          expect(after.filter(({ kind }) => kind === 'hours')).toEqual(before.filter(({ kind }) => kind === 'hours'));
          expect(after.some((item) => item.step === step)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the end', () => {
  it('an early completion from 9 months on settles it, and nothing is due any more', () => {
    const done = course({ completed: '2026-10-31' });
    const settled = standingOf(done, core, today);
    expect(settled).toMatchObject({ state: 'signed_off', signOffFrom: '2026-10-31', ended: '2026-10-31' });
    expect(dueOf(done, settled, core, null, [], today)).toEqual([]);
  });

  it('whoever leaves is told apart: during, within 24 months after, or later', () => {
    const when = (values: Partial<Course>) => standing(values, 'midwifery_core', '2030-01-01').leftWhen;
    expect(when({ left: '2026-12-31' })).toBe('during');
    expect(when({ completed: '2027-01-31', left: '2029-01-31' })).toBe('after');
    expect(when({ completed: '2027-01-31', left: '2029-02-01' })).toBe('later');
  });

  it('once its day has gone by without a sign-off or an extension is at risk, even where every meeting was held', () => {
    const held = {
      start: '2025-02-01',
      '3m': '2025-04-30',
      '6m': '2025-07-31',
      '9m': '2025-10-31',
      completion: '2026-01-30',
    };
    const sureOn = (day: string) =>
      certaintyOf(
        standing({ start: '2025-01-31', preceptorNamedOn: '2025-02-01', held }, 'midwifery_core', day),
        null,
        day,
      );
    expect(sureOn('2026-01-31')).toEqual({ sure: 'on_track', because: ['nothing is overdue'] });
    expect(sureOn('2026-02-01')).toEqual({
      sure: 'at_risk',
      because: ['neither signed off nor extended since 31 January 2026'],
    });
  });

  it('escalation goes from the lead to the advocate, each from its own day on', () => {
    const late = course({ held: { '3m': '2026-04-30', '6m': '2026-07-31', '9m': '2026-10-31' } });
    const on = '2026-02-28';
    const [first] = dueOf(
      late,
      standingOf(late, core, on),
      core,
      null,
      [{ step: 'start', level: 'lead', on, note: null }],
      on,
    );
    expect(first).toMatchObject({ step: 'start', when: 'overdue', days: -14 });
    expect(first?.escalation.map(({ level, from, reached, done }) => [level, from, reached, done])).toEqual([
      ['lead', '2026-02-15', true, on],
      ['manager', '2026-02-21', true, null],
      ['retention_midwife', '2026-02-28', true, null],
      ['pma', '2026-03-07', false, null],
    ]);
  });
});
