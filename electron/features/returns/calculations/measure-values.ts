import type { MeasureDefinition, MeasureValue } from '#contract';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import { type Disclosure, protect } from '../../../core/small-numbers.ts';

/** A measure, and the pack that it stands in. */
export interface PackedMeasure {
  readonly definition: MeasureDefinition;
  readonly pack: string;
}

/** A whole number in the unit of its measure; null is not known. */
interface MeasuredNumber {
  readonly value: number | null;
  /** The count of people, in the tables of its source, without which it may not be told; none where it tells of nobody. */
  readonly people?: string;
}

/** One measure of one part of a trust, as it is worked out. */
export interface Measured {
  readonly measure: string;
  readonly group: string | null;
  readonly numerator: MeasuredNumber;
  readonly denominator: MeasuredNumber;
  readonly from: string | null;
  readonly on: string;
  /** Packs beside that of the measure, where they follow from whom it counts. */
  readonly packs?: readonly string[];
  /** What somebody says of it who entered it by hand. */
  readonly note?: string;
}

/** What one source tells: measures, and the counts of people behind them with what adds up. */
export interface MeasuredSource {
  readonly measured: readonly Measured[];
  readonly people?: PublishedTables;
}

/** Numbers that tell of nobody. */
export const plain = (numerator: number | null, denominator: number | null) => ({
  numerator: { value: numerator },
  denominator: { value: denominator },
});

/**
 * Measures as they may leave the trust: counts of people from all sources are protected as one system, and what goes with
 * a count is left out with it.
 */
export function protectedValues(
  sources: readonly MeasuredSource[],
  measures: readonly PackedMeasure[],
  disclosure: Disclosure,
): MeasureValue[] {
  const shown = protect(joined(sources), disclosure);
  const packed = new Map(measures.map((one) => [one.definition.id, one]));
  return sources.flatMap(({ measured }, source) => {
    const told = ({ value, people }: MeasuredNumber): [number | null, MeasureValue['numeratorState']] => {
      if (value === null) return [null, 'not known'];
      const kind = people === undefined ? 'shown' : shown(keyIn(source, people)).kind;
      return [kind === 'shown' ? value : null, kind];
    };
    return measured.flatMap((one): MeasureValue[] => {
      const known = packed.get(one.measure);
      // A pack of the trust's own may leave a measure out.
      if (!known) return [];
      const [numerator, numeratorState] = told(one.numerator);
      const [denominator, denominatorState] = told(one.denominator);
      const { measure, group, from, on, packs, note } = one;
      return [
        {
          measure,
          group,
          numerator,
          denominator,
          numeratorState,
          denominatorState,
          from,
          on,
          formula: formulaOf(known.definition),
          pack: known.pack,
          ...(packs === undefined ? {} : { packs: [...packs] }),
          ...(note === undefined ? {} : { note }),
        },
      ];
    });
  });
}

/** The formula in words. */
export const formulaOf = ({ numerator, denominator }: MeasureDefinition): string =>
  denominator === null ? numerator : `(${numerator}) ÷ (${denominator})`;

const keyIn = (source: number, key: string) => `${source} ${key}`;

function joined(sources: readonly MeasuredSource[]): PublishedTables {
  const tables = sources.map(({ people }) => people ?? { counts: new Map<string, number>(), sums: [] });
  return {
    counts: new Map(
      tables.flatMap(({ counts }, source) =>
        [...counts].map(([key, count]): [string, number | null] => [keyIn(source, key), count]),
      ),
    ),
    sums: tables.flatMap(({ sums }, source) =>
      sums.map(({ total, parts }) => ({
        total: keyIn(source, total),
        parts: parts.map((part) => keyIn(source, part)),
      })),
    ),
    goWith: new Map(
      tables.flatMap(({ goWith }, source) =>
        [...(goWith ?? [])].map(([key, more]): [string, string[]] => [
          keyIn(source, key),
          more.map((one) => keyIn(source, one)),
        ]),
      ),
    ),
  };
}
