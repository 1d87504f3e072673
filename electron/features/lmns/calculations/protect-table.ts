import type { MeasureDefinition, MeasureValue, NumberState } from '#contract';
import { protectTables } from '../../../core/protected-tables.ts';
import { protectPairs, type ProtectedPairs } from './protect-pairs.ts';

/** A group's values, one for each trust; undefined where the trust is not in the sum. */
export interface GroupRow {
  readonly group: string | null;
  readonly values: readonly (MeasureValue | undefined)[];
}

interface Rule {
  readonly definition: Pick<MeasureDefinition, 'ofPeople' | 'unit' | 'denominatorPer' | 'denominator'>;
  readonly hideBelow: number;
}

/** Pairs of one group by the place of their trust. */
export type ProtectedRow = Omit<ProtectedPairs, 'numerators' | 'denominators'> & {
  readonly at: ReadonlyMap<number, { readonly numerator: NumberState; readonly denominator: NumberState }>;
};

/** True for counts of people, of which small ones may not be told. */
export const isProtected = ({ ofPeople, unit }: Rule['definition']): boolean =>
  ofPeople && (unit === 'heads' || unit === 'count');

/** How the numbers of a measure in one period may be shown: a row for each group, in the order given. */
export function protectTable(rows: readonly GroupRow[], { definition, hideBelow }: Rule): ProtectedRow[] {
  const shown: ProtectedRow = { numerator: 'shown', denominator: 'shown', at: new Map() };
  if (!isProtected(definition)) return rows.map(() => shown);
  if (addsUp(rows)) return protectLinked(rows, { definition, hideBelow });
  return rows.map(({ values }) => {
    const places = values.flatMap((value, place) => (value ? [place] : []));
    const pairs = places.map((place) => ({
      numerator: values[place]?.numerator ?? 0,
      denominator: definition.denominator === null ? null : (values[place]?.denominator ?? 0),
    }));
    const { numerators, denominators, ...totals } = protectPairs(pairs, { hideBelow, per: definition.denominatorPer });
    const at = new Map(
      places.map((place, index) => [
        place,
        { numerator: numerators[index] ?? 'not known', denominator: denominators[index] ?? 'not known' },
      ]),
    );
    return { ...totals, at };
  });
}

/** True where a row for the whole trust is the sum of the others in some trust: then rows and columns tell of each other. */
function addsUp(rows: readonly GroupRow[]): boolean {
  return rows.length > 2 && wholePlaces(rows).length > 0;
}

function wholePlaces(rows: readonly GroupRow[]): number[] {
  const whole = rows.find(({ group }) => group === null);
  const parts = rows.filter(({ group }) => group !== null);
  return (whole?.values ?? []).flatMap((value, place) => {
    if (!value) return [];
    const sum = (of: 'numerator' | 'denominator') =>
      parts.reduce((all, { values }) => all + (values[place]?.[of] ?? 0), 0);
    return sum('numerator') === value.numerator ? [place] : [];
  });
}

/** The same where groups add up to the whole trust: each number left out has a proof that it cannot be solved. */
function protectLinked(rows: readonly GroupRow[], { definition, hideBelow }: Rule): ProtectedRow[] {
  const whole = rows.findIndex(({ group }) => group === null);
  const columns = wholePlaces(rows);
  const of = (side: 'numerator' | 'denominator') => {
    const counts = new Map<string, number>();
    const sums: { total: string; parts: string[] }[] = [];
    const read = (value: MeasureValue | undefined) => value?.[side] ?? 0;
    for (const [row, { values }] of rows.entries()) {
      const parts: string[] = [];
      for (const [place, value] of values.entries())
        if (value) {
          counts.set(`${row} ${place}`, read(value));
          parts.push(`${row} ${place}`);
        }
      counts.set(
        `${row}`,
        values.reduce((all, value) => all + read(value), 0),
      );
      sums.push({ total: `${row}`, parts });
    }
    for (const place of columns) {
      const parts = rows.flatMap(({ group, values }, row) =>
        group !== null && values[place] ? [`${row} ${place}`] : [],
      );
      const isSum = parts.reduce((all, key) => all + (counts.get(key) ?? 0), 0) === counts.get(`${whole} ${place}`);
      if (isSum) sums.push({ total: `${whole} ${place}`, parts });
    }
    const totals = rows.flatMap(({ group }, row) => (group === null ? [] : [`${row}`]));
    if (totals.reduce((all, key) => all + (counts.get(key) ?? 0), 0) === counts.get(`${whole}`))
      sums.push({ total: `${whole}`, parts: totals });
    return { counts, sums };
  };
  const [numerators, denominators] = [of('numerator'), of('denominator')];
  const hasShares = definition.denominator !== null && definition.denominatorPer === 1;
  const all = hasShares ? withShares(numerators, denominators) : [numerators];
  const states = new Map<string, NumberState>();
  for (const tables of all) for (const [key, { kind }] of protectTables(tables, hideBelow)) states.set(key, kind);
  if (!hasShares && definition.denominator !== null)
    for (const [key, { kind }] of protectTables(denominators, hideBelow * definition.denominatorPer))
      states.set(`of ${key}`, kind);
  const read = (key: string): NumberState => states.get(key) ?? 'shown';
  return rows.map(({ values }, row) => ({
    numerator: read(`${row}`),
    denominator: read(`of ${row}`),
    at: new Map(
      values.flatMap((value, place) =>
        value
          ? [[place, { numerator: read(`${row} ${place}`), denominator: read(`of ${row} ${place}`) }] as const]
          : [],
      ),
    ),
  }));
}

interface Table {
  readonly counts: ReadonlyMap<string, number>;
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

/** Numerators, denominators and those left out of each share, which anyone can reckon, in one. */
function withShares(numerators: Table, denominators: Table): Table[] {
  const counts = new Map(numerators.counts);
  const renamed = denominators.sums.map(({ total, parts }) => ({
    total: `of ${total}`,
    parts: parts.map((part) => `of ${part}`),
  }));
  const sums = [...numerators.sums, ...renamed];
  for (const [key, denominator] of denominators.counts) {
    const rest = denominator - (numerators.counts.get(key) ?? 0);
    counts.set(`of ${key}`, denominator);
    if (rest < 0) continue;
    counts.set(`rest ${key}`, rest);
    sums.push({ total: `of ${key}`, parts: [key, `rest ${key}`] });
  }
  return [{ counts, sums }];
}
