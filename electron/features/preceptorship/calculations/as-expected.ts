import { hoursOfMinutes, type Rate, roundedQuotient } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import type { Progress } from './progress.ts';

/** The figures of a preceptorship log under their printed names. */
export function precepteesAsExpected(preceptees: readonly Progress[], today: string) {
  const count = (is: (one: Progress) => boolean) => preceptees.filter(is).length;
  return {
    today,
    preceptees: preceptees.map(precepteeAsExpected),
    counts: {
      total: preceptees.length,
      signed_off: count(({ state }) => state === 'signed_off'),
      paused: count(({ state }) => state === 'paused'),
      extended: count(({ state }) => state === 'extended'),
      with_overdue_meeting: count(({ overdue }) => overdue.length > 0),
      with_meeting_due_within_28_days: count(({ dueSoon }) => dueSoon.length > 0),
      preceptor_not_named_and_overdue: count(({ preceptor }) => preceptor.status === 'overdue'),
    },
  };
}

function precepteeAsExpected(one: Progress) {
  const { entry, meetings, preceptor } = one;
  return {
    row: entry.row,
    employee_number: entry.person,
    name: entry.name,
    wte: entry.wte === null ? null : roundedQuotient(entry.wte, oneWte, 5),
    milestones: Object.fromEntries(meetings.map(({ key, due, status }) => [key, { due, status }])),
    preceptor_named: preceptor.status,
    supernumerary_hours_required: hoursOf(one.minutesRequired),
    supernumerary_hours_given: entry.supernumeraryMinutes === null ? null : hoursOfMinutes(entry.supernumeraryMinutes),
    supernumerary_hours_short: hoursOf(one.minutesShort),
    adjusted_end: one.adjustedEnd,
    extended_past_18_month_cap: one.pastCap,
    state: one.state,
    overdue: one.overdue,
    due_within_28_days: one.dueSoon,
  };
}

function hoursOf(minutes: Rate | null): number | null {
  return minutes === null ? null : roundedQuotient(minutes.numerator, minutes.denominator * 60);
}
