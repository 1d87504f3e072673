import type { VacancyPlan, VacancyPost, VacancyPostField } from '#contract';
import { dateText, decimal } from '../../components/numbers.ts';

/** Fields as forms and lists call them. */
export const fieldTitles: Record<VacancyPostField, string> = {
  vacancyRef: 'Number',
  post: 'Post',
  unit: 'Unit',
  staffGroup: 'Staff group',
  band: 'Band',
  wte: 'WTE',
  since: 'Vacant since',
  reason: 'Reason for the vacancy',
  approvedBy: 'Approved by',
  approved: 'Approved',
  advertised: 'Advert live',
  shortlisted: 'Shortlisted',
  interviewed: 'Interviewed',
  offered: 'Conditional offer',
  cleared: 'Checks done',
  expectedStart: 'Expected start',
  start: 'Start agreed, or started',
  stage: 'Stage',
  route: 'Route',
  cohort: 'Cohort',
  university: 'University',
  candidate: 'Candidate',
  probability: 'Likelihood, in 100',
  supernumeraryWeeks: 'Weeks supernumerary',
  notes: 'Notes',
};

/** The date of a post that reaching a stage sets. */
export const dateOfStage: Readonly<Record<string, VacancyPostField & keyof VacancyPost>> = {
  approval: 'approved',
  advert: 'advertised',
  shortlisting: 'shortlisted',
  interview: 'interviewed',
  conditional_offer: 'offered',
  unconditional_offer: 'cleared',
  started: 'start',
};

export const daysText = ({ numerator, denominator }: { numerator: number; denominator: number }, places = 0) =>
  denominator === 0 ? '–' : `${decimal(numerator / denominator, places)} days`;

/** "3 February 2027, by its stage" */
export function startText({ startsOn, startFrom }: VacancyPost): string {
  if (startsOn === null) return '–';
  if (startFrom === 'stage') return `about ${dateText(startsOn)}`;
  return startFrom === 'expected' ? `${dateText(startsOn)}, expected` : dateText(startsOn);
}

export function supernumeraryText({ supernumerary }: VacancyPost): string {
  return supernumerary ? `${supernumerary.weeks} weeks, to ${dateText(supernumerary.until)}` : '';
}

/** What the file says of a field, as a person reads it. */
export function fileText(plan: VacancyPlan, field: VacancyPostField, file: string | null): string {
  if (file === null) return 'nothing';
  if (field === 'wte') return decimal(Number(file) / 100_000, 2);
  if (/^\d{4}-\d{2}-\d{2}$/.test(file)) return dateText(file);
  if (field === 'stage') return plan.stages.find(({ key }) => key === file)?.name ?? file;
  return field === 'route' ? (plan.routes.find(({ key }) => key === file)?.name ?? file) : file;
}

export const definitions = [
  { term: 'Live', meaning: 'Neither started nor withdrawn.' },
  { term: 'Offered, not started', meaning: 'From a conditional offer to an agreed start.' },
  { term: 'Aged', meaning: 'Live, and vacant for longer than the number of days that the recruitment pack sets.' },
  { term: 'Likely WTE', meaning: 'WTE × how many in a hundred posts of the stage start.' },
  {
    term: 'Supernumerary',
    meaning: 'From the start on, beside the numbers: hours of the preceptorship pack, pro rata.',
  },
];
