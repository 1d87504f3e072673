import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, datesOf, type DatePeriod } from '../../../electron/core/dates.ts';
import { sicknessAsExpected } from '../../../electron/features/staff/calculations/as-expected.ts';
import { sicknessFigures } from '../../../electron/features/staff/calculations/sickness.ts';
import { spellsOf } from '../../../electron/features/staff/calculations/spells.ts';
import type { AbsenceEntry, AssignmentEntry, LeaverEntry } from '../../../electron/features/staff/entries.ts';
import { absence, assignment, fte, leaver, rules } from './rows.ts';

const census = '2026-10-31';
const november = { first: '2026-11-01', last: '2026-11-30' };
const october = { first: '2026-10-01', last: census };
const one = '00000021';
const other = '00000022';
const everybody = () => true;

function figuresOf(
  list: readonly AssignmentEntry[],
  episodes: readonly AbsenceEntry[],
  period: DatePeriod,
  leavers: readonly LeaverEntry[] = [],
) {
  return sicknessFigures(spellsOf(list, census, leavers, rules), episodes, period, everybody);
}

const days = (...given: Parameters<typeof figuresOf>) => figuresOf(...given).of(['midwives']);

describe('sickness', () => {
  it('of 10 days at 1.0 FTE and 5 days at 0.6 FTE in a month of 30 days is 13.0 of 48.0 days, 27.08 %', () => {
    const list = [assignment({ person: one }), assignment({ person: other, fte: fte(0.6) })];
    const episodes = [absence(one, '2026-11-01', '2026-11-10'), absence(other, '2026-11-26', '2026-11-30')];
    expect(sicknessAsExpected(figuresOf(list, episodes, november))).toMatchObject({
      calendar_days: 30,
      groups: { midwives: { fte_days_lost: 13, fte_days_available: 48, sickness_percent: 27.08 } },
    });
  });

  it('is clipped to the period, and an open episode runs to its end', () => {
    const list = [assignment({ person: one })];
    expect(days(list, [absence(one, '2026-09-20', '2026-10-02')], october).numerator).toBe(fte(2));
    expect(days(list, [absence(one, '2026-10-30', null)], october).numerator).toBe(fte(2));
    expect(days(list, [absence(one, '2026-09-01', '2026-12-01')], october)).toEqual({
      numerator: fte(31),
      denominator: fte(31),
    });
    expect(figuresOf(list, [absence(one, '2026-11-01', null)], october).episodes).toBe(0);
  });

  it('counts a day that two episodes share once, and both episodes', () => {
    const list = [assignment({ person: one })];
    const episodes = [
      absence(one, '2026-10-01', '2026-10-05'),
      absence(one, '2026-10-04', '2026-10-06'),
      absence(one, '2026-10-02', '2026-10-03'),
    ];
    const figures = figuresOf(list, episodes, october);
    expect(figures.of(['midwives']).numerator).toBe(fte(6));
    expect(figures.episodes).toBe(3);
  });

  it('counts sickness only', () => {
    const list = [assignment({ person: one })];
    const episodes = ['maternity', 'special_leave', 'Jury Service', null].map((type) =>
      absence(one, '2026-10-01', '2026-10-05', type),
    );
    expect(figuresOf(list, episodes, october)).toMatchObject({ episodes: 0 });
    expect(days(list, episodes, october).numerator).toBe(0);
  });

  it('counts somebody who started in the period from the start, and a leaver up to and with the leaving date', () => {
    const list = [assignment({ person: one, start: '2026-10-20' })];
    const left = [leaver({ person: other, leaving: '2026-10-10' })];
    const episodes = [absence(one, '2026-10-18', '2026-10-21'), absence(other, '2026-10-09', '2026-10-15')];
    expect(days(list, episodes, october, left)).toEqual({ numerator: fte(2 + 2), denominator: fte(12 + 10) });
  });

  it('counts nothing of bank staff, of a duplicate of a merger and of people on no list', () => {
    const list = [assignment({ person: one, category: 'bank', fte: 0 })];
    const left = [leaver({ person: other, leaving: '2026-10-10', reason: 'Merged Organisation - Duplicate Record' })];
    const episodes = [one, other, '00000099'].map((person) => absence(person, '2026-10-01', null));
    expect(days(list, episodes, october, left)).toEqual({ numerator: 0, denominator: 0 });
    const known = new Set([one, other]);
    const figures = sicknessFigures(spellsOf(list, census, left, rules), episodes, october, (person) =>
      known.has(person),
    );
    expect(figures.episodes).toBe(2);
  });

  it('loses the FTE of every assignment of a person, each in its own group', () => {
    const list = [
      assignment({ person: one, fte: fte(0.6) }),
      assignment({ person: one, assignment: `${one}-2`, primary: 0, fte: fte(0.3), occupationCode: 'H1C' }),
    ];
    const figures = figuresOf(list, [absence(one, '2026-10-01', '2026-10-10')], october);
    expect(figures.of(['midwives']).numerator).toBe(fte(6));
    expect(figures.of(['support']).numerator).toBe(fte(3));
    expect(figures.of(['midwives', 'support']).numerator).toBe(fte(9));
  });

  it('is what counting day by day gives, whatever the order of the rows, and months add up', () => {
    const day = fc.integer({ min: -20, max: 80 }).map((number) => addDays('2026-09-01', number));
    const person = fc.constantFrom(one, other);
    const episode = fc.record({ person, from: day, length: fc.option(fc.integer({ min: 0, max: 30 })) });
    const spell = fc.record({
      person,
      suffix: fc.constantFrom('', '-2'),
      from: day,
      fte: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(episode, { maxLength: 8 }),
        fc.uniqueArray(spell, { maxLength: 4, selector: (row) => row.person + row.suffix }),
        (sick, posts) => {
          const list = posts.map((post) =>
            assignment({ person: post.person, assignment: post.person + post.suffix, start: post.from, fte: post.fte }),
          );
          const episodes = sick.map(({ person: who, from, length }) =>
            absence(who, from, length === null ? null : addDays(from, length)),
          );
          const both = { first: '2026-09-01', last: '2026-10-31' };
          let [lost, available] = [0, 0];
          for (const date of datesOf(both)) {
            for (const post of list.filter(({ start }) => start <= date)) {
              available += post.fte;
              const isSick = episodes.some(
                ({ person: who, start, end }) => who === post.person && start <= date && (end ?? '9') >= date,
              );
              if (isSick) lost += post.fte;
            }
          }
          expect(days(list, episodes, both)).toEqual({ numerator: lost, denominator: available });
          expect(days([...list].reverse(), [...episodes].reverse(), both)).toEqual({
            numerator: lost,
            denominator: available,
          });
          const months = [{ first: '2026-09-01', last: '2026-09-30' }, october].map((month) =>
            days(list, episodes, month),
          );
          expect(months[0]!.numerator + months[1]!.numerator).toBe(lost);
          expect(months[0]!.denominator + months[1]!.denominator).toBe(available);
        },
      ),
    );
  });
});
