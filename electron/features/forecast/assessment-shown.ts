import type { AssessmentInputs, Forecast, ForecastAssumptions } from '#contract';
import { type Fraction, ofPercentage, times } from '../../core/fraction.ts';
import { upliftOf } from '../establishment/calculations/assessment-uplift.ts';
import { birthsOf, chainOf } from './calculations/chain.ts';
import { halfUp } from './calculations/shares.ts';

/** What births, uplift, skill mix and specialist share act on: the agreed assessment, area by area, now and at the end. */
export function assessmentShown(
  assessment: AssessmentInputs | null,
  name: string | null,
  assumed: ForecastAssumptions,
  to: string,
): Forecast['assessment'] {
  const chain = chainOf(assessment, assumed);
  if (!assessment || !chain) return null;
  const [now, last] = [chain.at(null), chain.at(to)];
  const { share } = upliftOf(assessment);
  const { supportShare, specialistShare, specialistBase } = assessment.head;
  const percent = (value: number | null) => (value === null ? null : hundredths(ofPercentage(value)));
  const support = percent(supportShare);
  return {
    name: name ?? '',
    births: birthsOf(assessment),
    uplift: share && hundredths(share),
    midwives: support === null ? null : 10_000 - support,
    specialist: percent(specialistShare),
    specialistBase,
    areas: assessment.areas.map((area, index) => ({
      name: area.name,
      follows: last?.areas[index]?.follows ?? false,
      now: wteOf(now?.areas[index]?.wte ?? null),
      last: wteOf(last?.areas[index]?.wte ?? null),
    })),
  };
}

const wteOf = (value: Fraction | null) => value && halfUp(value.numerator * 100_000n, value.denominator);
const hundredths = (share: Fraction) => {
  const { numerator, denominator } = times(share, { numerator: 10_000n, denominator: 1n });
  return halfUp(numerator, denominator);
};
