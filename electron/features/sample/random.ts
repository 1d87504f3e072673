/** Numbers that come the same every time: a generator by a fixed seed (mulberry32). */
export function randomNumbers(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** A whole number from `low` to `high`, both included. */
    whole: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
    of: <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)]!,
    chance: (share: number) => next() < share,
  };
}

export type Random = ReturnType<typeof randomNumbers>;
