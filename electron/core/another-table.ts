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

/** A table on the way: what was moved last, and the one before it. */
interface State {
  readonly spent: number;
  /** What is spent, with what its open sums are taken to cost yet. */
  readonly cost: number;
  /** How many were reached before it: of two that cost the same the older comes first. */
  readonly turn: number;
  readonly entry: Entry;
  /** By how much the entry differs from the true table by now. */
  readonly by: number;
  readonly before: State | undefined;
  /** Sums that do not come to nought yet, and what they come to. */
  readonly open: readonly Open[];
}

interface Open {
  readonly sum: number;
  readonly by: number;
}

/**
 * So many tables are looked at before a search gives up: the one for the cheapest table soon, for where that is far the other
 * finds one that is as good. What both give up on is not protected, and more is left out.
 */
const MOST_STATES = { cheapest: 500, few: 4000 };
/** What one more count costs where few are sought. */
const FEW = 10;
/** So often the same open sums may be reached, by other ways: a way may be closed by what it has used up. */
const MOST_WAYS = 3;

/**
 * Another table that fits all sums and in which the entry has another count: whole numbers, each in its range, that differ
 * from the true ones as cheaply as was found. It is the proof that the entry cannot be worked out, as long as every entry
 * in the answer is left out. One more here is one fewer there, until all sums hold again; the cheapest way comes first.
 * Where that is too far to be found, a way over few more counts is taken, large as they may be. Undefined where none was found.
 */
export function anotherTable(puzzle: Puzzle, entry: Entry): ReadonlyMap<Entry, number> | undefined {
  const [range, cost] = [once(puzzle.range), once(puzzle.cost)];
  const few = (one: Entry) => (cost(one) === Infinity ? Infinity : Math.min(cost(one), FEW));
  return (
    search({ ...puzzle, range, cost }, entry, 0, MOST_STATES.cheapest) ??
    search({ ...puzzle, range, cost: few }, entry, FEW, MOST_STATES.few)
  );
}

/** Asked of each entry but once: nothing is left out while a table is sought. */
function once<Answer>(ask: (entry: Entry) => Answer): (entry: Entry) => Answer {
  const known: Answer[] = [];
  return (entry) => (known[entry] ??= ask(entry));
}

/** `ahead` is what each open sum is taken to cost yet: what is nearly closed goes before what is cheap so far. */
function search(puzzle: Puzzle, entry: Entry, ahead: number, most: number): ReadonlyMap<Entry, number> | undefined {
  const queue: State[] = [];
  let turn = 0;
  const reach = (before: State | undefined, other: Entry, by: 1 | -1) => {
    const state = moved(puzzle, before, other, by, { turn, ahead });
    if (!state) return;
    turn += 1;
    push(queue, state);
  };
  for (const by of [1, -1] as const) reach(undefined, entry, by);
  const ways = new Map<string, number>();
  for (let looked = 0; looked < most; looked += 1) {
    const state = pop(queue);
    if (!state) return undefined;
    const [open] = state.open;
    if (!open) return differences(state);
    const key = keyOf(state, entry);
    const known = ways.get(key) ?? 0;
    ways.set(key, known + 1);
    if (known >= MOST_WAYS) continue;
    for (const { entry: other, sign } of puzzle.sums[open.sum] ?? [])
      if (other !== entry) reach(state, other, open.by > 0 ? (-sign as 1 | -1) : sign);
  }
  return undefined;
}

/** The table with one more or one fewer in an entry; undefined where that cannot be, or undoes what was done. */
function moved(
  puzzle: Puzzle,
  before: State | undefined,
  entry: Entry,
  by: 1 | -1,
  { turn, ahead }: { readonly turn: number; readonly ahead: number },
): State | undefined {
  const price = puzzle.cost(entry);
  if (price === Infinity) return undefined;
  const already = differenceOf(before, entry);
  if (already * by < 0) return undefined;
  const cost = already === 0 ? price : 0;
  const count = (puzzle.counts[entry] ?? 0) + already + by;
  const { low, high } = puzzle.range(entry);
  if (count < low || count > high) return undefined;
  let open: readonly Open[] = before?.open ?? [];
  for (const { sum, sign } of puzzle.sumsOf[entry] ?? []) open = withMore(open, sum, sign * by);
  const spent = (before?.spent ?? 0) + cost;
  return { spent, cost: spent + ahead * open.length, turn, entry, by: already + by, before, open };
}

function withMore(open: readonly Open[], sum: number, by: number): readonly Open[] {
  const place = open.findIndex((one) => one.sum === sum);
  if (place < 0) return [...open, { sum, by }];
  const left = (open[place]?.by ?? 0) + by;
  return left === 0
    ? open.filter((one) => one.sum !== sum)
    : open.map((one) => (one.sum === sum ? { sum, by: left } : one));
}

function differenceOf(state: State | undefined, entry: Entry): number {
  for (let one = state; one; one = one.before) if (one.entry === entry) return one.by;
  return 0;
}

function differences(state: State): Map<Entry, number> {
  const found = new Map<Entry, number>();
  for (let one: State | undefined = state; one; one = one.before)
    if (!found.has(one.entry)) found.set(one.entry, one.by);
  return found;
}

/** The same for two ways that leave the same open sums, and the same of the entry itself. */
function keyOf(state: State, entry: Entry): string {
  const open = state.open.length > 1 ? [...state.open].sort((one, other) => one.sum - other.sum) : state.open;
  let key = `${differenceOf(state, entry)}`;
  for (const { sum, by } of open) key += ` ${sum}:${by}`;
  return key;
}

const isFirst = (one: State, other: State) =>
  one.cost < other.cost || (one.cost === other.cost && one.turn < other.turn);

/** Into a heap whose first is the cheapest. */
function push(heap: State[], state: State): void {
  let place = heap.length;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (!parent || isFirst(parent, state)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = state;
}

function pop(heap: State[]): State | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    const [left, right] = [heap[below], heap[below + 1]];
    if (!left) break;
    if (right && isFirst(right, left)) below += 1;
    const child = heap[below];
    if (!child || isFirst(last, child)) break;
    heap[place] = child;
    place = below;
  }
  heap[place] = last;
  return first;
}
