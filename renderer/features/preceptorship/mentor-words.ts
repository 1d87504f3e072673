import type { Mentoring, MentoringStep, Mentors } from '#contract';
import { counted, dateText } from '../../components/numbers.ts';
import type { StatusKind } from '../../components/Status.tsx';

export const bandText = (band: string) => `Band ${band}`;

/** A step's status as a shape and in words. */
export function stepStatus({ status, daysLate, due }: MentoringStep): { kind: StatusKind; word: string } {
  switch (status) {
    case 'overdue':
      return { kind: 'red', word: `Overdue ${counted(daysLate, 'day')}` };
    case 'due_soon':
      return { kind: 'amber', word: daysLate === 0 ? 'Due today' : `Due in ${counted(-daysLate, 'day')}` };
    case 'upcoming':
      return { kind: 'blue', word: `Due ${dateText(due)}` };
    case 'done':
      return { kind: 'green', word: 'Done' };
    case 'done_late':
      return { kind: 'green', word: 'Done late' };
    case 'not_applicable':
      return { kind: 'blue', word: 'Not applicable' };
    default:
      return { kind: 'blue', word: 'Closed' };
  }
}

export const shows = {
  all: { title: 'Everybody', has: () => true },
  open: { title: 'Going on', has: ({ ended, next }: Mentoring) => ended === null && next !== null },
  overdue: { title: 'Overdue', has: ({ steps }: Mentoring) => steps.some(({ status }) => status === 'overdue') },
  none: { title: 'Without a mentor', has: ({ mentor, ended }: Mentoring) => mentor === null && ended === null },
} as const;
export type Show = keyof typeof shows;

/** What is to be done next. */
export const nextText = ({ next }: Mentoring): string =>
  next === null ? '' : next.step === 'mentor' ? 'Name a mentor' : next.name;

/** What a press on a row's button is for. */
export const actionOf = ({ next }: Mentoring): string | null =>
  next === null ? null : next.step === 'mentor' ? 'Name mentor' : 'Record';

/** In words of whom the share is. */
export function shareText({ share, rules, waiting }: Mentors): string {
  const open = waiting > 0 ? `; ${waiting} more still within the ${rules.mentorWithinDays} days` : '';
  return `${share.numerator} of ${share.denominator} appointed had a mentor within ${rules.mentorWithinDays} days${open}`;
}
