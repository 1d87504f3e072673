const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** From one age on, the newest backup of each span is kept, up to the next age. In words: `scheduleInWords`. */
const steps = [
  { upTo: DAY, span: 0 },
  { upTo: 30 * DAY, span: DAY },
  { upTo: 182 * DAY, span: 7 * DAY },
  { upTo: 1826 * DAY, span: 30 * DAY },
];

/** The schedule as a screen says it. */
export const scheduleInWords =
  'All of the last 24 hours, then the newest of each day for 30 days, of each week for 26 weeks and of each 30 days for 5 years. Backups made by hand are never removed.';

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
  const kept = new Set<string>();
  return newestFirst.flatMap(({ name, madeAt, reason }, index) => {
    const made = Date.parse(madeAt);
    const age = Date.parse(now) - made;
    const step = steps.find(({ upTo }) => age < upTo);
    if (index === 0 || reason === 'by-hand' || step?.span === 0) return [];
    if (step === undefined) return [name];
    const place = `${step.span} ${Math.floor(made / step.span)}`;
    if (kept.has(place)) return [name];
    kept.add(place);
    return [];
  });
}
