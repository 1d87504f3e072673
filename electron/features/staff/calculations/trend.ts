import { type GroupRules, groupOf } from './groups.ts';
import { noBand } from './in-post.ts';
import { addTo } from './people.ts';

/** Staff in post of one list that share all of these; WTE in hundred-thousandths. */
export interface CensusSum {
  readonly census: string;
  readonly occupationCode: string | null;
  readonly staffGroup: string | null;
  readonly band: string | null;
  readonly unit: string | null;
  readonly costCentre: string | null;
  readonly assignments: number;
  readonly wte: number;
}

export type TrendBy = 'group' | 'unit' | 'band' | 'costCentre';

export interface Trend {
  /** The largest of the newest list first. */
  readonly keys: readonly (string | null)[];
  readonly months: readonly {
    readonly census: string;
    readonly wte: number;
    readonly assignments: number;
    readonly parts: number[];
  }[];
}

/** Staff in post from list to list, of one group or of all; the parts of a month add up to its WTE. */
export function trendOf(sums: readonly CensusSum[], by: TrendBy, rules: GroupRules, group?: string): Trend {
  const months = new Map<string, { wte: number; assignments: number; parts: Map<string | null, number> }>();
  for (const sum of sums) {
    const own = groupOf(rules, sum);
    if (group !== undefined && own !== group) continue;
    const key = by === 'group' ? own : by === 'band' ? (sum.band ?? noBand) : sum[by];
    const month = months.get(sum.census) ?? { wte: 0, assignments: 0, parts: new Map<string | null, number>() };
    month.wte += sum.wte;
    month.assignments += sum.assignments;
    addTo(month.parts, key, sum.wte);
    months.set(sum.census, month);
  }
  const inOrder = [...months].sort(([one], [other]) => (one < other ? -1 : 1));
  const newest = inOrder[inOrder.length - 1]?.[1].parts ?? new Map<string | null, number>();
  const all = new Set(inOrder.flatMap(([, { parts }]) => [...parts.keys()]));
  const keys = [...all].sort(
    (one, other) =>
      (newest.get(other) ?? 0) - (newest.get(one) ?? 0) || ((one ?? '') < (other ?? '') ? -1 : one === other ? 0 : 1),
  );
  return {
    keys,
    months: inOrder.map(([census, { parts, ...month }]) => ({
      census,
      ...month,
      parts: keys.map((key) => parts.get(key) ?? 0),
    })),
  };
}
