import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PublishedTables, protectTables } from '../../electron/core/protected-tables.ts';
import { attack } from '../support/attack-tables.ts';

const SMALLEST = 5;

describe('reports of different days', () => {
  const reasons = 4;
  const months = fc.array(fc.array(fc.nat(3), { minLength: reasons, maxLength: reasons }), {
    minLength: 15,
    maxLength: 15,
  });

  test('two reports of twelve months that overlap tell no small count, when one is taken from the other', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 3 }), (counts, later) => {
        const many = (reason: number, first: number, until: number) =>
          counts.slice(first, until).reduce((sum, month) => sum + (month[reason] ?? 0), 0);
        const report = (name: string, first: number): PublishedTables => {
          const parts = Array.from({ length: reasons }, (_, reason): [string, number] => [
            `${name} ${reason}`,
            many(reason, first, first + 12),
          ]);
          const total = parts.reduce((sum, [, count]) => sum + count, 0);
          return {
            counts: new Map([...parts, [`${name} all`, total]]),
            sums: [{ total: `${name} all`, parts: parts.map(([key]) => key) }],
          };
        };
        const [one, other] = [report('one', 0), report('other', later)];
        // Each is protected by itself, on its day; the reader knows how they overlap, and nothing of the months.
        const shown = new Map([...protectTables(one, SMALLEST), ...protectTables(other, SMALLEST)]);
        const atoms = new Map<string, number>();
        const ties = Array.from({ length: reasons }, (_, reason) => {
          const [left, both, come] = ['left', 'both', 'come'].map((atom) => `${atom} ${reason}`) as [
            string,
            string,
            string,
          ];
          atoms
            .set(left, many(reason, 0, later))
            .set(both, many(reason, later, 12))
            .set(come, many(reason, 12, 12 + later));
          return [
            { total: `one ${reason}`, parts: [left, both] },
            { total: `other ${reason}`, parts: [both, come] },
          ];
        }).flat();
        const tables = {
          counts: new Map([...one.counts, ...other.counts, ...atoms]),
          sums: [...one.sums, ...other.sums, ...ties],
          // Nothing is said of the months: they may be nought.
          goWith: new Map([['one all', [...atoms.keys()]]]),
        };
        for (const atom of atoms.keys()) shown.set(atom, { kind: 'withheld' });
        for (const [key, [least, most]] of attack(tables, shown, SMALLEST)) {
          const count = tables.counts.get(key) ?? 0;
          if (count > 0 && count < SMALLEST) expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
        }
      }),
      { numRuns: 100 },
    );
  });
});
