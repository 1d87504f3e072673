import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingWindow } from '../../../electron/features/training/calculations/compliance.ts';
import { headsNeeded, matrixOf } from '../../../electron/features/training/calculations/matrix.ts';
import type { TrainingPerson } from '../../../electron/features/training/calculations/people.ts';
import type { Standing, Standings } from '../../../electron/features/training/calculations/standing.ts';
import { loadReference } from '../../../electron/reference/load.ts';

const { training: rules } = loadReference(join(import.meta.dirname, '../../../resources'));
const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2025, 11, 1 + days)).toISOString().slice(0, 10));

const anybody = fc.record({
  group: fc.constantFrom('midwives', 'support', 'obstetric_doctors_other'),
  until: fc.option(day),
  bankOnly: fc.boolean(),
});

function world(people: readonly { group: string; until: string | null; bankOnly: boolean }[]) {
  const standings: Standings = new Map(rules.courses.map(({ key }) => [key, new Map<string, Standing>()]));
  const counted = people.map(({ group, bankOnly, until }, at): TrainingPerson => {
    const person = String(at);
    for (const of of standings.values())
      of.set(person, {
        achieved: until === null ? null : '2025-12-01',
        until,
        attended: until !== null,
        atScreen: false,
      });
    return { person, name: null, group, bankOnly, unit: null, start: '2020-01-01', fixedTerm: false };
  });
  return { counted, standings };
}

const matrixAt = ({ counted, standings }: ReturnType<typeof world>, census: string) =>
  matrixOf(counted, standings, { census, window: trainingWindow(census, rules) }, rules, null);

describe('compliance by course and group', () => {
  it('leaves every other count alone when somebody is taken out of the eligible', () => {
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 40 }), fc.nat(), (people, which) => {
        const all = world(people);
        const gone = all.counted[which % people.length]!;
        const without = { ...all, counted: all.counted.filter((one) => one !== gone) };
        const [before, after] = [matrixAt(all, '2026-10-31'), matrixAt(without, '2026-10-31')];
        for (const [at, cell] of after.entries()) {
          const old = before[at]!;
          if (cell.group !== gone.group) expect(cell).toEqual(old);
          else expect(old.inDate.numerator - cell.inDate.numerator).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('only falls from a census to a later one when nothing happens', () => {
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 40 }), day, day, (people, one, other) => {
        const [first, second] = [one, other].sort() as [string, string];
        const all = world(people);
        const [before, after] = [matrixAt(all, first), matrixAt(all, second)];
        for (const [at, cell] of after.entries())
          expect(cell.inDate.numerator).toBeLessThanOrEqual(before[at]!.inDate.numerator);
      }),
      { numRuns: 150 },
    );
  });

  it('asks for the smallest whole number of heads that reaches the threshold, never for one that rounds up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (heads) => {
        const needed = headsNeeded(heads, rules.threshold);
        expect(needed * rules.threshold.denominator).toBeGreaterThanOrEqual(heads * rules.threshold.numerator);
        expect((needed - 1) * rules.threshold.denominator).toBeLessThan(heads * rules.threshold.numerator);
      }),
      { numRuns: 300 },
    );
  });
});
