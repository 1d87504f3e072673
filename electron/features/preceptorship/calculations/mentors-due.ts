import type { Mentoring } from '#contract';
import { daysBetween } from '../../../core/dates.ts';
import { type Due, whenOf } from './due.ts';

type Step = Mentoring['steps'][number];

/** What a step of a mentoring is called where preceptees' steps stand beside it. */
export const mentorStepName = ({ step, name }: Pick<Step, 'step' | 'name'>) =>
  step === 'mentor' ? 'Name a mentor' : `${name} with the mentor`;

/** What is due of a newly appointed senior midwife by the end of the days of warning: a mentor, the first meeting, reviews. */
export function dueOfMentoring({ steps }: Pick<Mentoring, 'steps'>, dueSoonDays: number, today: string): Due[] {
  return steps.flatMap((one): Due[] => {
    const { step, planned, movedTo, due, reason, status } = one;
    const when = status === 'overdue' || status === 'due_soon' ? whenOf(due, dueSoonDays, today) : null;
    if (when === null) return [];
    const kind = step === 'mentor' ? 'mentor' : 'mentor_meeting';
    const days = daysBetween(today, due);
    return [
      {
        step,
        kind,
        what: mentorStepName(one),
        due: planned,
        movedTo,
        planned: null,
        reason,
        when,
        days,
        escalation: [],
      },
    ];
  });
}
