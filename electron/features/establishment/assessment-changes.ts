import type { AssessmentArea, AssessmentHead, AssessmentInputs } from '#contract';
import { dateInWords } from '../../core/dates.ts';
import type { StoredAssessment } from './assessment-repository.ts';
import { assessmentName } from './assessment-words.ts';

const fields: Record<keyof AssessmentHead, string> = {
  provider: 'Provider',
  reference: 'Reference',
  date: 'Date of the report',
  studyFirst: 'First day of the study',
  studyLast: 'Last day of the study',
  sampleFirst: 'First day of the sample',
  sampleLast: 'Last day of the sample',
  sampleSize: 'Size of the sample',
  basis: 'How results are entered',
  uplift: 'Uplift',
  upliftMode: 'Uplift mode',
  travel: 'Travel',
  supportShare: 'Support share',
  specialistShare: 'Specialist and management share',
  specialistBase: 'Base of the specialist and management share',
  weeklyHours: 'Weekly hours',
  weeksPerYear: 'Weeks a year',
  printedClinical: 'Printed clinical total',
  printedSpecialist: 'Printed specialist and management posts',
  printedTotal: 'Printed total',
  note: 'Note',
};
const percentages: readonly (keyof AssessmentHead)[] = ['uplift', 'travel', 'supportShare', 'specialistShare'];
const choices: Record<string, string> = {
  report: 'from a report',
  worked: 'worked out',
  add_on: 'added on',
  divisor: 'as a divisor',
  clinical: 'of the clinical total',
  total: 'of the total',
};

type Wanted = { head?: Partial<AssessmentHead> | undefined } & {
  [List in Exclude<keyof AssessmentInputs, 'head'>]?: AssessmentInputs[List] | undefined;
};
/** The same whatever the order of the fields, which the store and a caller give differently. */
const inOrder = (_: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const differs = (a: unknown, b: unknown) => JSON.stringify(a, inOrder) !== JSON.stringify(b, inOrder);

/** What changing an assessment is called: "Uplift, 24 %", "Delivery suite of Report 12"; null where nothing differs. */
export function changeInWords(stored: StoredAssessment, wanted: Wanted): string | null {
  const name = assessmentName(stored);
  const head = Object.keys(wanted.head ?? {}) as (keyof AssessmentHead)[];
  const changed = head.filter((field) => differs(wanted.head?.[field], stored.head[field]));
  const [field] = changed;
  const said: string[] = [];
  if (field !== undefined && changed.length === 1)
    said.push(`${fields[field]}, ${valueInWords(field, wanted.head![field] ?? null)}`);
  else if (changed.length > 1) said.push(`${changed.length} fields of ${name}`);
  if (wanted.upliftParts && differs(wanted.upliftParts, stored.upliftParts))
    said.push(`Parts of the uplift of ${name}`);
  if (wanted.settings && differs(wanted.settings, stored.settings)) said.push(`Births and casemix of ${name}`);
  if (wanted.areas && differs(wanted.areas, stored.areas)) said.push(areasInWords(wanted.areas, stored.areas, name));
  return said.length > 1 ? `Change ${name}` : (said[0] ?? null);
}

function areasInWords(wanted: readonly AssessmentArea[], stored: readonly AssessmentArea[], name: string): string {
  const changed = wanted.filter((area, index) => differs(area, stored[index]));
  const [area] = changed;
  return area && changed.length === 1 && wanted.length === stored.length
    ? `${area.name} of ${name}`
    : `Areas of ${name}`;
}

function valueInWords(field: keyof AssessmentHead, value: string | number | null): string {
  if (value === null || value === '') return 'not known';
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateInWords(value);
    return field === 'note' ? 'changed' : (choices[value] ?? value);
  }
  if (field === 'sampleSize') return String(value);
  return `${value / 100_000}${percentages.includes(field) ? ' %' : ''}`;
}
