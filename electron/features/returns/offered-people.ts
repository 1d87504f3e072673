import type { ReturnFigure } from '#contract';
import type { Context } from '../../context.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import { listLines } from '../establishment/repository.ts';
import { listAgreedLevels } from '../establishment/required-levels-repository.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { beginSharing } from '../organisation/sharing.ts';
import { compared, scoreText } from '../retention/calculations/surveys.ts';
import { equalityToShare, pipelineShown } from '../retention/pipeline-service.ts';
import { equalityShown } from '../retention/equality-service.ts';
import { indicatorsOf } from '../retention/survey-indicators.ts';
import { ownIndicatorsOf, resultsOf, type StoredResult } from '../retention/survey-repository.ts';
import { byGroup } from '../staff/calculations/in-post.ts';
import { answerInPost } from '../staff/service.ts';
import { analysesOf, approvalsOf } from '../training/needs-repository.ts';
import { answerSupervision } from '../training/supervision/service.ts';
import { administrationFigures } from './calculations/administration.ts';
import { equalityFigures, pipelineFigures } from './calculations/equality.ts';
import { needsFigures } from './calculations/needs.ts';
import { supervisionFigures } from './calculations/supervision.ts';
import { type LearnerSurvey, learnerSurveyFigures } from './calculations/surveys.ts';

const ADMIN = 'admin';
const STAFF_SURVEY = 'staff_survey';

/** Successors by ethnic group beside the workforce, as they may leave the trust. */
export const ofPipeline = (context: Context, trust: TrustRow): ReturnFigure[] =>
  pipelineFigures(pipelineShown(context, trust, 'lmns'));

/** The newest needs analysis and who approved it. */
export function ofNeeds({ database, today }: Context, trust: TrustRow): ReturnFigure[] {
  const analyses = analysesOf(database, trust.id);
  const newest = analyses[analyses.length - 1];
  return needsFigures(analyses, newest ? approvalsOf(database, newest.id) : [], today());
}

/** Supervision and locums; audits end on the last day of the period, or today where that is to come. */
export function ofSupervision(context: Context, trust: TrustRow, last: string): ReturnFigure[] {
  const today = context.today();
  const disclosure = disclosureFor(context.reference.smallNumbers, 'lmns');
  return supervisionFigures(answerSupervision(context, trust.id, last < today ? last : today), today, disclosure);
}

/** Administrative posts that free clinicians' time. */
export function ofAdministration(context: Context, trust: TrustRow): ReturnFigure[] {
  const { database, reference } = context;
  const freeing = new Set(reference.agreedLevels.professions.filter(({ frees }) => frees).map(({ key }) => key));
  const answer = answerInPost(context, trust);
  const wte = answer && byGroup(answer.figures.bands, 'wte').get(ADMIN);
  return administrationFigures({
    lines: listLines(database, trust.id).filter(({ staffGroup }) => staffGroup.key === ADMIN),
    levels: listAgreedLevels(database, trust.id).filter(({ profession }) => freeing.has(profession)),
    staff: answer && wte !== undefined ? { census: answer.census, wte } : null,
    today: context.today(),
  });
}

/** The newest snapshot as its own file would leave the trust. */
export function ofEquality(context: Context, trust: TrustRow): ReturnFigure[] {
  const data = equalityShown(context, trust, undefined);
  if (!data) return [];
  const { profile } = beginSharing(context, trust, 'lmns');
  const shared = data.shown ? equalityToShare(context, trust, data, profile) : null;
  return equalityFigures(data, shared, context.today());
}

/** Surveys of students and trainees. */
export const ofLearners = (context: Context, trust: TrustRow): ReturnFigure[] =>
  learnerSurveyFigures(learnerSurveys(context, trust), context.today());

/** The newest year of each survey of learners and group, with each score against its benchmark. */
function learnerSurveys({ database, reference }: Context, trust: TrustRow): LearnerSurvey[] {
  const results = resultsOf(database, trust.id).filter(({ survey }) => survey !== STAFF_SURVEY);
  const own = ownIndicatorsOf(database, trust.id);
  const newest = new Map<string, StoredResult[]>();
  for (const result of results) {
    const key = `${result.survey} ${result.group.toLowerCase()}`;
    const known = newest.get(key) ?? [];
    const year = known[0]?.year ?? result.year;
    if (result.year === year) newest.set(key, [...known, result]);
    else if (result.year > year) newest.set(key, [result]);
  }
  return [...newest.values()].flatMap((some): LearnerSurvey[] => {
    const [first] = some;
    if (!first) return [];
    const indicators = new Map(indicatorsOf(reference, own, first.survey).map((one) => [one.key, one]));
    const scores = some.flatMap(({ indicator, score, benchmark, actionKey }) => {
      const known = indicators.get(indicator);
      if (!known) return [];
      const { key, name, unit, better } = known;
      return [
        {
          key,
          name,
          score: score === null ? null : scoreText(score, unit),
          benchmark: benchmark === null ? null : scoreText(benchmark, unit),
          against: compared(score, benchmark, better),
          hasAction: actionKey !== null,
        },
      ];
    });
    const name = reference.surveys.surveys.find(({ key }) => key === first.survey)?.name ?? first.survey;
    return scores.length > 0 ? [{ survey: first.survey, name, year: first.year, group: first.group, scores }] : [];
  });
}
