import type { Context } from '../../context.ts';
import type { Fraction } from '../../core/fraction.ts';
import { ofPercentage, total } from '../../core/fraction.ts';
import { listAssessments } from '../establishment/assessment-repository.ts';
import { assessmentName } from '../establishment/assessment-words.ts';
import { upliftOf } from '../establishment/calculations/assessment-uplift.ts';

export interface EstablishmentUplift {
  readonly upliftPercent: number;
  /** Null where the assessment does not tell the part for study. */
  readonly studyPercent: number | null;
  /** The assessment that it is of. */
  readonly from: string;
}

/** Percent with two decimals of a share of one. */
const percentOf = ({ numerator, denominator }: Fraction): number =>
  Number((numerator * 20_000n + denominator) / (2n * denominator)) / 100;

/** The uplift that the establishment is worked out with, by the agreed assessment in force on a day; undefined without one. */
export function establishmentUplift(
  { database }: Pick<Context, 'database'>,
  trustId: number,
  day: string,
): EstablishmentUplift | undefined {
  const agreed = listAssessments(database, trustId).filter(({ status }) => status !== 'draft');
  const before = agreed.filter(({ head }) => head.date !== null && head.date <= day);
  const found = before[0] ?? agreed.filter(({ status }) => status === 'agreed').pop();
  const share = found && upliftOf(found).share;
  if (!found || !share) return undefined;
  const study = found.upliftParts.flatMap(({ name, share: part }) =>
    part !== null && /study|training/i.test(name) ? [ofPercentage(part)] : [],
  );
  return {
    upliftPercent: percentOf(share),
    studyPercent: study.length === 0 ? null : percentOf(total(study)),
    from: assessmentName(found),
  };
}
