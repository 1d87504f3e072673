/** A value as two rows are compared by: cleaned text is case-blind, what is not there is alike. */
export type Comparable = string | number | null | undefined;

interface Seen {
  readonly row: number;
  readonly values: readonly Comparable[];
  /** The row before it that the telling values do not tell from it. */
  readonly other: Seen | undefined;
}

const separator = '\u0001';

/**
 * Remembers the rows that name a person, and finds the first one that an equal row repeats (D4). Rows are kept by their
 * first `telling` values and compared by the others: with a person and a date in front, few are ever compared.
 */
export function duplicateFinder(
  telling = Number.POSITIVE_INFINITY,
): (row: number, values: readonly Comparable[]) => number | undefined {
  const rows = new Map<string, Seen>();
  return (row, values) => {
    let key = '';
    for (let at = 0; at < telling && at < values.length; at += 1) key += (values[at] ?? '') + separator;
    key = key.toLowerCase();
    const last = rows.get(key);
    for (let seen = last; seen !== undefined; seen = seen.other) if (areEqual(seen.values, values)) return seen.row;
    rows.set(key, { row, values, other: last });
    return undefined;
  };
}

function areEqual(one: readonly Comparable[], other: readonly Comparable[]): boolean {
  return one.every((value, at) => {
    const twin = other[at];
    if (value === twin || (value == null && twin == null)) return true;
    return typeof value === 'string' && typeof twin === 'string' && value.toLowerCase() === twin.toLowerCase();
  });
}
