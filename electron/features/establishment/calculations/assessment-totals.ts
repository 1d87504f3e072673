import type { AssessmentInputs, AssessmentStep } from '#contract';
import {
  exactText,
  type Fraction,
  fraction,
  minus,
  ofAmount,
  ofPercentage,
  one,
  over,
  plus,
  times,
  total,
} from '../../../core/fraction.ts';
import type { AreaWorked } from './assessment-areas.ts';
import { figureInWords, shareInWords } from './figure-words.ts';

/** The totals of an assessment, exact; null where something that they need is not known. */
export interface Totals {
  readonly births: Fraction | null;
  readonly clinical: Fraction | null;
  readonly clinicalMidwives: Fraction | null;
  readonly support: Fraction | null;
  readonly specialist: Fraction | null;
  readonly midwives: Fraction | null;
  readonly total: Fraction | null;
  readonly specialistOfClinical: Fraction | null;
  readonly specialistOfTotal: Fraction | null;
  readonly ratios: readonly { key: string; denominator: string; value: Fraction | null }[];
  readonly steps: readonly AssessmentStep[];
}

/** Sum where there is one, without rounding any part. */
const sumOf = (values: readonly (Fraction | null)[]): Fraction | null => {
  const known = values.flatMap((value) => (value ? [value] : []));
  return known.length > 0 ? total(known) : null;
};
const quotient = (a: Fraction | null, b: Fraction | null) => (a && b && b.numerator !== 0n ? over(a, b) : null);

/** Clinical total, skill mix, specialist and management posts, total and ratios. */
export function totalsOf(areas: readonly AreaWorked[], { head, settings }: AssessmentInputs): Totals {
  const steps: AssessmentStep[] = [];
  const step = (
    title: string,
    formula: string,
    numbers: string,
    value: Fraction | null,
    unit: AssessmentStep['unit'],
  ) => {
    if (value) steps.push({ area: null, title, formula, numbers, value: exactText(value), unit });
  };
  const added = (values: readonly (Fraction | null)[]) =>
    values.flatMap((value) => (value ? [figureInWords(value)] : [])).join(' + ');

  const ofSettings = settings.map(({ births }) => (births === null ? null : fraction(births)));
  const births = sumOf(ofSettings);
  step('Births a year', 'sum of the settings', added(ofSettings), births, 'births');

  const ofAreas = areas.map(({ wte }) => wte);
  const printed = head.basis === 'report' && head.printedClinical !== null ? ofAmount(head.printedClinical) : null;
  const clinical = sumOf(ofAreas) ?? printed;
  step(
    'Clinical total (C)',
    sumOf(ofAreas) ? 'sum of the areas, unrounded; midwives and support workers' : 'as the report prints it',
    added(sumOf(ofAreas) ? ofAreas : [printed]),
    clinical,
    'WTE',
  );
  const share = head.supportShare === null ? null : ofPercentage(head.supportShare);
  const everySupport = areas.every(({ wte, support }) => !wte || support);
  const ofPrinted = sumOf(ofAreas) ? null : clinical && share && times(clinical, share);
  const support = everySupport ? (sumOf(areas.map((area) => area.support)) ?? ofPrinted) : null;
  step(
    'Support workers',
    ofPrinted ? 'clinical total × support share' : 'sum over the areas of WTE × support share',
    ofPrinted && clinical && share
      ? `${figureInWords(clinical)} × ${shareInWords(share)}`
      : added(areas.map((area) => area.support)),
    support,
    'WTE',
  );
  const clinicalMidwives = clinical && support && minus(clinical, support);
  if (clinical && support)
    step(
      'Midwives who give care',
      'clinical total − support workers',
      `${figureInWords(clinical)} − ${figureInWords(support)}`,
      clinicalMidwives,
      'WTE',
    );

  const specialist = specialistOf(clinical, head, step);
  const midwives = clinicalMidwives && specialist && plus(clinicalMidwives, specialist);
  const all = clinical && specialist && plus(clinical, specialist);
  if (clinical && specialist)
    step(
      'Recommended total',
      'clinical total + specialist and management',
      `${figureInWords(clinical)} + ${figureInWords(specialist)}`,
      all,
      'WTE',
    );
  if (clinicalMidwives && specialist)
    step(
      'Recommended midwives',
      'midwives who give care + specialist and management',
      `${figureInWords(clinicalMidwives)} + ${figureInWords(specialist)}`,
      midwives,
      'WTE',
    );

  const denominators = [
    { key: 'clinical', denominator: 'clinical WTE, midwives and support', wte: clinical },
    { key: 'clinicalMidwives', denominator: 'WTE of midwives who give care', wte: clinicalMidwives },
    { key: 'midwives', denominator: 'recommended WTE of midwives', wte: midwives },
    { key: 'total', denominator: 'recommended total WTE', wte: all },
  ];
  const ratios = denominators.map(({ key, denominator, wte }) => ({ key, denominator, value: quotient(births, wte) }));
  for (const [index, { denominator, wte }] of denominators.entries())
    if (births && wte)
      step(
        `Births per ${denominator}`,
        'births a year ÷ WTE',
        `${figureInWords(births)} ÷ ${figureInWords(wte)}`,
        ratios[index]?.value ?? null,
        'births per WTE',
      );

  return {
    births,
    clinical,
    clinicalMidwives,
    support,
    specialist,
    midwives,
    total: all,
    specialistOfClinical: quotient(specialist, clinical),
    specialistOfTotal: quotient(specialist, all),
    ratios,
    steps,
  };
}

type Step = (
  title: string,
  formula: string,
  numbers: string,
  value: Fraction | null,
  unit: AssessmentStep['unit'],
) => void;

/** Specialist and management posts: as the report prints them, or a share of C, or the same as a share of the total. */
function specialistOf(clinical: Fraction | null, head: AssessmentInputs['head'], step: Step): Fraction | null {
  const title = 'Specialist and management';
  if (head.basis === 'report' && head.printedSpecialist !== null) {
    const printed = ofAmount(head.printedSpecialist);
    step(title, 'as the report prints it', figureInWords(printed), printed, 'WTE');
    return printed;
  }
  if (!clinical || head.specialistShare === null) return null;
  const share = ofPercentage(head.specialistShare);
  if (head.specialistBase === 'clinical') {
    const value = times(clinical, share);
    step(
      title,
      'clinical total × share of the clinical total',
      `${figureInWords(clinical)} × ${shareInWords(share)}`,
      value,
      'WTE',
    );
    return value;
  }
  const rest = minus(one, share);
  if (rest.numerator === 0n) return null;
  const value = over(times(clinical, share), rest);
  step(
    title,
    'clinical total × share of the total ÷ (1 − share of the total)',
    `${figureInWords(clinical)} × ${shareInWords(share)} ÷ (1 − ${shareInWords(share)})`,
    value,
    'WTE',
  );
  return value;
}
