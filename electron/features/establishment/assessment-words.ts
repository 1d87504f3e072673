import type { AssessmentHead, AssessmentShown } from '#contract';
import { dateInWords } from '../../core/dates.ts';

/** What an assessment is called: its reference, else its provider and day. */
export function assessmentName({
  id,
  head,
}: {
  id: number;
  head: Pick<AssessmentHead, 'reference' | 'date' | 'provider'>;
}): string {
  if (head.reference) return head.reference;
  const day = head.date ? `of ${dateInWords(head.date)}` : `number ${id}`;
  return `Birthrate+ assessment ${day}`;
}

/** Counts of women from 1 up to this one are not told in a workbook: they could point at somebody. */
export const SMALLEST_TOLD = 5;

/** The terms of an assessment and what they mean, for print and export. */
export const definitions: AssessmentShown['definitions'] = [
  { term: 'Births', meaning: 'Women who give birth. Twins are one birth here and two babies elsewhere.' },
  { term: 'WTE', meaning: 'Whole-time equivalent: hours a year over weekly hours × weeks, with the uplift.' },
  {
    term: 'Clinical total (C)',
    meaning: 'Midwives and support workers, Bands 3 to 8, who give care. Not midwives alone.',
  },
  { term: 'Uplift', meaning: 'Cover for leave, sickness and study. It is added on in reports: 24 % is × 1.24.' },
  { term: 'Travel', meaning: 'Added to the hours of community areas before the uplift, never to the uplift.' },
  {
    term: 'Specialist and management',
    meaning:
      'Midwives who are not in clinical numbers, as a share of the clinical total or of the total: the working says which.',
  },
  { term: 'Births per WTE', meaning: 'Births over WTE, with the WTE named. Such ratios are never averaged.' },
  {
    term: 'Casemix',
    meaning: 'Women of the sample in the outcome categories I to V, as counted. The planner scores nobody.',
  },
  {
    term: `under ${SMALLEST_TOLD}`,
    meaning: 'A small count of women that a workbook does not tell, so that nobody can be recognised.',
  },
];
