import type { PreceptorshipProgramme } from '../../../contract/preceptorship-rules.ts';
import { addDays, daysBetween, weekday } from '../../../core/dates.ts';
import { type Course, isStopped } from './course.ts';
import type { Standing } from './standing.ts';

export type DueKind =
  | 'preceptor'
  | 'meeting'
  | 'step'
  | 'hours'
  | 'sign_off'
  | 'end'
  | 'limit'
  | 'mentor'
  | 'mentor_meeting';
/** The week ends on Sunday; the month is the days of warning that the programme gives. */
export type DueWhen = 'overdue' | 'today' | 'week' | 'month' | 'possible';

export interface Escalation {
  readonly level: string;
  readonly name: string;
  /** The day from which this level is told. */
  readonly from: string;
  readonly reached: boolean;
  /** The day on which it was told; null where it was not. */
  readonly done: string | null;
  readonly note: string | null;
}

/** Something to be done for one preceptee, or for somebody new in a senior band. */
export interface Due {
  readonly step: string;
  readonly kind: DueKind;
  readonly what: string;
  /** By the programme; and the day to which it was moved. */
  readonly due: string;
  readonly movedTo: string | null;
  /** The day for which it is planned; it stays due until it is held. */
  readonly planned: string | null;
  readonly reason: string | null;
  readonly when: DueWhen;
  /** Days until then; negative where it is overdue. */
  readonly days: number;
  readonly escalation: readonly Escalation[];
}

interface Told {
  readonly step: string;
  readonly level: string;
  readonly on: string;
  readonly note: string | null;
}

/** What is due of a preceptee by the end of the days of warning, and what may be done already. */
export function dueOf(
  course: Course,
  standing: Standing,
  programme: PreceptorshipProgramme,
  behindFrom: string | null,
  told: readonly Told[],
  today: string,
): Due[] {
  if (standing.state === 'signed_off' || standing.state === 'left') return [];
  const { preceptor, meetings, steps, adjustedEnd, limit, signOffFrom } = standing;
  const last = meetings[meetings.length - 1];
  const items: Due[] = [];
  const add = (step: string, kind: DueKind, what: string, due: string | null, isOpen: boolean) => {
    const answer = course.answers[step];
    if (!isOpen || due === null || (answer !== undefined && answer.movedTo === null)) return;
    const day = answer?.movedTo ?? due;
    if (isStopped(answer, course.pauses) || (course.left !== null && day > course.left)) return;
    const when = whenOf(day, programme.dueSoonDays, today);
    if (when === null) return;
    const escalation = programme.escalation.map(({ key, name, afterDays }): Escalation => {
      const from = addDays(day, afterDays);
      const done = told.find((one) => one.step === step && one.level === key);
      return { level: key, name, from, reached: from <= today, done: done?.on ?? null, note: done?.note ?? null };
    });
    const movedTo = answer?.movedTo ?? null;
    const reason = answer?.reason ?? null;
    const planned = course.planned[step] ?? null;
    items.push({ step, kind, what, due, movedTo, planned, reason, when, days: daysBetween(today, day), escalation });
  };
  const isOpen = (status: string) => status === 'overdue' || status === 'due_soon' || status === 'upcoming';
  const toName = course.preceptorLeft === null ? 'Name a preceptor' : 'Name another preceptor';
  add('preceptor', 'preceptor', toName, preceptor.due, isOpen(preceptor.status));
  for (const { key, name, due, status } of meetings) add(key, 'meeting', name, due, isOpen(status));
  for (const { key, name, due, status } of steps) add(key, 'step', name, due, isOpen(status));
  add('hours', 'hours', 'Supernumerary hours behind', behindFrom, true);
  const isMet = last !== undefined && !isOpen(last.status) && last.status !== 'paused';
  add('end', 'end', 'End of the programme: sign off or extend', adjustedEnd, isMet);
  add('limit', 'limit', `Limit of ${programme.longestMonths} months`, limit, limit !== adjustedEnd);
  const mayEnd = signOffFrom !== null && signOffFrom <= today && (adjustedEnd === null || adjustedEnd > today);
  if (programme.signOffFromMonths > 0 && mayEnd && course.answers['sign_off'] === undefined)
    items.push({
      step: 'sign_off',
      kind: 'sign_off',
      what: `May be signed off, from ${programme.signOffFromMonths} months on`,
      due: signOffFrom,
      movedTo: null,
      planned: null,
      reason: null,
      when: 'possible',
      days: daysBetween(today, signOffFrom),
      escalation: [],
    });
  return items;
}

/** Null for what is later than the days of warning. */
export function whenOf(day: string, dueSoonDays: number, today: string): DueWhen | null {
  const days = daysBetween(today, day);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  if (days <= 7 - weekday(today)) return 'week';
  return days <= dueSoonDays ? 'month' : null;
}

const order: readonly DueWhen[] = ['overdue', 'today', 'week', 'month', 'possible'];

/** The most pressing first. */
export function byPressure(one: Pick<Due, 'when' | 'days'>, other: Pick<Due, 'when' | 'days'>): number {
  return order.indexOf(one.when) - order.indexOf(other.when) || one.days - other.days;
}
