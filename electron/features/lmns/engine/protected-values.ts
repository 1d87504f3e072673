import type { MeasureValue, NumberState, ReturnDocument, SystemCompile } from '#contract';
import { isProtected } from '../calculations/protect-table.ts';
import { placeOf } from '../calculations/standing-values.ts';
import type { EngineValue } from './table.ts';

/** A value as a table has it; `restated` where the first that the trust returned was another. */
export type EngineMeasureValue = MeasureValue & { readonly restated?: boolean };

type Pair = Pick<MeasureValue, 'numerator' | 'numeratorState' | 'denominator' | 'denominatorState'>;

/** What of a return is held until the compile has said which of its numbers may be told. */
interface Held {
  readonly id: number;
  readonly trust: string;
  readonly period: string;
  readonly returnedAt: string;
  readonly values: readonly MeasureValue[];
  /** Measures that the return itself says count people. */
  readonly ofPeople: ReadonlySet<string>;
}

const NOTHING: Pair = {
  numerator: null,
  numeratorState: 'withheld',
  denominator: null,
  denominatorState: 'withheld',
};

/** Numbers of returns as an engine may have them: those that the compile leaves out, of a trust or a sum, are left out here. */
export class ProtectedValues {
  readonly #held: Held[] = [];

  add({ trust, period, madeAt, signatures, measures }: ReturnDocument, id: number): void {
    const returnedAt = signatures.submitted?.at ?? madeAt;
    const ofPeople = new Set(measures.definitions.filter(isProtected).map((one) => one.id));
    this.#held.push({ id, trust: trust.code, period, returnedAt, values: measures.values, ofPeople });
  }

  /** Each return's values, by its id; compiles are those of the newest period of each kind. */
  *values(systems: readonly SystemCompile[]): Iterable<readonly [id: number, EngineMeasureValue[]]> {
    const told = toldBy(systems);
    const sent = bySending(this.#held);
    for (const { id, trust, period, values, ofPeople } of this.#held)
      yield [
        id,
        values.map((value): EngineMeasureValue => {
          const own = told.get(`${period}/${value.measure}`);
          if (!ofPeople.has(value.measure) && !own?.isProtected) return value;
          const place = `${period}/${trust}/${placeOf(value)}`;
          const first = sent.get(place)?.first;
          const last = sent.get(place)?.last;
          const cell = own?.cells.get(`${trust}/${placeOf(value)}`);
          if (!cell || !first || !last) return { ...value, ...NOTHING };
          const restated = cell.first !== null;
          if (value === last || isAlike(value, last)) return { ...value, ...cell.latest, restated };
          if (cell.first && isAlike(value, first)) return { ...value, ...cell.first };
          return { ...value, ...NOTHING };
        }),
      ];
  }
}

/**
 * Sums of which a trust's number is left out, as the compile tells them: what an engine adds up of the others is less, so these
 * stand in its place.
 */
export function sumsToldWhole(systems: readonly SystemCompile[]): EngineValue[][] {
  return systems.flatMap(({ measures }) =>
    measures.flatMap(({ definition, groups }) =>
      isProtected(definition)
        ? groups.flatMap(({ group, tables }) =>
            tables.flatMap(({ period, cells, system }) => {
              const isOut = (state: NumberState) => state === 'small' || state === 'withheld';
              const some = cells.some((cell) => isOut(cell.numeratorState) || isOut(cell.denominatorState));
              const own = isOut(system.numeratorState) || isOut(system.denominatorState);
              if (system.summed.length === 0 || !(some || own)) return [];
              const { numerator, denominator, summed, withoutRate } = system;
              const states = [system.numeratorState, system.denominatorState];
              const row = [period, definition.id, group, numerator, states[0] ?? null, denominator, states[1] ?? null];
              return [[...row, summed.length, withoutRate.length]];
            }),
          )
        : [],
    ),
  );
}

interface Told {
  readonly isProtected: boolean;
  /** By trust and place: the pair that stands, and the first where it was another. */
  readonly cells: Map<string, { readonly latest: Pair; readonly first: Pair | null }>;
}

/** What the compiles tell of each trust's numbers, by period and measure. */
function toldBy(systems: readonly SystemCompile[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const { measures, restatements } of systems) {
    const firsts = new Map(
      restatements.flatMap(({ kind, period, trust, measure, group, first }) =>
        kind === 'measure' && measure !== null && first !== null
          ? [[`${period}/${trust}/${placeOf({ measure, group })}`, first] as const]
          : [],
      ),
    );
    for (const { definition, groups } of measures)
      for (const { group, tables } of groups)
        for (const { period, cells } of tables) {
          const key = `${period}/${definition.id}`;
          const own = told.get(key) ?? { isProtected: isProtected(definition), cells: new Map() };
          told.set(key, own);
          const place = placeOf({ measure: definition.id, group });
          for (const cell of cells)
            if (cell.returned)
              own.cells.set(`${cell.trust}/${place}`, {
                latest: pairOf(cell),
                first: firsts.get(`${period}/${cell.trust}/${place}`) ?? null,
              });
        }
  }
  return told;
}

/** The first value that a trust returned for a period, measure and part, and the one that stands. */
function bySending(held: readonly Held[]): ReadonlyMap<string, { first: MeasureValue; last: MeasureValue }> {
  const found = new Map<string, { first: MeasureValue; last: MeasureValue }>();
  const order = (one: Held, other: Held) =>
    one.returnedAt < other.returnedAt ? -1 : one.returnedAt > other.returnedAt ? 1 : one.id - other.id;
  for (const { period, trust, values } of [...held].sort(order))
    for (const value of values) {
      const place = `${period}/${trust}/${placeOf(value)}`;
      const before = found.get(place);
      found.set(place, { first: before?.first ?? value, last: value });
    }
  return found;
}

const pairOf = ({ numerator, numeratorState, denominator, denominatorState }: Pair): Pair => ({
  numerator,
  numeratorState,
  denominator,
  denominatorState,
});

const isAlike = (one: Pair, other: Pair) => JSON.stringify(pairOf(one)) === JSON.stringify(pairOf(other));
