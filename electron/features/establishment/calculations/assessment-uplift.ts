import type { AssessmentInputs, AssessmentStep } from '#contract';
import {
  exactText,
  type Fraction,
  minus,
  ofAmount,
  ofPercentage,
  one,
  over,
  plus,
  times,
  total,
} from '../../../core/fraction.ts';
import { figureInWords, shareInWords } from './figure-words.ts';

/** The uplift as it is used: its share, whether it was entered or is the sum of its parts, and what it multiplies by. */
export interface Uplift {
  readonly share: Fraction | null;
  readonly of: 'entered' | 'parts' | null;
  readonly parts: Fraction | null;
  readonly factor: Fraction | null;
}

/** What is entered as the uplift counts; else the sum of the parts that are known. */
export function upliftOf({ head, upliftParts }: AssessmentInputs): Uplift {
  const known = upliftParts.flatMap(({ share }) => (share === null ? [] : [ofPercentage(share)]));
  const parts = known.length > 0 ? total(known) : null;
  const share = head.uplift === null ? parts : ofPercentage(head.uplift);
  const of = head.uplift !== null ? 'entered' : parts ? 'parts' : null;
  return { share, of, parts, factor: share && factorOf(share, head.upliftMode) };
}

/** An add-on of 24 % multiplies by 1.24; the same as a divisor by 1 / 0.76. Null for a divisor of 100 %. */
function factorOf(share: Fraction, mode: 'add_on' | 'divisor'): Fraction | null {
  if (mode === 'add_on') return plus(one, share);
  const rest = minus(one, share);
  return rest.numerator === 0n ? null : over(one, rest);
}

/** Hours one WTE is paid for in a year, before the uplift: 37.5 x 52 = 1,950. Null where not known or nought. */
export function hoursOfOneWte({ head: { weeklyHours, weeksPerYear } }: AssessmentInputs): Fraction | null {
  if (!weeklyHours || !weeksPerYear) return null;
  return times(ofAmount(weeklyHours), ofAmount(weeksPerYear));
}

/** WTE of an area by the chain: hours, with travel, over the hours of one WTE, with the uplift; each a step. */
export function wteOf(
  { name, travels }: { name: string; travels: boolean },
  hours: Fraction | null,
  inputs: AssessmentInputs,
) {
  const { head } = inputs;
  const steps: AssessmentStep[] = [];
  const step = (title: string, formula: string, numbers: string, value: Fraction, unit: AssessmentStep['unit']) =>
    steps.push({ area: name, title, formula, numbers, value: exactText(value), unit });
  const nothing = { hoursWithTravel: null, beforeUplift: null, wte: null, steps };
  if (hours === null) return nothing;
  if (travels && head.travel === null) return nothing;
  const travel = travels && head.travel !== null ? ofPercentage(head.travel) : null;
  const withTravel = travel ? times(hours, plus(one, travel)) : hours;
  if (travel)
    step(
      'Hours with travel',
      'hours × (1 + travel)',
      `${figureInWords(hours)} × (1 + ${shareInWords(travel)})`,
      withTravel,
      'hours',
    );
  const yearly = hoursOfOneWte(inputs);
  if (!yearly) return { ...nothing, hoursWithTravel: withTravel };
  const beforeUplift = over(withTravel, yearly);
  step(
    'WTE before uplift',
    'hours ÷ (weekly hours × weeks a year)',
    `${figureInWords(withTravel)} ÷ (${figureInWords(ofAmount(head.weeklyHours!))} × ${figureInWords(ofAmount(head.weeksPerYear!))})`,
    beforeUplift,
    'WTE',
  );
  const { share, factor } = upliftOf(inputs);
  if (!factor || !share) return { ...nothing, hoursWithTravel: withTravel, beforeUplift };
  const wte = times(beforeUplift, factor);
  const added = head.upliftMode === 'add_on';
  step(
    'WTE',
    added ? 'WTE before uplift × (1 + uplift)' : 'WTE before uplift ÷ (1 − uplift)',
    added
      ? `${figureInWords(beforeUplift)} × (1 + ${shareInWords(share)})`
      : `${figureInWords(beforeUplift)} ÷ (1 − ${shareInWords(share)})`,
    wte,
    'WTE',
  );
  return { hoursWithTravel: withTravel, beforeUplift, wte, steps };
}
