import type { AssessmentActivity, AssessmentArea, AssessmentInputs, AssessmentStep, BirthSetting } from '#contract';
import { casemixCategories } from '../../../contract/assessment-shapes.ts';
import {
  exactText,
  type Fraction,
  fraction,
  ofAmount,
  ofPercentage,
  one,
  times,
  total,
} from '../../../core/fraction.ts';
import { figureInWords } from './figure-words.ts';

/** An activity worked out: its cases (or staff on duty, or sessions) and its hours a year; null where not known. */
export interface ActivityHours {
  readonly activity: AssessmentActivity;
  readonly cases: Fraction | null;
  readonly hours: Fraction | null;
  /** Which of its numbers is missing, in words. */
  readonly missing: string | null;
}

/** Women of a setting's sample by category: their shares, where all five counts are known and not all nought. */
export function casemixOf({ counts }: BirthSetting): { sample: number | null; shares: (Fraction | null)[] } {
  const known = casemixCategories.map((category) => counts[category]);
  const sample = known.every((count) => count === null)
    ? null
    : known.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const usable = sample !== null && sample > 0 && known.every((count) => count !== null);
  return { sample, shares: known.map((count) => (usable ? fraction(count ?? 0, sample) : null)) };
}

/** What the hours of an activity are multiplied by in a forecast. */
export type Growth = (activity: AssessmentActivity) => Fraction;

/** Hours of each activity of an area, and a step of working for each one that is known. */
export function hoursOf(area: AssessmentArea, { settings }: AssessmentInputs, growth: Growth = () => one) {
  const setting = settings.find(({ name }) => name === area.setting);
  const steps: AssessmentStep[] = [];
  const activities = area.activities.map((activity): ActivityHours => {
    const counted = casesOf(activity, setting);
    if (counted.missing !== null) return { activity, cases: null, hours: null, missing: counted.missing };
    const { cases } = counted;
    const { hours, times: repeats } = activity;
    if (hours === null) return { activity, cases, hours: null, missing: wanted[activity.driver].hours };
    if (repeats === null && activity.driver !== 'cases')
      return { activity, cases, hours: null, missing: wanted[activity.driver].times };
    const repeated = repeats === null ? one : ofAmount(repeats);
    const year = times(times(times(cases, ofAmount(hours)), repeated), growth(activity));
    const { formula } = wanted[activity.driver];
    if (counted.step) steps.push({ ...counted.step, area: area.name, value: exactText(cases) });
    steps.push({
      area: area.name,
      title: `${activity.name}: hours a year`,
      formula: repeats === null ? formula.split(' × ').slice(0, 2).join(' × ') : formula,
      numbers: [cases, ofAmount(hours), ...(repeats === null ? [] : [repeated])]
        .map((n) => figureInWords(n))
        .join(' × '),
      value: exactText(year),
      unit: 'hours',
    });
    return { activity, cases, hours: year, missing: null };
  });
  const known = activities.flatMap(({ hours }) => (hours === null ? [] : [hours]));
  return { activities, steps, hours: known.length > 0 ? total(known) : null };
}

const wanted = {
  cases: {
    formula: 'cases a year × hours per case × midwives per case',
    quantity: 'cases a year',
    hours: 'hours per case',
    times: '',
  },
  posts: {
    formula: 'staff on duty × hours a day × days a year',
    quantity: 'staff on duty',
    hours: 'hours a day',
    times: 'days a year',
  },
  weekly: {
    formula: 'sessions a week × hours each × weeks a year',
    quantity: 'sessions a week',
    hours: 'hours of each session',
    times: 'weeks a year',
  },
} as const;

/** How cases are worked out from the sample of a setting, in words. */
export const casemixFormula = (setting: string, category: string): string =>
  `births of ${setting} × women of category ${category} ÷ women in the sample`;

type Counted =
  | { missing: string }
  | { missing: null; cases: Fraction; step: Omit<AssessmentStep, 'area' | 'value'> | null };

function casesOf(activity: AssessmentActivity, setting: BirthSetting | undefined): Counted {
  const { quantity, quantityOf, category, driver } = activity;
  if (quantityOf === 'entered')
    return quantity === null
      ? { missing: wanted[driver].quantity }
      : { missing: null, cases: ofAmount(quantity), step: null };
  if (!setting) return { missing: 'the setting whose births it is a share of' };
  if (setting.births === null) return { missing: `births a year of ${setting.name}` };
  const births = fraction(setting.births);
  if (quantityOf === 'births') {
    if (quantity === null) return { missing: `its percentage of the births of ${setting.name}` };
    return {
      missing: null,
      cases: times(births, ofPercentage(quantity)),
      step: {
        title: `${activity.name}: cases a year`,
        formula: `births of ${setting.name} × percentage`,
        numbers: `${figureInWords(births)} × ${figureInWords(ofAmount(quantity))} %`,
        unit: 'cases',
      },
    };
  }
  const { sample, shares } = casemixOf(setting);
  const share = category === null ? null : (shares[casemixCategories.indexOf(category)] ?? null);
  if (share === null) return { missing: category === null ? 'its category' : `the casemix of ${setting.name}` };
  return {
    missing: null,
    cases: times(births, share),
    step: {
      title: `${activity.name}: cases a year`,
      formula: casemixFormula(setting.name, category!),
      numbers: `${figureInWords(births)} × ${setting.counts[category!]} ÷ ${sample}`,
      unit: 'cases',
    },
  };
}
