/** One of the counts that a table is made of, by its place. */
export type Entry = number;

/** What a reader can know of some published tables without the counts that are left out. */
export interface Puzzle {
  readonly counts: readonly number[];
  /** Entries whose counts, each times its sign, come to nought: parts with 1, their total with -1. */
  readonly sums: readonly (readonly { readonly entry: Entry; readonly sign: 1 | -1 }[])[];
  /** The sums that each entry is in. */
  readonly sumsOf: readonly (readonly { readonly sum: number; readonly sign: 1 | -1 }[])[];
  /** The least and the most that a reader takes an entry for, were it left out. */
  readonly range: (entry: Entry) => { readonly low: number; readonly high: number };
  /** What is lost by leaving an entry out: the least for one that is left out already, Infinity for one that has to stay. */
  readonly cost: (entry: Entry) => number;
}

interface State {
  readonly cost: number;
  /** By how much each entry differs from the true table. */
  readonly moved: ReadonlyMap<Entry, number>;
  /** Sums that do not come to nought yet, and what they come to. */
  readonly open: ReadonlyMap<number, number>;
}

/** So many tables are looked at before the search gives up; what it gives up on is not protected, and more is left out. */
const MOST_STATES = 4000;
/** So often the same open sums may be reached, by other ways: a way may be closed by what it has used up. */
const MOST_WAYS = 3;

/**
 * Another table that fits all sums and in which the entry has another count: whole numbers, each in its range, that differ
 * from the true ones as cheaply as was found. It is the proof that the entry cannot be worked out, as long as every entry
 * in the answer is left out. One more here is one fewer there, until all sums hold again; the cheapest way comes first.
 * Undefined where none was found.
 */
export function anotherTable(puzzle: Puzzle, entry: Entry): ReadonlyMap<Entry, number> | undefined {
  const queue: State[] = [];
  const push = (state: State) => {
    let [from, until] = [0, queue.length];
    while (from < until) {
      const middle = (from + until) >> 1;
      if ((queue[middle]?.cost ?? 0) > state.cost) from = middle + 1;
      else until = middle;
    }
    queue.splice(from, 0, state);
  };
  const start: State = { cost: 0, moved: new Map(), open: new Map() };
  for (const by of [1, -1] as const) {
    const state = moved(puzzle, start, entry, by);
    if (state) push(state);
  }
  const ways = new Map<string, number>();
  for (let looked = 0; looked < MOST_STATES; looked += 1) {
    // The queue runs from the dearest to the cheapest.
    const state = queue.pop();
    if (!state) return undefined;
    const open = firstOf(state.open);
    if (!open) return state.moved;
    const key = `${state.moved.get(entry)}|${[...state.open]
      .map(([sum, by]) => `${sum}:${by}`)
      .sort()
      .join(' ')}`;
    const known = ways.get(key) ?? 0;
    ways.set(key, known + 1);
    if (known >= MOST_WAYS) continue;
    for (const { entry: other, sign } of puzzle.sums[open.sum] ?? []) {
      if (other === entry) continue;
      const next = moved(puzzle, state, other, open.by > 0 ? (-sign as 1 | -1) : sign);
      if (next) push(next);
    }
  }
  return undefined;
}

/** The table with one more or one fewer in an entry; undefined where that cannot be, or undoes what was done. */
function moved(puzzle: Puzzle, before: State, entry: Entry, by: 1 | -1): State | undefined {
  const already = before.moved.get(entry) ?? 0;
  if (already * by < 0) return undefined;
  const cost = already === 0 ? puzzle.cost(entry) : 0;
  if (cost === Infinity) return undefined;
  const count = (puzzle.counts[entry] ?? 0) + already + by;
  const { low, high } = puzzle.range(entry);
  if (count < low || count > high) return undefined;
  const open = new Map(before.open);
  for (const { sum, sign } of puzzle.sumsOf[entry] ?? []) {
    const left = (open.get(sum) ?? 0) + sign * by;
    if (left === 0) open.delete(sum);
    else open.set(sum, left);
  }
  return { cost: before.cost + cost, moved: new Map(before.moved).set(entry, already + by), open };
}

function firstOf(open: ReadonlyMap<number, number>): { sum: number; by: number } | undefined {
  for (const [sum, by] of open) return { sum, by };
  return undefined;
}
