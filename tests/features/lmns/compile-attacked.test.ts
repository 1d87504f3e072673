import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PairOfNumbers } from '../../../electron/contract/index.ts';
import type { ProtectedCount } from '../../../electron/core/small-numbers.ts';
import { attack } from '../../support/attack-tables.ts';
import { compileReturns, measureNamed, returnedDocument, valueOf } from '../../support/returned-documents.ts';

const options = { period: '2026-Q2', trusts: [], hideBelow: 5, assessmentYears: 3, censusDays: 31 };
const leavers = measureNamed('leavers');
const count = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) }, fc.integer({ min: 0, max: 40 }));
const pair = fc.tuple(count, count).map(([numerator, rest]) => [numerator, numerator + rest] as const);

const protectedOf = (pairOf: PairOfNumbers, side: 'numerator' | 'denominator'): ProtectedCount => {
  const number = pairOf[side];
  const state = pairOf[`${side}State`];
  return state === 'shown' && number !== null
    ? { kind: 'shown', count: number }
    : { kind: state as 'small' | 'withheld' };
};

/** Everything that a reader of the compile has: each trust's numerator and denominator, the totals, and their differences. */
class Published {
  readonly counts = new Map<string, number>();
  readonly shown = new Map<string, ProtectedCount>();
  readonly sums: { total: string; parts: string[] }[] = [];

  add(key: string, pairOf: PairOfNumbers, [numerator, denominator]: readonly [number, number]): void {
    this.counts
      .set(key, numerator)
      .set(`of ${key}`, denominator)
      .set(`rest ${key}`, denominator - numerator);
    const [above, below] = [protectedOf(pairOf, 'numerator'), protectedOf(pairOf, 'denominator')];
    this.shown.set(key, above).set(`of ${key}`, below);
    const isKnown = above.kind === 'shown' && below.kind === 'shown';
    this.shown.set(`rest ${key}`, isKnown ? { kind: 'shown', count: denominator - numerator } : { kind: 'withheld' });
    this.sums.push({ total: `of ${key}`, parts: [key, `rest ${key}`] });
  }

  sum(total: string, parts: readonly string[]): void {
    for (const side of ['', 'of ', 'rest '])
      this.sums.push({ total: side + total, parts: parts.map((part) => side + part) });
  }

  /** Counts of 1 to 4 that can be worked out. */
  solved(): string[] {
    const goWith = new Map([...this.counts.keys()].map((key) => [key, [`rest ${key}`]]));
    const found = attack({ counts: this.counts, sums: this.sums, goWith }, this.shown, 5);
    return [...found].flatMap(([key, [low, high]]) => (low === high && low > 0 && low < 5 ? [`${key} is ${low}`] : []));
  }
}

test('no count of 1 to 4, nor so few left out of a share, can be worked out from cells, totals and corrections', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ now: pair, first: fc.option(pair, { freq: 4 }) }), { minLength: 2, maxLength: 6 }),
      (trusts) => {
        const documents = trusts.flatMap(({ now, first }, place) => {
          const of = (some: readonly [number, number], day: string) =>
            returnedDocument(
              { code: `T${place}0`, name: `Trust ${place}` },
              { definitions: [leavers], values: [valueOf('leavers', ...some)], madeAt: `2026-10-${day}T09:00:00.000Z` },
            );
          return first ? [of(first, '05'), of(now, '12')] : [of(now, '05')];
        });
        const answer = compileReturns(documents, options);
        const table = answer.measures[0]!.groups[0]!.tables[0]!;
        const published = new Published();
        const keys = trusts.map((_, place) => `now ${place}`);
        for (const [place, cell] of table.cells.entries()) published.add(keys[place]!, cell, trusts[place]!.now);
        const total = (some: readonly (readonly [number, number])[]) =>
          some.reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as const);
        published.add('all', table.system, total(trusts.map(({ now }) => now)));
        published.sum('all', keys);
        for (const one of answer.restatements) {
          const place = answer.trusts.findIndex(({ code }) => code === one.trust);
          const { first } = trusts[place]!;
          published.add(`first ${place}`, one.first!, first!);
          const before = trusts.map(({ now }, other) => (other === place ? first! : now));
          published.add(`before ${place}`, one.systemBefore!, total(before));
          published.sum(
            `before ${place}`,
            keys.map((key, other) => (other === place ? `first ${place}` : key)),
          );
        }
        expect(published.solved()).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test('nor where reasons add up to all leavers of a trust', () => {
  const reasons = ['Health', 'Relocation', 'Work life balance'];
  const all = measureNamed('leavers', { denominator: null });
  fc.assert(
    fc.property(fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }), (trusts) => {
      const documents = trusts.map((counts, place) =>
        returnedDocument(
          { code: `T${place}0`, name: `Trust ${place}` },
          {
            definitions: [all],
            values: [
              ...counts.map((own, index) => valueOf('leavers', own, null, { group: reasons[index] ?? null })),
              valueOf(
                'leavers',
                counts.reduce((sum, own) => sum + own, 0),
                null,
              ),
            ],
          },
        ),
      );
      const counts = new Map<string, number>();
      const shown = new Map<string, ProtectedCount>();
      const sums: { total: string; parts: string[] }[] = [];
      const add = (key: string, pairOf: PairOfNumbers, own: number) => {
        counts.set(key, own);
        shown.set(key, protectedOf(pairOf, 'numerator'));
      };
      for (const { group, tables } of compileReturns(documents, options).measures[0]!.groups) {
        const own = (place: number) =>
          group === null ? trusts[place]!.reduce((sum, one) => sum + one, 0) : trusts[place]![reasons.indexOf(group)]!;
        for (const [place, cell] of tables[0]!.cells.entries()) add(`${group} ${place}`, cell, own(place));
        add(
          `${group}`,
          tables[0]!.system,
          trusts.reduce((sum, _, place) => sum + own(place), 0),
        );
        sums.push({ total: `${group}`, parts: trusts.map((_, place) => `${group} ${place}`) });
      }
      for (const place of [...trusts.keys(), ''])
        sums.push({ total: `null ${place}`.trim(), parts: reasons.map((reason) => `${reason} ${place}`.trim()) });
      const solved = [...attack({ counts, sums }, shown, 5)].filter(([, [low, high]]) => low === high);
      expect(solved).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
