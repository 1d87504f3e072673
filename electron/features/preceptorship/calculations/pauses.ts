import { addDays, daysBetween } from '../../../core/dates.ts';

/** Time in which the clock stands still: from its first day to the first day back, or open. */
export interface Pause {
  readonly from: string;
  /** First day back; null while nobody knows it. */
  readonly until: string | null;
}

/** The pauses in order, those that overlap as one, so that no day stops the clock twice. Those that touch stay two: what was done in the first is closed to the second. */
export function mergedPauses(pauses: readonly Pause[]): Pause[] {
  const merged: { from: string; until: string | null }[] = [];
  const inOrder = pauses.filter(({ from, until }) => until === null || until > from);
  for (const { from, until } of [...inOrder].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged[merged.length - 1];
    if (last === undefined || (last.until !== null && last.until <= from)) merged.push({ from, until });
    else if (last.until !== null && (until === null || until > last.until)) last.until = until;
  }
  return merged;
}

/**
 * A day of the programme after its pauses: each moves what is still open at its start by its days (D27). What was done by
 * then stays; null while an open pause keeps the day from being known.
 */
export function moved(planned: string, pauses: readonly Pause[], done: string | null = null): string | null {
  let day = planned;
  for (const { from, until } of pauses) {
    if (day < from || (done !== null && done <= from)) break;
    if (until === null) return null;
    day = addDays(day, daysBetween(from, until));
  }
  return day;
}

/** The pauses as far as they stop a clock that begins on a day. */
export function pausesFrom(clock: string, pauses: readonly Pause[]): Pause[] {
  return pauses
    .filter(({ until }) => until === null || until > clock)
    .map(({ from, until }) => ({ from: from < clock ? clock : from, until }));
}

/** Days from one day to the day before another in which the clock ran; 0 where the second is earlier. */
export function runningDays(from: string, to: string, pauses: readonly Pause[]): number {
  if (to <= from) return 0;
  let days = daysBetween(from, to);
  for (const pause of pauses) {
    const first = pause.from > from ? pause.from : from;
    const back = pause.until === null || pause.until > to ? to : pause.until;
    if (back > first) days -= daysBetween(first, back);
  }
  return days;
}

/** The day on which the clock has run so many days; null where an open pause keeps it from coming. */
export function dayAfterRunning(from: string, days: number, pauses: readonly Pause[]): string | null {
  return moved(addDays(from, days), pauses);
}

/** The pause in which a day lies. */
export function pauseOn<One extends Pause>(pauses: readonly One[], day: string): One | undefined {
  return pauses.find(({ from, until }) => from <= day && (until === null || day < until));
}
