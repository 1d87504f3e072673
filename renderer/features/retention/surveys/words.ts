import type { SurveyIndicator, SurveyResults } from '#contract';
import type { StatusKind } from '../../../components/Status.tsx';

export const unitText: Record<SurveyIndicator['unit'], string> = {
  percent: '%',
  of_ten: 'of 10',
  of_hundred: 'of 100',
};

/** Hundredths as they are typed: 5830 is "58.3"; nothing for a score that is not known. */
export function typedScore(score: number | null): string {
  return score === null ? '' : String(score / 100);
}

/** A score as it is read; `*` where too few answered. */
export const scoreText = (score: number | null, suppressed: boolean) =>
  suppressed ? '*' : score === null ? '–' : typedScore(score);

/** A score beside its benchmark. */
export const againstStatus: Record<NonNullable<SurveyIndicator['against']>, { kind: StatusKind; word: string }> = {
  better: { kind: 'green', word: 'Better' },
  worse: { kind: 'red', word: 'Worse' },
  same: { kind: 'blue', word: 'The same' },
};

export const nameOfSurvey = ({ surveys, survey }: SurveyResults) =>
  surveys.find(({ key }) => key === survey)?.name ?? survey;
