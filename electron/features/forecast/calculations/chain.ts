import type { AssessmentInputs, ForecastAssumptions } from '#contract';
import { type Fraction, fraction, minus, total } from '../../../core/fraction.ts';
import { type ChangedRequirement, changedRequirement } from '../../establishment/calculations/assessment-changed.ts';
import { halfUp } from './shares.ts';

type Assumed = Pick<ForecastAssumptions, 'births' | 'uplift' | 'skillMix' | 'specialist'>;

/** The groups whose requirement the assessment works out. */
export type ChainGroup = 'midwives' | 'support';

/** The agreed assessment's chain with what is assumed; a month of null is the assessment as it was agreed. */
export interface Chain {
  at(month: string | null): ChangedRequirement | null;
  /** What a group is required more in one month than in another, in whole hundred-thousandths, rounded once. */
  more(group: ChainGroup, from: string | null, to: string): number;
}

/** What was worked out of an assessment before: a key that is pressed changes one of these and not the others. */
const known = new WeakMap<AssessmentInputs, Map<string, ChangedRequirement | null>>();

/** The chain of an assessment; null without one, or where it cannot tell midwives from support workers. */
export function chainOf(assessment: AssessmentInputs | null, assumed: Assumed): Chain | null {
  if (!assessment) return null;
  const made = known.get(assessment) ?? new Map<string, ChangedRequirement | null>();
  known.set(assessment, made);
  if (made.size > 200) made.clear();
  const at = (month: string | null) => {
    const change = changeIn(assessment, assumed, month);
    const key = JSON.stringify(change, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    const before = made.get(key);
    if (before !== undefined) return before;
    const worked = changedRequirement(assessment, change);
    made.set(key, worked);
    return worked;
  };
  if (!at(null)) return null;
  return {
    at,
    more(group, from, to) {
      const [before, after] = [at(from), at(to)];
      if (!before || !after) return 0;
      const { numerator, denominator } = minus(after[group], before[group]);
      return halfUp(numerator * 100_000n, denominator);
    },
  };
}

/** The births that an assessment is for: those of its settings, null where none is known. */
export function birthsOf({ settings }: AssessmentInputs): number | null {
  const some = settings.flatMap(({ births }) => (births === null ? [] : [fraction(births)]));
  return some.length === 0 ? null : Number(total(some).numerator);
}

function changeIn(assessment: AssessmentInputs, assumed: Assumed, month: string | null) {
  const { births, uplift, skillMix, specialist } = assumed;
  const come = <Step extends { readonly from: string }>(step: Step | null | undefined) =>
    step && month !== null && step.from <= month ? step : null;
  const [upliftThen, mixThen, specialistThen] = [come(uplift), come(skillMix), come(specialist)];
  return {
    births: births ? growthOf(births, birthsOf(assessment), month) : null,
    areas: births?.areas ?? null,
    // Assumptions are hundredths of a percent, an assessment's percentages hundred-thousandths.
    uplift: upliftThen && upliftThen.to * 1000,
    supportShare: mixThen && (10_000 - mixThen.midwives) * 1000,
    specialistShare: specialistThen && specialistThen.share * 1000,
  };
}

/** Births of a month over those that the assessment is for; null where they are the same. */
function growthOf(
  births: NonNullable<ForecastAssumptions['births']>,
  ofAssessment: number | null,
  month: string | null,
): Fraction | null {
  const now = ofAssessment ?? births.now;
  const then = month === null ? now : birthsIn({ ...births, now }, month);
  return then === now || now === 0 ? null : fraction(then, now);
}

/** Births a year that a month is planned for: those of the last step that has come. */
export function birthsIn({ now, steps }: NonNullable<ForecastAssumptions['births']>, month: string): number {
  const come = steps.filter(({ from }) => from <= month).sort((one, other) => (one.from < other.from ? -1 : 1));
  return come[come.length - 1]?.births ?? now;
}
