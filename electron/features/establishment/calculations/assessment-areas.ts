import type { AssessmentArea, AssessmentInputs, AssessmentStep } from '#contract';
import {
  exactText,
  type Fraction,
  minus,
  nought,
  ofAmount,
  ofPercentage,
  over,
  times,
  total,
} from '../../../core/fraction.ts';
import { type ActivityHours, type Growth, hoursOf } from './assessment-hours.ts';
import { wteOf } from './assessment-uplift.ts';
import { figureInWords, shareInWords } from './figure-words.ts';

/** An area worked out in full; null where something that it needs is not known. */
export interface AreaWorked {
  readonly area: AssessmentArea;
  readonly activities: readonly ActivityHours[];
  readonly hours: Fraction | null;
  readonly hoursWithTravel: Fraction | null;
  readonly beforeUplift: Fraction | null;
  readonly worked: Fraction | null;
  readonly reported: Fraction | null;
  /** The one that counts for the basis of the assessment. */
  readonly wte: Fraction | null;
  readonly midwives: Fraction | null;
  readonly support: Fraction | null;
  readonly steps: readonly AssessmentStep[];
}

/** Works an area out: hours, travel, WTE, uplift, skill mix; with hours that grow, where `growth` is given. */
export function workOutArea(area: AssessmentArea, inputs: AssessmentInputs, growth?: Growth): AreaWorked {
  const { activities, hours, steps } = hoursOf(area, inputs, growth);
  const chain = wteOf(area, hours, inputs);
  const reported = area.reportWte === null ? null : ofAmount(area.reportWte);
  const isReport = inputs.head.basis === 'report';
  const wte = isReport ? reported : chain.wte;
  const share = supportShareOf(area, activities, hours, inputs);
  const support = wte && share && times(wte, share);
  const sum: AssessmentStep[] =
    hours && activities.filter((each) => each.hours).length > 1
      ? [
          {
            area: area.name,
            title: 'Hours a year',
            formula: 'sum of the activities',
            numbers: activities.flatMap((each) => (each.hours ? [figureInWords(each.hours)] : [])).join(' + '),
            value: exactText(hours),
            unit: 'hours',
          },
        ]
      : [];
  const report: AssessmentStep[] =
    isReport && reported
      ? [
          {
            area: area.name,
            title: 'WTE by the report',
            formula: 'as the report prints it',
            numbers: figureInWords(reported),
            value: exactText(reported),
            unit: 'WTE',
          },
        ]
      : [];
  const mix: AssessmentStep[] =
    wte && share && support
      ? [
          {
            area: area.name,
            title: 'Support workers',
            formula: 'WTE × support share',
            numbers: `${figureInWords(wte)} × ${shareInWords(share)}`,
            value: exactText(support),
            unit: 'WTE',
          },
        ]
      : [];
  return {
    area,
    activities,
    hours,
    ...chain,
    worked: chain.wte,
    reported,
    wte,
    midwives: wte && support && minus(wte, support),
    support,
    steps: [...steps, ...sum, ...chain.steps, ...report, ...mix],
  };
}

/**
 * The share of an area's WTE that support workers give: the skill mix for what is shared by it, all or nothing for what
 * is one staff group's. A report's WTE is shared as the activities are, where hours are known, else by the skill mix.
 */
function supportShareOf(
  area: AssessmentArea,
  activities: readonly ActivityHours[],
  hours: Fraction | null,
  { head }: AssessmentInputs,
): Fraction | null {
  const percent = area.supportShare ?? head.supportShare;
  const ofMix = percent === null ? null : ofPercentage(percent);
  const only = new Set(area.activities.map(({ staff }) => staff));
  if (only.size === 1 && only.has('midwives')) return nought;
  if (only.size <= 1 && !only.has('support')) return ofMix;
  if (hours === null || hours.numerator === 0n) return ofMix;
  const part = (staff: 'mix' | 'support') =>
    total(activities.flatMap((each) => (each.hours && each.activity.staff === staff ? [each.hours] : [])));
  const [mixed, all] = [part('mix'), part('support')];
  if (mixed.numerator !== 0n && ofMix === null) return null;
  return over(total([times(mixed, ofMix ?? nought), all]), hours);
}
