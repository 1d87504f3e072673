import type { AssessmentActivity, AssessmentArea, AssessmentInputs } from '#contract';
import { type Fraction, fraction, ofAmount, one, over, times } from '../../../core/fraction.ts';
import { type AreaWorked, workOutArea } from './assessment-areas.ts';
import { totalsOf } from './assessment-totals.ts';
import { upliftOf } from './assessment-uplift.ts';

/** What an assessment would be worked out with instead; null leaves it as it is. Percentages are hundred-thousandths. */
export interface AssessmentChange {
  /** Births over those that it is for: 21/20 for 5 % more. */
  readonly births: Fraction | null;
  /** The areas that births drive, by name; null for those that count cases. */
  readonly areas: readonly string[] | null;
  readonly uplift: number | null;
  readonly supportShare: number | null;
  readonly specialistShare: number | null;
}

/** What is required with a change, exact; areas as the assessment has them, WTE null where not known. */
export interface ChangedRequirement {
  readonly midwives: Fraction;
  readonly support: Fraction;
  readonly clinical: Fraction;
  readonly specialist: Fraction;
  readonly areas: readonly { readonly name: string; readonly follows: boolean; readonly wte: Fraction | null }[];
}

/** True where births drive an area unless somebody says otherwise: it counts cases, or says nothing of its hours. */
const countsCases = ({ activities }: AssessmentArea): boolean =>
  activities.length === 0 || activities.some(({ driver }) => driver === 'cases');

/**
 * The chain with other births, uplift, skill mix or specialist share, each taken at its own step: births change the cases
 * of the areas that they drive and no posts that are on duty all the time, the uplift is added to hours and not to posts
 * that the report prints outside it, and the specialist posts are a share of what comes out. Null where midwives and
 * support workers cannot be told.
 */
export function changedRequirement(inputs: AssessmentInputs, change: AssessmentChange): ChangedRequirement | null {
  const { head } = inputs;
  const changed: AssessmentInputs = {
    ...inputs,
    head: {
      ...head,
      uplift: change.uplift ?? head.uplift,
      supportShare: change.supportShare ?? head.supportShare,
      specialistShare: change.specialistShare ?? head.specialistShare,
      // A share that is set takes the place of the posts that the report prints.
      printedSpecialist: change.specialistShare === null ? head.printedSpecialist : null,
    },
  };
  const [before, after] = [upliftOf(inputs).factor, upliftOf(changed).factor];
  const uplifted = before && after ? over(after, before) : one;
  if (head.printedClinical !== null) {
    const { numerator, denominator } = times(fraction(head.printedClinical), uplifted);
    changed.head.printedClinical = Number((2n * numerator + denominator) / (2n * denominator));
  }
  const follows = (area: AssessmentArea) => change.areas?.includes(area.name) ?? countsCases(area);
  const areas = inputs.areas.map((area) => {
    const worked = workOutArea(area, changed, growthOf(area, follows(area) ? change.births : null));
    return head.basis === 'report' ? asReported(worked, inputs, change, follows(area), uplifted) : worked;
  });
  const { midwives, support, clinical, specialist } = totalsOf(areas, changed);
  if (!midwives || !support || !clinical || !specialist) return null;
  return {
    midwives,
    support,
    clinical,
    specialist,
    areas: areas.map(({ area, wte }) => ({ name: area.name, follows: follows(area), wte })),
  };
}

/** What births multiply an activity's hours by: the cases of an area that they drive, or all of it where it has none. */
function growthOf({ activities }: AssessmentArea, births: Fraction | null): (activity: AssessmentActivity) => Fraction {
  const some = activities.some(({ driver }) => driver === 'cases');
  return ({ driver }) => (births && (driver === 'cases' || !some) ? births : one);
}

/** An area's WTE by the report, grown as its hours grow, or as a whole where they are not known. */
function asReported(
  worked: AreaWorked,
  inputs: AssessmentInputs,
  { births }: AssessmentChange,
  follows: boolean,
  uplifted: Fraction,
): AreaWorked {
  if (worked.area.reportWte === null) return worked;
  const { hours } = workOutArea(worked.area, inputs);
  const known = hours && worked.hours && hours.numerator !== 0n;
  const grown = known ? over(worked.hours, hours) : follows && births ? births : one;
  const factor = times(grown, uplifted);
  const scaled = (wte: Fraction | null) => wte && times(wte, factor);
  return {
    ...worked,
    wte: times(ofAmount(worked.area.reportWte), factor),
    midwives: scaled(worked.midwives),
    support: scaled(worked.support),
  };
}
