import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaversAsExpected } from '../../../electron/features/staff/calculations/as-expected.ts';
import { leaverFigures } from '../../../electron/features/staff/calculations/leavers.ts';
import { spellsOf } from '../../../electron/features/staff/calculations/spells.ts';
import type { AssignmentEntry, LeaverEntry } from '../../../electron/features/staff/entries.ts';
import { assignment, fte, leaver, rules } from './rows.ts';

const census = '2026-10-31';
const year = { first: '2025-11-01', last: census };

function figuresOf(list: readonly AssignmentEntry[], leavers: readonly LeaverEntry[], period = year) {
  return leaverFigures(spellsOf(list, census, leavers, rules), leavers, period, rules);
}

const midwives = (list: readonly AssignmentEntry[], leavers: readonly LeaverEntry[], period = year) =>
  figuresOf(list, leavers, period).of(['midwives']);

describe('leavers and stability', () => {
  it('190 at the start, 200 at the end and 22 leavers, of whom 20 were there at the start, are 11.28 % and 89.47 %', () => {
    const stayed = Array.from({ length: 170 }, () => assignment());
    const started = Array.from({ length: 30 }, () => assignment({ start: '2026-03-01' }));
    const left = Array.from({ length: 20 }, () => leaver({ leaving: '2026-05-01' }));
    const cameAndLeft = [1, 2].map(() => leaver({ start: '2026-01-05', leaving: '2026-08-01' }));
    const named = leaversAsExpected(figuresOf([...stayed, ...started], [...left, ...cameAndLeft]));
    expect(named).toMatchObject({
      groups: {
        midwives: {
          heads_start: 190,
          heads_end: 200,
          leavers: 22,
          leaver_rate_percent: 11.28,
          stayed_from_start: 170,
          stability_percent: 89.47,
        },
      },
    });
  });

  it('count whoever left on the last day, and whoever leaves on the first day as there at the start', () => {
    const onLast = leaver({ leaving: census });
    const onFirst = leaver({ leaving: '2025-11-01' });
    const before = leaver({ leaving: '2025-10-31' });
    const after = leaver({ leaving: '2026-11-01' });
    expect(midwives([], [onLast, onFirst, before, after])).toMatchObject({ headsStart: 3, headsEnd: 1, leavers: 2 });
  });

  it('leave out bank staff and duplicates of a merger from heads, FTE and leavers', () => {
    const bank = leaver({ leaving: '2026-05-01', category: 'bank', fte: 0 });
    const byRule = leaver({ leaving: '2026-05-01', reason: 'Bank Staff not fulfilled minimum work requirement' });
    const merged = leaver({ leaving: '2026-05-01', reason: 'Merged Organisation - Duplicate Record' });
    const figures = figuresOf([], [bank, byRule, merged]);
    expect(figures.of(['midwives'])).toMatchObject({ headsStart: 0, leavers: 0, fteStart: 0 });
    expect(figures.events.map(({ notCounted }) => notCounted)).toEqual(['bank', 'bank', 'merged_duplicate']);
  });

  it('count nobody who is still in post: a second assignment that ended, and somebody who retired and returned', () => {
    const person = '00000011';
    const second = leaver({ person, assignment: `${person}-9`, fte: fte(0.2), leaving: '2026-05-31' });
    const retired = leaver({
      person: '00000012',
      assignment: '00000012-8',
      leaving: '2026-03-31',
      reason: 'Flexi Retirement',
    });
    const list = [
      assignment({ person, fte: fte(0.5) }),
      assignment({ person: '00000012', start: '2026-04-15', fte: fte(0.6) }),
    ];
    const figures = figuresOf(list, [second, retired]);
    expect(figures.of(['midwives'])).toEqual({
      headsStart: 2,
      headsEnd: 2,
      leavers: 0,
      stayed: 2,
      fteStart: fte(1.7),
      fteEnd: fte(1.1),
      leaversFte: 0,
      avoidable: 0,
      voluntary: 0,
    });
  });

  it('count a person once who lost two assignments on a day, with the FTE of both', () => {
    const person = '00000013';
    const ends = [
      leaver({ person, leaving: '2026-06-30', fte: fte(0.6) }),
      leaver({ person, assignment: `${person}-2`, leaving: '2026-06-30', fte: fte(0.3), occupationCode: 'N2J' }),
    ];
    expect(midwives([], ends)).toMatchObject({ headsStart: 1, leavers: 1, fteStart: fte(0.9), leaversFte: fte(0.9) });
  });

  it('count somebody who returned and left again once, with the FTE of the last day', () => {
    const person = '00000014';
    const ends = [
      leaver({ person, leaving: '2026-02-01' }),
      leaver({ person, start: '2026-03-01', leaving: '2026-09-01', fte: fte(0.4) }),
    ];
    const figures = figuresOf([], ends);
    expect(figures.of(['midwives'])).toMatchObject({
      headsStart: 1,
      leavers: 1,
      fteStart: fte(1),
      leaversFte: fte(0.4),
    });
    expect(figures.events.map(({ notCounted }) => notCounted)).toEqual(['same_person', null]);
  });

  it('somebody on the list whose leaving is known already counts once, and as in post until then', () => {
    const person = '00000015';
    const list = [assignment({ person, fte: fte(0.8) })];
    const future = leaver({ person, fte: fte(0.8), leaving: '2026-11-30' });
    expect(midwives(list, [future])).toMatchObject({
      headsStart: 1,
      headsEnd: 1,
      leavers: 0,
      fteStart: fte(0.8),
      fteEnd: fte(0.8),
    });
    const toDecember = { first: '2026-01-01', last: '2026-12-31' };
    expect(midwives(list, [future], toDecember)).toMatchObject({ headsEnd: 0, leavers: 1, leaversFte: fte(0.8) });
  });

  it('an assignment that the list has in post and the leavers have as ended before counts no day twice', () => {
    const person = '00000016';
    const list = [assignment({ person })];
    const ended = leaver({ person, leaving: '2026-09-30' });
    expect(midwives(list, [ended])).toMatchObject({
      headsStart: 1,
      headsEnd: 1,
      leavers: 0,
      fteStart: fte(1),
      fteEnd: fte(1),
    });
  });

  it.each([
    [null, true, false],
    ['Voluntary Resignation - Relocation', true, true],
    ['Voluntary Early Retirement - with Actuarial Reduction', true, true],
    ['Flexi Retirement', true, true],
    ['Retirement Age', true, false],
    ['Dismissal - Capability', true, false],
    ['End of Fixed Term Contract - External Rotation', false, false],
    ['Employee Transfer', false, false],
    ['Death in Service', false, false],
    ['voluntary resignation - something new', true, true],
  ])('with the reason %s is avoidable: %s, voluntary: %s', (reason, avoidable, voluntary) => {
    expect(midwives([], [leaver({ leaving: '2026-05-01', reason })])).toMatchObject({
      avoidable: Number(avoidable),
      voluntary: Number(voluntary),
    });
  });

  it('midwives and support together are the sums of each, whatever the order of the rows', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const some = fc.record({
      person: fc.integer({ min: 1, max: 8 }).map((number) => `0000010${number}`),
      suffix: fc.constantFrom('', '-2'),
      occupationCode: fc.constantFrom('N2C', 'H1C'),
      from: day,
      to: day,
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.array(some, { maxLength: 12 }), (staying, going) => {
        const unique = new Map(staying.map((row) => [row.person + row.suffix, row]));
        const list = [...unique.values()].map(({ person, suffix, occupationCode, from }) =>
          assignment({ person, assignment: person + suffix, occupationCode, start: from }),
        );
        const ends = going.map(({ from, to, ...row }) => ({
          ...row,
          start: from < to ? from : to,
          leaving: from < to ? to : from,
        }));
        const leavers = [...new Map(ends.map((row) => [row.person + row.suffix + row.leaving, row])).values()].map(
          ({ person, suffix, ...row }) => leaver({ person, assignment: person + suffix, ...row }),
        );
        const figures = figuresOf(list, leavers);
        const [midwifery, support, both] = [['midwives'], ['support'], ['midwives', 'support']].map((groups) =>
          figures.of(groups),
        );
        for (const key of ['headsStart', 'headsEnd', 'leavers', 'stayed', 'fteStart', 'fteEnd', 'leaversFte'] as const)
          expect(both![key]).toBe(midwifery![key] + support![key]);
        const again = figuresOf([...list].reverse(), [...leavers].reverse());
        expect(again.of(['midwives', 'support'])).toEqual(both);
        expect(both!.headsStart - both!.stayed).toBeLessThanOrEqual(both!.leavers);
        expect(figures.events).toHaveLength(
          leavers.filter(({ leaving }) => leaving >= year.first && leaving <= year.last).length,
        );
      }),
    );
  });
});
