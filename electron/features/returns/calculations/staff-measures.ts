import type { DatePeriod } from '../../../core/dates.ts';
import type { GroupLeavers } from '../../staff/calculations/leavers.ts';
import type { Measured, MeasuredSource } from './measure-values.ts';

export type LeaversOf = Pick<GroupLeavers, 'headsStart' | 'headsEnd' | 'leavers' | 'stayed'>;
/** WTE days in hundred-thousandths, and the people behind them. */
export interface SicknessOf {
  readonly numerator: number;
  readonly denominator: number;
  readonly people: number;
  readonly sick: number;
}

/** Figures of the whole, which has no name, and of its parts. */
interface Part<Figures> {
  readonly name: string | null;
  readonly figures: Figures;
}

const nameIn = (name: string | null) => name ?? 'whole';

/** Leaver rate over both head counts (its definition halves them), and stability. */
export function leaversMeasured(parts: readonly Part<LeaversOf>[], { first, last }: DatePeriod): MeasuredSource {
  const known = parts.filter(({ figures }) => figures.headsStart + figures.headsEnd > 0);
  const tables = partTables(known, ({ headsStart, headsEnd, leavers, stayed }) => ({
    counts: {
      leavers,
      start: headsStart,
      end: headsEnd,
      both: headsStart + headsEnd,
      stayed,
      gone: headsStart - stayed,
      ...(headsEnd >= stayed ? { joined: headsEnd - stayed } : {}),
    },
    sums: {
      both: ['start', 'end'],
      start: ['stayed', 'gone'],
      ...(headsEnd >= stayed ? { end: ['stayed', 'joined'] } : {}),
    },
  }));
  return {
    people: tables,
    measured: known.flatMap(({ name, figures: { headsStart, headsEnd, leavers, stayed } }): Measured[] => {
      const of = (value: number, what: string) => ({ value, people: `${what} ${nameIn(name)}` });
      const place = { group: name, from: first, on: last };
      return [
        {
          measure: 'leaver-rate',
          ...place,
          numerator: of(leavers, 'leavers'),
          denominator: of(headsStart + headsEnd, 'both'),
        },
        ...(headsStart > 0
          ? [
              {
                measure: 'stability',
                ...place,
                numerator: of(stayed, 'stayed'),
                denominator: of(headsStart, 'start'),
              },
            ]
          : []),
      ];
    }),
  };
}

/** Days of sickness go with how many were sick, days in post with how many were in post. */
export function sicknessMeasured(parts: readonly Part<SicknessOf>[], { first, last }: DatePeriod): MeasuredSource {
  const known = parts.filter(({ figures }) => figures.denominator > 0);
  return {
    people: partTables(known, ({ people, sick }) => ({
      counts: { people, sick },
      // Neither count is printed: the days tell of those who were sick, and not how many were not.
      sums: {},
    })),
    measured: known.map(({ name, figures: { numerator, denominator } }) => ({
      measure: 'sickness-absence',
      group: name,
      from: first,
      on: last,
      numerator: { value: numerator, people: `sick ${nameIn(name)}` },
      denominator: { value: denominator, people: `people ${nameIn(name)}` },
    })),
  };
}

/** Counts of each part with what adds up in it, and each count of the whole as the sum of the parts' where it is that. */
function partTables<Figures>(
  parts: readonly Part<Figures>[],
  read: (figures: Figures) => {
    readonly counts: Readonly<Record<string, number>>;
    readonly sums: Readonly<Record<string, readonly string[]>>;
  },
) {
  const counts = new Map<string, number>();
  const sums: { total: string; parts: string[] }[] = [];
  for (const { name, figures } of parts) {
    const own = read(figures);
    for (const [what, count] of Object.entries(own.counts)) counts.set(`${what} ${nameIn(name)}`, count);
    for (const [total, some] of Object.entries(own.sums))
      sums.push({ total: `${total} ${nameIn(name)}`, parts: some.map((what) => `${what} ${nameIn(name)}`) });
  }
  const named = parts.flatMap(({ name }) => name ?? []);
  for (const [key, count] of counts) {
    if (!key.endsWith(` ${nameIn(null)}`)) continue;
    const keys = named.map((name) => `${key.split(' ')[0] ?? ''} ${name}`).filter((one) => counts.has(one));
    const sum = keys.reduce((all, one) => all + (counts.get(one) ?? 0), 0);
    if (keys.length > 0 && sum === count) sums.push({ total: key, parts: keys });
  }
  return { counts, sums };
}
