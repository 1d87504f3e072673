import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '../../../electron/core/dates.ts';
import type { GroupRules } from '../../../electron/features/staff/calculations/groups.ts';
import { headsOf } from '../../../electron/features/staff/calculations/heads.ts';
import { leaverFigures } from '../../../electron/features/staff/calculations/leavers.ts';
import { wholeYears } from '../../../electron/features/staff/calculations/profile.ts';
import { monthEnds } from '../../../electron/features/staff/calculations/rates-trend.ts';
import { sicknessFigures, sicknessRate } from '../../../electron/features/staff/calculations/sickness.ts';
import type { Spell } from '../../../electron/features/staff/calculations/spells.ts';
import type { AbsenceEntry } from '../../../electron/features/staff/entries.ts';
import { type CensusSum, trendOf } from '../../../electron/features/staff/calculations/trend.ts';

const first = '2025-11-01';
const year = { first, last: '2026-10-31' };
const months = monthEnds(year.last, 12).map((last) => ({ first: `${last.slice(0, 8)}01`, last }));
const people = ['00000001', '00000002', '00000003'];
const day = integer({ min: -60, max: 420 }).map((days) => addDays(first, days));

const anySpell = record({
  person: constantFrom(...people),
  group: constantFrom('midwives', 'support'),
  fte: integer({ min: 0, max: 100_000 }),
  start: day,
  length: option(integer({ min: 1, max: 300 }), { nil: null }),
}).map(({ length, ...spell }): Spell => {
  const last = length === null ? null : addDays(spell.start, length);
  return { ...spell, assignment: spell.person, primary: 1, leaving: last, last };
});
const anyEpisode = record({
  person: constantFrom(...people),
  type: constantFrom('sickness', 'maternity'),
  start: day,
  length: option(integer({ min: 0, max: 90 }), { nil: null }),
}).map(({ length, ...episode }): AbsenceEntry => {
  const end = length === null ? null : addDays(episode.start, length);
  return {
    ...episode,
    row: 1,
    assignment: episode.person,
    name: null,
    unit: null,
    staffGroup: null,
    reason: null,
    end,
  };
});

test('the sickness of twelve months adds up to that of the year: days lost and days in post', () => {
  assert(
    property(array(anySpell), array(anyEpisode), (spells, episodes) => {
      const whole = sicknessRate(spells, episodes, year);
      const parts = months.map((month) => sicknessRate(spells, episodes, month));
      expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator);
      expect(parts.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(whole.denominator);
    }),
  );
});

test('staff groups add up to all, and the order of rows is irrelevant', () => {
  assert(
    property(array(anySpell), array(anyEpisode), (spells, episodes) => {
      const all = sicknessFigures([...spells].reverse(), [...episodes].reverse(), year, () => true);
      const [one, other] = [all.of(['midwives']), all.of(['support'])];
      expect({
        numerator: one.numerator + other.numerator,
        denominator: one.denominator + other.denominator,
      }).toEqual(sicknessRate(spells, episodes, year));
    }),
  );
});

test('the parts of every month of a trend add up to its WTE, whatever it is told apart by', () => {
  const rules = { byOccupationCode: new Map([['N2C', 'midwives']]), byStaffGroup: new Map(), unmapped: 'unmapped' };
  const anySum = record({
    census: constantFrom('2026-08-31', '2026-09-30', '2026-10-31'),
    occupationCode: constantFrom('N2C', 'H9Z', null),
    staffGroup: constantFrom('03', '07'),
    band: constantFrom('6', '3', null),
    unit: constantFrom('Ward', 'Triage', null),
    costCentre: constantFrom('1', '2', null),
    assignments: integer({ min: 1, max: 9 }),
    wte: integer({ min: 0, max: 900_000 }),
  });
  assert(
    property(array(anySum), constantFrom('group', 'unit', 'band', 'costCentre'), (sums: CensusSum[], by) => {
      const { months: found } = trendOf(sums, by, rules);
      for (const { parts, wte } of found) expect(parts.reduce((sum, part) => sum + part, 0)).toBe(wte);
      expect(found.reduce((sum, { wte }) => sum + wte, 0)).toBe(sums.reduce((sum, { wte }) => sum + wte, 0));
    }),
  );
});

test('twelve months later is one whole year of service, the day before is none', () => {
  for (const start of ['2024-02-29', '2025-10-31', '2025-01-01']) {
    const later = addMonths(start, 12);
    expect(wholeYears(start, addDays(later, 1))).toBe(1);
    expect(wholeYears(start, addDays(later, -1))).toBe(0);
  }
});

test('leavers, stayers, heads and FTE of the groups add up to all, and the order of the spells is irrelevant', () => {
  const rules: GroupRules = { byOccupationCode: new Map(), byStaffGroup: new Map(), unmapped: 'unmapped' };
  const keys = ['headsStart', 'headsEnd', 'stayed', 'fteStart', 'fteEnd'] as const;
  assert(
    property(array(anySpell), (spells) => {
      const figures = leaverFigures(spells, [], year, rules);
      const all = figures.of(['midwives', 'support']);
      const parts = ['midwives', 'support'].map((group) => figures.of([group]));
      for (const key of keys) expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(all[key]);
      expect(leaverFigures([...spells].reverse(), [], year, rules).of(['midwives', 'support'])).toEqual(all);
      for (const at of ['start', 'end'] as const) {
        const heads = headsOf(spells, year, at, ['midwives', 'support']);
        const counted = heads.filter(({ counts }) => counts);
        expect(counted).toHaveLength(at === 'start' ? all.headsStart : all.headsEnd);
        expect(heads.reduce((sum, { spell }) => sum + spell.fte, 0)).toBe(at === 'start' ? all.fteStart : all.fteEnd);
        if (at === 'start') expect(counted.filter(({ stays }) => stays)).toHaveLength(all.stayed);
      }
    }),
  );
});
