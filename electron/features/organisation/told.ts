import type { Settled } from '../../core/protected-tables.ts';
import type { SharedBefore } from '../../core/shared-before.ts';
import type { Noted, ProtectedCount } from '../../core/small-numbers.ts';

/** A system of counts as it is kept: sums by the places of their keys, and one letter for what was told of each. */
interface Kept {
  readonly keys: readonly string[];
  readonly counts: readonly (number | null)[];
  /** s shown, f few (small), w withheld, - in no cell of the file. */
  readonly told: string;
  readonly sums: readonly (readonly number[])[];
}

const letters: Readonly<Record<Settled, string>> = { shown: 's', small: 'f', withheld: 'w' };
const settledBy = new Map((Object.keys(letters) as Settled[]).map((settled) => [letters[settled], settled]));

/** What a file told, to keep it: by which of its systems' answers says `of`. */
export function toldAsText(noted: readonly Noted[], of: 'own' | 'beside'): string {
  return JSON.stringify(noted.filter(({ asked }) => asked.size > 0).map((one) => kept(one, one[of])));
}

function kept({ tables, asked }: Noted, answers: ReadonlyMap<string, ProtectedCount>): Kept {
  const keys = [...tables.counts.keys()];
  const placeOf = new Map(keys.map((key, place) => [key, place]));
  const letterOf = (key: string) => {
    const kind = answers.get(key)?.kind;
    if (kind === 'small' || kind === 'withheld') return letters[kind];
    return kind === 'shown' && asked.has(key) ? letters.shown : '-';
  };
  const place = (key: string) => placeOf.get(key) ?? [];
  return {
    keys,
    counts: keys.map((key) => tables.counts.get(key) ?? null),
    told: keys.map(letterOf).join(''),
    sums: tables.sums.map(({ total, parts }) => [total, ...parts].flatMap(place)),
  };
}

/** What a kept file told, system by system. */
export function toldFromText(at: string, text: string): SharedBefore[] {
  return (JSON.parse(text) as Kept[]).map(({ keys, counts, told, sums }) => ({
    at,
    tables: {
      counts: new Map(keys.map((key, place) => [key, counts[place] ?? null])),
      sums: sums.map(([total = -1, ...parts]) => ({
        total: keys[total] ?? '',
        parts: parts.flatMap((place) => keys[place] ?? []),
      })),
    },
    told: new Map(
      keys.flatMap((key, place): [string, Settled][] => {
        const settled = settledBy.get(told[place] ?? '');
        return settled === undefined ? [] : [[key, settled]];
      }),
    ),
  }));
}
