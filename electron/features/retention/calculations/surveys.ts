import type { SurveyCell, SurveyIndicator, SurveyProblem } from '#contract';
import type { SurveyConcepts } from '../../../contract/survey-rules.ts';

type Concept = SurveyConcepts['concepts'][number];
export type Unit = Concept['in'][number]['unit'];

/** What is kept of one indicator; scores in hundredths of its unit. */
export interface SurveyScores {
  readonly score: number | null;
  readonly benchmark: number | null;
  readonly answers: number | null;
  readonly suppressed: boolean;
}

const most: Readonly<Record<Unit, number>> = { percent: 10_000, of_ten: 1000, of_hundred: 10_000 };
const unitWords: Readonly<Record<Unit, string>> = { percent: '%', of_ten: 'of 10', of_hundred: 'of 100' };
const unknown: SurveyScores = { score: null, benchmark: null, answers: null, suppressed: false };

/** 5830 hundredths of a percentage as "58.3 %". */
export function scoreText(score: number, unit: Unit): string {
  const digits = String(score % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(score / 100)}${digits === '' ? '' : `.${digits}`} ${unitWords[unit]}`;
}

/** Hundredths of what was typed, such as "58.3", "58.3 %" or "7"; null for blank; undefined where it cannot be read. */
function hundredthsOf(text: string, unit: Unit): number | null | undefined {
  const typed = text.trim().replace(/\s*%$/, '');
  if (typed === '') return null;
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed);
  if (!parts) return undefined;
  const value = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return value <= most[unit] ? value : undefined;
}

const isHidden = (text: string) => /^\s*(?:\*+|suppressed)\s*$/i.test(text);

/**
 * What is kept of an indicator after some cells were entered, or what is wrong with one of them. From fewer answers than
 * the survey's least number no score is kept, nor of one that the publisher hides; `notKept` says that one was given.
 */
export function withCells(
  before: SurveyScores | undefined,
  cells: readonly SurveyCell[],
  unit: Unit,
  smallest: number,
): { readonly kept: SurveyScores; readonly notKept: boolean } | SurveyProblem {
  let kept = before ?? unknown;
  let given = false;
  for (const { indicator, column, text } of cells) {
    if (column === 'answers') {
      const typed = text.trim().replace(/,/g, '');
      if (!/^\d{0,6}$/.test(typed))
        return { indicator, column, message: 'Enter how many answered as a whole number, such as 48.' };
      const answers = typed === '' ? null : Number(typed);
      // What was hidden for too few answers is open again where more are said to have answered.
      const wasTooFew = kept.answers !== null && kept.answers < smallest;
      kept = { ...kept, answers, suppressed: kept.suppressed && !wasTooFew };
      continue;
    }
    if (column === 'score' && isHidden(text)) {
      kept = { ...kept, score: null, suppressed: true };
      continue;
    }
    const value = hundredthsOf(text, unit);
    if (value === undefined) {
      const least = `Enter a number from 0 to ${most[unit] / 100}, such as ${most[unit] === 1000 ? '6.8' : '58.3'}`;
      return { indicator, column, message: `${least}${column === 'score' ? ', or * where it is not shown' : ''}.` };
    }
    if (column === 'benchmark') kept = { ...kept, benchmark: value };
    else {
      given ||= value !== null;
      kept = { ...kept, score: value, suppressed: value === null && kept.suppressed };
    }
  }
  const tooFew = kept.answers !== null && kept.answers < smallest;
  const lost = tooFew && (given || kept.score !== null);
  return { kept: tooFew ? { ...kept, score: null, suppressed: true } : kept, notKept: lost };
}

export const isEmpty = ({ score, benchmark, answers, suppressed }: SurveyScores) =>
  score === null && benchmark === null && answers === null && !suppressed;

/** Whether a score is better or worse than another, by which way is better; null where one is not known. */
export function compared(
  score: number | null,
  other: number | null | undefined,
  better: Concept['better'],
): SurveyIndicator['against'] {
  if (score === null || other === null || other === undefined) return null;
  if (score === other) return 'same';
  return score > other === (better === 'higher') ? 'better' : 'worse';
}

/** What a finding says, as the evidence of an action: score, benchmark and the newest earlier score. */
export function findingText(
  { score, benchmark, answers }: SurveyScores,
  unit: Unit,
  earlier: { readonly year: number; readonly score: number } | undefined,
): string {
  return [
    score === null ? null : scoreText(score, unit),
    benchmark === null ? null : `benchmark ${scoreText(benchmark, unit)}`,
    earlier && `${scoreText(earlier.score, unit)} in ${earlier.year}`,
    answers === null ? null : `${answers} answered`,
  ]
    .filter(Boolean)
    .join('; ');
}
