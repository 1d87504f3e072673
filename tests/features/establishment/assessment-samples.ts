import { join } from 'node:path';
import type { AssessmentActivity, AssessmentArea, AssessmentInputs } from '#contract';
import { roundedExact } from '#contract';
import { workOut } from '../../../electron/features/establishment/calculations/assessment.ts';
import { loadReference } from '../../../electron/reference/load.ts';

export const rules = loadReference(join(import.meta.dirname, '../../../resources')).birthrate;

/** Hundred-thousandths of a number such as 6.6. */
export const amount = (value: number) => Math.round(value * 100_000);

type Case = [name: string, quantity: number | null, hours: number | null, times?: number];

/** An activity that is counted in cases a year. */
export const cases = (...[name, quantity, hours, times]: Case): AssessmentActivity => ({
  name,
  category: null,
  driver: 'cases',
  quantityOf: 'entered',
  quantity: quantity === null ? null : amount(quantity),
  hours: hours === null ? null : amount(hours),
  times: times === undefined ? null : amount(times),
  staff: 'mix',
});
export const ofBirths = (...[name, percent, hours, times]: Case): AssessmentActivity => ({
  ...cases(name, percent, hours, times),
  quantityOf: 'births',
});
export const posts = (name: string, onDuty: number, hoursPerDay: number, days: number): AssessmentActivity => ({
  ...cases(name, onDuty, hoursPerDay, days),
  driver: 'posts',
});
export const weekly = (name: string, hours: number, weeks: number): AssessmentActivity => ({
  ...cases(name, hours, 1, weeks),
  driver: 'weekly',
});
export const area = (name: string, ...activities: AssessmentActivity[]): AssessmentArea => ({
  name,
  unit: null,
  setting: null,
  travels: false,
  supportShare: null,
  reportWte: null,
  activities,
});
export const setting = (name: string, births: number | null, counts: (number | null)[] = []) => {
  const [I = null, II = null, III = null, IV = null, V = null] = counts;
  return { name, births, counts: { I, II, III, IV, V } };
};

export const head: AssessmentInputs['head'] = {
  provider: null,
  reference: null,
  date: null,
  studyFirst: null,
  studyLast: null,
  sampleFirst: null,
  sampleLast: null,
  sampleSize: null,
  basis: 'worked',
  uplift: amount(24),
  upliftMode: 'add_on',
  travel: amount(15),
  supportShare: amount(10),
  specialistShare: amount(9),
  specialistBase: 'clinical',
  weeklyHours: amount(37.5),
  weeksPerYear: amount(52),
  printedClinical: null,
  printedSpecialist: null,
  printedTotal: null,
  note: '',
};

export const inputs = (areas: AssessmentArea[], more: Partial<AssessmentInputs['head']> = {}): AssessmentInputs => ({
  head: { ...head, ...more },
  upliftParts: [],
  settings: [],
  areas,
});

/** A whole invented trust that uses every step of the chain: 4,360 births, 24 % uplift, 15 % travel. */
export function wholeTrust(more: Partial<AssessmentInputs['head']> = {}): AssessmentInputs {
  return {
    ...inputs(
      [
        {
          ...area(
            'Delivery suite',
            ofBirths('Category I', 6, 6),
            ofBirths('Category II', 14, 7),
            ofBirths('Category III', 18, 9, 1.2),
            ofBirths('Category IV', 26, 11, 1.3),
            ofBirths('Category V', 36, 15, 1.4),
            cases('X', 3_000, 1),
            cases('A1', 800, 4),
            cases('A2', 150, 15),
            cases('R', 60, 6),
            cases('T', 40, 8),
            cases('Inductions', 1_300, 2.5),
          ),
          setting: 'Delivery suite',
        },
        area('Birth centre', cases('Births', 300, 8)),
        area('Antenatal ward', cases('Admissions', 1_500, 10)),
        area(
          'Postnatal ward',
          cases('Categories I and II', 800, 5),
          cases('Category III', 720, 6),
          cases('Category IV', 1_040, 8),
          cases('Category V', 1_440, 11),
          cases('NIPE', 3_200, 0.5),
          cases('Readmissions', 120, 12),
        ),
        area('Triage', posts('Midwives on duty', 2, 24, 365)),
        area('Clinics', weekly('Clinic hours a week', 150, 52)),
        area('Day assessment', weekly('Hours open a week', 90, 52)),
        {
          ...area(
            'Community',
            cases('Births', 4_300, 14),
            cases('Exports', -350, 14),
            cases('Imports', 250, 14),
            cases('Attrition', 450, 4),
            cases('Home births', 60, 36),
          ),
          travels: true,
        },
      ],
      more,
    ),
    settings: [setting('Delivery suite', 4_000), setting('Birth centre', 300), setting('Home', 60)],
  };
}

export const worked = (assessment: AssessmentInputs) => workOut(assessment, rules);

/** An exact figure as it is shown, with so many decimals. */
export const shown = (value: string | null | undefined, decimals = 4) =>
  value === null || value === undefined ? null : roundedExact(value, decimals);
