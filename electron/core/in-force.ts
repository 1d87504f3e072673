/**
 * The day, among those of which there are records, that tells how things stood on another one: the first on or after it,
 * since records made later know all that came before, else the last one before it. The days are in order.
 */
export function firstFrom(days: readonly string[], day: string): string | undefined {
  return days.find((one) => one >= day) ?? days[days.length - 1];
}

/**
 * The day, among those of which there are records, whose records show the state on another one: the last on or before
 * it, since records made later show what has moved on, else the first one after it. The days are in order.
 */
export function lastBy(days: readonly string[], day: string): string | undefined {
  return days.filter((one) => one <= day).pop() ?? days[0];
}
