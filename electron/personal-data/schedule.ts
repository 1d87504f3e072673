import type { RetentionSchedule } from '../contract/retention-schedule.ts';

export type RetentionClass = RetentionSchedule['classes'][number];

/** The kind of record that a table holds. */
export function classOf({ classes }: RetentionSchedule, table: string): RetentionClass {
  const named = classes.find(({ tables }) => tables.includes(table)) ?? classes.at(-1);
  if (named === undefined) throw new Error('The retention schedule has no class');
  return named;
}

/** Years from the end of the financial year that a day lies in, which ends on 31 March. */
export function dueAfter(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + (day.slice(5) > '03-31' ? 1 : 0);
  return `${year + years}-03-31`;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Days to come, such as an expiry, say nothing of when something happened. */
const ofTheFuture = /expiry|due|until|review|next|follow_up|planned/;

/** The last day that a row tells of, up to today; null where it has none. */
export function lastDayOf(values: Readonly<Record<string, unknown>>, today: string): string | null {
  let last: string | null = null;
  for (const [column, value] of Object.entries(values))
    if (typeof value === 'string' && DAY.test(value) && !ofTheFuture.test(column) && value <= today)
      if (last === null || value > last) last = value;
  return last;
}
