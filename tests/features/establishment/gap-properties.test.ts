import { array, assert, boolean, constantFrom, integer, property, record, shuffledSubarray } from 'fast-check';
import { expect, test } from 'vitest';
import type { GapDifference, GapMeasure, GapPosition } from '#contract';
import {
  availableOf,
  type Coverage,
  gapLines,
  type GapLine,
  type GapPart,
  gapPosition,
} from '../../../electron/features/establishment/calculations/gap.ts';
import { rowsOfFigure } from '../../../electron/features/establishment/calculations/gap-rows.ts';

const groups = ['midwives', 'support', 'medical'];
const anyPart = record({
  of: constantFrom('required', 'funded', 'inPost', 'away', 'bank', 'agency'),
  unit: constantFrom('delivery suite', 'ward', 'community'),
  group: constantFrom(...groups),
  band: constantFrom('3', '6', '7'),
  amount: integer({ min: 0, max: 5_000_000 }),
  by: constantFrom('import', 'hand'),
  reason: constantFrom('maternity', 'long_sickness', 'supernumerary'),
}).map((part): GapPart => {
  const isRequired = part.of === 'required';
  const isTold = part.of === 'funded' || part.of === 'inPost';
  return {
    ...part,
    by: isRequired ? 'hand' : isTold ? part.by : 'import',
    reason: part.of === 'away' ? part.reason : null,
  } as GapPart;
});
/** An import tells a staff group apart where it has rows of it, and where it says nought of it. */
const anyGap = record({
  parts: array(anyPart, { maxLength: 60 }),
  funded: shuffledSubarray(groups),
  inPost: shuffledSubarray(groups),
  covered: boolean(),
}).map(({ parts, funded, inPost, covered }) => {
  const of = (measure: string) =>
    parts.filter((part) => part.of === measure && part.by === 'import').map(({ group }) => group);
  const coverage: Coverage = {
    funded: new Set([...funded, ...of('funded')]),
    inPost: new Set([...inPost, ...of('inPost'), ...of('away')]),
    minutesOfWte: covered ? { numerator: 2250 * 31, denominator: 7 } : null,
  };
  return { parts, coverage };
});

const differences = ['requiredLessFunded', 'vacancy', 'requiredLessInPost', 'requiredLessAvailable'] as const;
const by = (lines: readonly GapLine[], key: (line: GapLine) => string) => {
  const cells = new Map<string, GapLine[]>();
  for (const line of lines) cells.set(key(line), [...(cells.get(key(line)) ?? []), line]);
  return [...cells.values()];
};

test('units sum to the trust and groups sum to the trust, in every figure', () => {
  assert(
    property(anyGap, ({ parts, coverage }) => {
      const lines = gapLines(parts, coverage);
      const all = gapPosition(lines, coverage);
      for (const key of ['unit', 'group'] as const) {
        const positions = by(lines, (line) => line[key]).map((some) => gapPosition(some, coverage));
        const sum = (read: (position: GapPosition) => number | null) =>
          positions.reduce((total, position) => total + (read(position) ?? 0), 0);
        expect(sum(({ required }) => required.wte)).toBe(all.required.wte ?? 0);
        expect(sum(({ funded }) => funded.wte)).toBe(all.funded.wte ?? 0);
        expect(sum(({ inPost }) => inPost.wte)).toBe(all.inPost.wte ?? 0);
        expect(sum(({ available }) => available)).toBe(all.available ?? 0);
        expect(sum(({ bank }) => bank?.numerator ?? 0)).toBe(all.bank?.numerator ?? 0);
        for (const gap of differences)
          for (const part of ['wte', 'from', 'less', 'compared'] as const satisfies (keyof GapDifference)[])
            expect(sum((position) => position[gap][part])).toBe(all[gap][part] ?? 0);
      }
    }),
  );
});

test('the order of the rows is irrelevant', () => {
  assert(
    property(anyGap, ({ parts, coverage }) => {
      const forwards = gapPosition(gapLines(parts, coverage), coverage);
      const backwards = gapPosition(gapLines([...parts].reverse(), coverage), coverage);
      expect(backwards).toEqual(forwards);
    }),
  );
});

test('the rows behind a figure add up to it, with their signs', () => {
  assert(
    property(anyGap, ({ parts, coverage }) => {
      const position = gapPosition(gapLines(parts, coverage), coverage);
      const sum = (measure: GapMeasure) =>
        rowsOfFigure(parts, measure, coverage).reduce((total, { part, sign }) => total + sign * part.amount, 0);
      expect(sum('required')).toBe(position.required.wte ?? 0);
      expect(sum('funded')).toBe(position.funded.wte ?? 0);
      expect(sum('inPost')).toBe(position.inPost.wte ?? 0);
      for (const gap of ['requiredLessFunded', 'vacancy', 'requiredLessInPost'] as const)
        expect(sum(gap)).toBe(position[gap].wte ?? 0);
      // Nobody is away who is not in post: with such rows, who is available adds up too.
      const present = parts.filter(({ of }) => of !== 'away');
      const lines = gapLines(present, coverage);
      const available = lines.reduce((total, line) => total + (availableOf(line) ?? 0), 0);
      const rows = rowsOfFigure(present, 'available', coverage);
      expect(rows.reduce((total, { part, sign }) => total + sign * part.amount, 0)).toBe(available);
    }),
  );
});

test('the rows behind a gross figure add up to it', () => {
  assert(
    property(anyGap, ({ parts, coverage }) => {
      // Nobody is away who is not in post.
      const present = parts.filter(({ of }) => of !== 'away');
      const position = gapPosition(gapLines(present, coverage), coverage);
      for (const gap of differences) {
        const rows = rowsOfFigure(present, gap, coverage, true);
        const sum = rows.reduce((total, { part, sign }) => total + sign * part.amount, 0);
        expect([gap, sum]).toEqual([gap, position[gap].gross ?? 0]);
      }
    }),
  );
});

test('a difference is always its own two sides, and gross is never below net nor below nought', () => {
  assert(
    property(anyGap, ({ parts, coverage }) => {
      const position = gapPosition(gapLines(parts, coverage), coverage);
      for (const gap of differences) {
        const { wte, from, less, gross } = position[gap];
        if (wte === null) expect([from, less, gross]).toEqual([null, null, null]);
        else {
          expect(wte).toBe(from! - less!);
          expect(gross!).toBeGreaterThanOrEqual(Math.max(0, wte));
        }
      }
    }),
  );
});

test('every figure is a whole number of hundred-thousandths: nothing is rounded before it is shown', () => {
  assert(
    property(anyGap, ({ parts, coverage }) => {
      const { required, funded, inPost, available, vacancy } = gapPosition(gapLines(parts, coverage), coverage);
      for (const value of [required.wte, funded.wte, inPost.wte, available, vacancy.wte, vacancy.gross])
        expect(value === null || Number.isSafeInteger(value)).toBe(true);
    }),
  );
});
