import type { ReturnFigure, ReturnMeasure } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { countMeasure } from './measures.ts';
import { counted } from './words.ts';

/** One score of a survey of students or trainees. */
export interface LearnerScore {
  readonly key: string;
  readonly name: string;
  /** "58.3 %"; null where it is not kept. */
  readonly score: string | null;
  readonly benchmark: string | null;
  readonly against: 'better' | 'worse' | 'same' | null;
  /** Whether it became an action of the retention plan. */
  readonly hasAction: boolean;
}

/** Scores of one survey, year and group. */
export interface LearnerSurvey {
  readonly survey: string;
  readonly name: string;
  readonly year: number;
  readonly group: string;
  readonly scores: readonly LearnerScore[];
}

/** What students and trainees said in surveys, for 5.4: each survey and group with its findings and what became of them. */
export function learnerSurveyFigures(surveys: readonly LearnerSurvey[], on: string): ReturnFigure[] {
  return surveys.map(({ survey, name, year, group, scores }) => {
    const worse = scores.filter(({ against }) => against === 'worse');
    const acted = worse.filter(({ hasAction }) => hasAction).length;
    const measures = scores.map(
      ({ key, name: title, score, benchmark }): ReturnMeasure => ({
        ...countMeasure(key, title, null),
        kind: 'text',
        value:
          score === null
            ? 'not shown: too few answered'
            : `${score}${benchmark === null ? '' : `, benchmark ${benchmark}`}`,
      }),
    );
    const findings = worse.map(({ name: title, score }) => `${title} ${score ?? ''}`.trim());
    return {
      key: `survey ${survey} ${group}`,
      reference: '5.4',
      title: `${name} ${year}, ${group}`,
      measures: [
        countMeasure('scores', 'Scores', scores.length),
        countMeasure('worse', 'Worse than the benchmark', worse.length),
        countMeasure('acted', 'Of these, in the plan as an action', acted),
        ...measures,
      ],
      source: `Surveys: ${name} ${year}`,
      of: `as entered by ${dateInWords(on)}`,
      warnings:
        worse.length > acted
          ? [`${counted(worse.length - acted, 'finding has', 'findings have')} no action in the plan.`]
          : [],
      sentence:
        `${name} ${year}, ${group}: ${worse.length} of ${counted(scores.length, 'score')} worse than the benchmark, ` +
        `${acted} of them in the plan as an action${findings.length > 0 ? ` (${findings.join('; ')})` : ''}.`,
    };
  });
}
