const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * After the last day the newest backup of each span is kept, for so many spans in which there is one. They are counted
 * and not dated, so that a clock that is years ahead takes no backup away. In words: `scheduleInWords`.
 */
const steps = [
  { span: DAY, most: 29 },
  { span: 7 * DAY, most: 22 },
  { span: 30 * DAY, most: 55 },
];

/** The schedule as a screen says it. */
export const scheduleInWords =
  'All of the last 24 hours, then the newest of each day for 30 days, of each week for 26 weeks and of each 30 days for 5 years, not counting times without a backup. Backups made by hand are never removed.';

export interface Dated {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly reason: string;
}

/**
 * The backups that the schedule no longer keeps. The newest one stays whatever its age, and so does what was made by hand,
 * or what seems to come from the future because a clock was set back.
 */
export function backupsToRemove(backups: readonly Dated[], now: string): string[] {
  const newestFirst = [...backups].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const kept = steps.map((step) => ({ ...step, spans: new Set<number>() }));
  return newestFirst.flatMap(({ name, madeAt, reason }, index) => {
    const made = Date.parse(madeAt);
    if (index === 0 || reason === 'by-hand' || Date.parse(now) - made < DAY) return [];
    for (const { span, most, spans } of kept) {
      const number = Math.floor(made / span);
      if (spans.has(number)) return [name];
      if (spans.size < most) {
        spans.add(number);
        return [];
      }
    }
    return [name];
  });
}
