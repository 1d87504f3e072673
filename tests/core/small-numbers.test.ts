import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PublishedTables, protectTables } from '../../electron/core/protected-tables.ts';
import {
  protect,
  type ProtectedCount,
  protectCounts,
  protectedRate,
  protectShare,
} from '../../electron/core/small-numbers.ts';
import { expectedOf, ifSamples, sampleFile, samplesAreHere } from '../support/importing.ts';
import { attack } from '../support/attack-tables.ts';
import { readCells } from '../support/read-cells.ts';

const SMALLEST = 5;
const oneTable = (counts: readonly (number | null)[]) => {
  const { tables, total } = protectCounts([counts], SMALLEST);
  return [...(tables[0] ?? []), total].map((one) => (one.kind === 'shown' ? one.count : one.kind));
};

/** Rows and columns with their totals; the rows' totals come back in a second table, by something else. */
function linkedTables(rows: readonly (readonly number[])[], second: readonly number[]): PublishedTables {
  const counts = new Map<string, number>();
  const sums: { total: string; parts: string[] }[] = [];
  const put = (total: string, parts: string[]) => {
    counts.set(
      total,
      parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0),
    );
    sums.push({ total, parts });
  };
  const columns = rows[0] ?? [];
  for (const [row, some] of rows.entries())
    for (const [column, count] of some.entries()) counts.set(`${row}/${column}`, count);
  for (const [row] of rows.entries())
    put(
      `row ${row}`,
      columns.map((_, column) => `${row}/${column}`),
    );
  for (const [column] of columns.entries())
    put(
      `column ${column}`,
      rows.map((_, row) => `${row}/${column}`),
    );
  put(
    'all',
    rows.map((_, row) => `row ${row}`),
  );
  sums.push({ total: 'all', parts: columns.map((_, column) => `column ${column}`) });
  // So many of each row have something: a share with its rest, and their total.
  for (const [row] of rows.entries()) {
    const whole = counts.get(`row ${row}`) ?? 0;
    const have = Math.min(whole, second[row] ?? 0);
    counts.set(`have ${row}`, have).set(`rest ${row}`, whole - have);
    sums.push({ total: `row ${row}`, parts: [`have ${row}`, `rest ${row}`] });
  }
  put(
    'have',
    rows.map((_, row) => `have ${row}`),
  );
  put(
    'rest',
    rows.map((_, row) => `rest ${row}`),
  );
  sums.push({ total: 'all', parts: ['have', 'rest'] });
  return { counts, sums };
}

const someCount = fc.oneof(fc.nat(6), fc.nat(6), fc.nat(40), fc.constant(0));
const someTables = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      table: fc.array(fc.array(someCount, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      second: fc.array(someCount, { minLength: rows, maxLength: rows }),
    }),
  );

describe('what is published cannot be solved', () => {
  test('of no count that is left out can the one value be worked out, from rows, columns, totals and a second table', () => {
    fc.assert(
      fc.property(someTables, ({ table, second }) => {
        const tables = linkedTables(table, second);
        const shown = protectTables(tables, SMALLEST);
        for (const [key, one] of shown)
          if (one.kind === 'shown') {
            expect(one.count).toBe(tables.counts.get(key));
            expect(one.count === 0 || one.count >= SMALLEST, `${key} is ${one.count}`).toBe(true);
          }
        for (const [key, [least, most]] of attack(tables, shown, SMALLEST))
          expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
      }),
      { numRuns: 300 },
    );
  });

  test('the attack finds what small counts alone would give away', () => {
    const tables = linkedTables(
      [
        [3, 20],
        [30, 40],
      ],
      [20, 60],
    );
    const naive = new Map(
      [...tables.counts].map(([key, count]) => [
        key,
        (count ?? 0) > 0 && (count ?? 0) < SMALLEST
          ? ({ kind: 'small' } as const)
          : ({ kind: 'shown', count: count ?? 0 } as const),
      ]),
    );
    expect(attack(tables, naive, SMALLEST).get('0/0')).toEqual([3, 3]);
  });
});

describe('files for several readers', () => {
  test('what is left out for the LMNS is left out of what is published, and is not told more closely there', () => {
    fc.assert(
      fc.property(someTables, ({ table, second }) => {
        const tables = linkedTables(table, second);
        const lmns = protect(tables, { hideBelow: 5, roundTo: 1 });
        const published = protect(tables, { hideBelow: 8, roundTo: 5, beside: 5 });
        for (const key of tables.counts.keys()) {
          const [one, other] = [lmns(key).kind, published(key).kind];
          if (one === 'withheld') expect(other, key).toBe('withheld');
          if (one === 'small') expect(other, key).not.toBe('shown');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('counts beside their total', () => {
  test('counts from 1 to 4 are not told, nought and 5 are; what is not known stays so', () => {
    expect(oneTable([0, 1, 4, 5, null, 30])).toEqual([0, 'small', 'small', 5, 'not known', 30, 40]);
  });

  test('one that could be worked out from the total takes the next smallest with it', () => {
    expect(oneTable([43, 34, 7, 0, 4])).toEqual([43, 34, 'withheld', 0, 'small', 88]);
    expect(oneTable([1, 1, 9, 20])).toEqual(['small', 'small', 'withheld', 20, 31]);
  });

  test('two of 4 whose total is 8 would both be told by it, and so the total goes', () => {
    expect(oneTable([4, 4])).toEqual(['small', 'small', 'withheld']);
  });

  test('a second table of the same people tells nothing that the first leaves out', () => {
    const { tables, total } = protectCounts(
      [
        [12, 20],
        [3, 29],
      ],
      SMALLEST,
    );
    expect(total).toEqual({ kind: 'shown', count: 32 });
    expect(tables[1]?.map(({ kind }) => kind)).toEqual(['small', 'withheld']);
    expect(tables[0]?.map(({ kind }) => kind)).toEqual(['shown', 'shown']);
  });

  test('a percentage goes with its numerator or its denominator', () => {
    expect(protectedRate({ kind: 'small' }, { kind: 'shown', count: 40 })).toBeNull();
    expect(protectedRate({ kind: 'shown', count: 0 }, { kind: 'shown', count: 40 })).toEqual({
      numerator: 0,
      denominator: 40,
    });
  });

  test('a share with fewer than 5 left out of it is told as the least that it can be', () => {
    expect(protectShare({ numerator: 198, denominator: 200 }, 5)).toEqual({
      rate: { numerator: 196, denominator: 200 },
      atLeast: true,
    });
    expect(protectShare({ numerator: 195, denominator: 200 }, 5).atLeast).toBe(false);
    expect(protectShare({ numerator: 200, denominator: 200 }, 5).atLeast).toBe(false);
  });
});

describe.skipIf(!samplesAreHere)(`the sample of four trusts${ifSamples}`, () => {
  const expected = expectedOf('o2_lmns_small_numbers.xlsx') as {
    tables: Record<string, { shown_counts: (number | string)[]; shown_total: number | string }>;
    two_way: { primary_cells: [string, string][] };
  };
  const star = (one: ProtectedCount) => (one.kind === 'shown' ? one.count : '*');

  test('shows exactly the counts and totals that are given', async () => {
    const [sheet] = await readCells(sampleFile('o2_lmns_small_numbers.xlsx'));
    for (const [measure, { shown_counts, shown_total }] of Object.entries(expected.tables)) {
      const counts = sheet!.rows.flatMap((row) =>
        sheet!.cells[`B${row}`] === measure ? [Number(sheet!.cells[`C${row}`])] : [],
      );
      const { tables, total } = protectCounts([counts], SMALLEST);
      expect([measure, ...(tables[0] ?? []).map(star), star(total)]).toEqual([measure, ...shown_counts, shown_total]);
    }
  });

  test('by trust and reason leaves out 3 and 2, and no row or column has one count left out alone', async () => {
    const [, sheet] = await readCells(sampleFile('o2_lmns_small_numbers.xlsx'));
    const table = [4, 5, 6, 7].map((row) => ['B', 'C', 'D'].map((column) => Number(sheet!.cells[`${column}${row}`])));
    const shown = protectTables(linkedTables(table, [0, 0, 0, 0]), SMALLEST);
    const isLeft = (row: number, column: number) => shown.get(`${row}/${column}`)?.kind !== 'shown';
    expect([isLeft(1, 1), isLeft(3, 2)]).toEqual([true, true]);
    for (const row of [0, 1, 2, 3]) expect([0, 1, 2].filter((column) => isLeft(row, column))).not.toHaveLength(1);
    for (const column of [0, 1, 2]) expect([0, 1, 2, 3].filter((row) => isLeft(row, column))).not.toHaveLength(1);
    expect(shown.get('all')).toEqual({ kind: 'shown', count: 107 });
  });
});

describe('to publish', () => {
  const published = (counts: Record<string, number>, sums: PublishedTables['sums']) => {
    const of = protect({ counts: new Map(Object.entries(counts)), sums }, { hideBelow: 8, roundTo: 5 });
    return Object.fromEntries(Object.keys(counts).map((key) => [key, of(key)]));
  };

  test('counts are rounded to the nearest 5, nought stays, and a total is the sum of what is shown', () => {
    expect(published({ a: 12, b: 13, c: 0, all: 25 }, [{ total: 'all', parts: ['a', 'b', 'c'] }])).toEqual({
      a: { kind: 'shown', count: 10 },
      b: { kind: 'shown', count: 15 },
      c: { kind: 'shown', count: 0 },
      all: { kind: 'shown', count: 25 },
    });
  });

  test('whatever the tables, counts are nought or 10 and more in fives, and a total is what its parts come to', () => {
    fc.assert(
      fc.property(someTables, ({ table, second }) => {
        const tables = linkedTables(table, second);
        const shown = protect(tables, { hideBelow: 8, roundTo: 5 });
        const countOf = (key: string) => {
          const one = shown(key);
          return one.kind === 'shown' ? one.count : null;
        };
        for (const key of tables.counts.keys()) {
          const count = countOf(key);
          if (count !== null) expect(count === 0 || (count >= 10 && count % 5 === 0), `${key} is ${count}`).toBe(true);
        }
        for (const { total, parts } of tables.sums) {
          const all = countOf(total);
          if (all !== null) expect(parts.reduce((sum, part) => sum + (countOf(part) ?? Number.NaN), 0)).toBe(all);
        }
      }),
    );
  });

  test('7 is left out with the next smallest, and so is their total', () => {
    expect(published({ a: 7, b: 13, c: 40, all: 60 }, [{ total: 'all', parts: ['a', 'b', 'c'] }])).toMatchObject({
      a: { kind: 'small' },
      b: { kind: 'withheld' },
      c: { kind: 'shown', count: 40 },
      all: { kind: 'withheld' },
    });
  });
});
