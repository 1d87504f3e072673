import type { DueListItem } from '#contract';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { byPressure } from './calculations/due.ts';
import { livingPreceptees } from './living-service.ts';
import { mentoringsToday } from './mentor-service.ts';
import { mentorDueItems } from './mentors-due.ts';
import { dueItemOf } from './preceptee-shown.ts';

/** What is due of all preceptees and of those new in a senior band, the most pressing first. */
export function dueItems(context: Pick<Context, 'database' | 'reference' | 'today'>, trust: TrustRow): DueListItem[] {
  const today = context.today();
  const { mentors } = context.reference;
  return [
    ...livingPreceptees(context, trust).preceptees.flatMap((one) =>
      one.isOver ? [] : one.due.map((item) => dueItemOf(one, item, today)),
    ),
    ...mentoringsToday(context, trust).flatMap((one) => mentorDueItems(one, mentors, today)),
  ].sort((one, other) => byPressure(one, other) || (one.name < other.name ? -1 : 1));
}
