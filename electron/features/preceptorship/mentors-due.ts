import type { DueListItem, Mentoring } from '#contract';
import type { MentorRules } from '../../contract/support-rules.ts';
import { dueOfMentoring } from './calculations/mentors-due.ts';

/** Under what the due list and the calendar keep those who have a mentor, where preceptees have their cohort. */
export const mentorCohort = 'New in Band 7 or 8';

/** By which the due list and the calendar know a mentoring beside preceptees. */
export const mentoringKey = ({ id }: Pick<Mentoring, 'id'>) => `mentoring:${id}`;

/** What is due of a newly appointed senior midwife, as the due list has it; her mentor stands in the preceptor's place. */
export function mentorDueItems(mentoring: Mentoring, { dueSoonDays }: MentorRules, today: string): DueListItem[] {
  const { id, name, band, unit, mentor } = mentoring;
  return dueOfMentoring(mentoring, dueSoonDays, today).map((item) => ({
    ...item,
    escalation: [],
    key: mentoringKey(mentoring),
    mentoring: id,
    name,
    unit,
    preceptor: mentor,
    programmeName: `New in Band ${band}`,
    cohort: mentorCohort,
  }));
}
