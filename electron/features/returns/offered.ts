import type { ReturnFigure } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import { comparedGroups, workedForecast } from '../forecast/calculations/forecast.ts';
import { forecastBase } from '../forecast/base-service.ts';
import { ownAssumptions } from '../forecast/repository.ts';
import { leastHorizon, namesOf } from '../forecast/service.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { beginSharing } from '../organisation/sharing.ts';
import { communityUnits, livingPreceptees } from '../preceptorship/living-service.ts';
import { answerMentors } from '../preceptorship/mentor-service.ts';
import { boardRowOf } from '../preceptorship/preceptee-shown.ts';
import { effectOf } from '../retention/effect-handlers.ts';
import { planShown } from '../retention/plan-shown.ts';
import { livingPlan } from '../retention/plan-service.ts';
import { maternityGroups } from '../staff/calculations/as-expected.ts';
import { planFigures } from '../vacancies/plan-figures.ts';
import { fallenOffers } from '../vacancies/plan-repository.ts';
import { answerPlan } from '../vacancies/plan-service.ts';
import { reachedFigures } from './calculations/reached.ts';
import { recruitmentFigures } from './calculations/recruitment.ts';
import { effectFigures, retentionFigures } from './calculations/retention.ts';
import { supportFigures } from './calculations/support.ts';
import { trainingFigures } from './calculations/training.ts';
import { trainedGroups } from './trained-groups.ts';

/** The month in which funded, and required, is reached, by staff group. */
export function ofForecast(context: Context, trust: TrustRow): ReturnFigure[] {
  const { database, reference } = context;
  const answer = forecastBase(context, trust);
  if (answer === undefined) return [];
  const { base } = answer;
  const to = leastHorizon(reference.forecast, base.census);
  const assumed = ownAssumptions(database, trust.id);
  const nameOf = namesOf(reference.organisation);
  const groups = comparedGroups(base.cells).map((group) => {
    const { totals, now, funded, required } = workedForecast(base, assumed, { group, to }, null);
    const inPost = totals[totals.length - 1]?.inPost ?? now.inPost;
    return { key: group, name: nameOf(group), inPost, funded, required };
  });
  return reachedFigures(groups, { census: base.census, to });
}

/** The vacancy plan: posts, routes and what fell through. */
export function ofRecruitment(context: Context, trust: TrustRow): ReturnFigure[] {
  const { posts, sources } = answerPlan(context, trust);
  const figures = planFigures(posts, fallenOffers(context.database, trust.id), context.reference);
  return recruitmentFigures({ ...figures, posts: [...posts], sources: [...sources] }, context.today());
}

/** The retention plan, and whether its actions work. */
export function ofRetention(context: Context, trust: TrustRow): ReturnFigure[] {
  const plan = planShown(context, trust);
  const groups = maternityGroups['midwives_and_support'] ?? [];
  const judgements = livingPlan(context, trust)
    .actions.filter(({ gone }) => !gone)
    .flatMap((action) => effectOf(context, trust, action, groups)?.judgement ?? []);
  return [...retentionFigures(plan), ...effectFigures(judgements, plan)];
}

const inProgramme = new Set(['in_programme', 'paused', 'extended']);

/** Preceptees and mentors, in numbers that may leave the trust. */
export function ofSupport(context: Context, trust: TrustRow): ReturnFigure[] {
  const { database, reference } = context;
  const today = context.today();
  const isCommunity = communityUnits(database, trust);
  const counted = livingPreceptees(context, trust)
    .preceptees.filter(({ isOver }) => !isOver)
    .map((one) => ({ pack: one.programme.id, row: boardRowOf(one, today, isCommunity) }))
    .filter(({ row }) => inProgramme.has(row.state));
  const rows = counted.map(({ row }) => row);
  const counts = {
    inProgramme: rows.length,
    overdue: rows.filter(({ overdue }) => overdue > 0).length,
    behind: rows.filter(({ hours: { behindFrom } }) => behindFrom !== null && behindFrom <= today).length,
    packs: [...new Set(counted.map(({ pack }) => pack))],
  };
  const mentors = answerMentors(context, trust, undefined);
  return supportFigures(counts, mentors, today, disclosureFor(reference.smallNumbers, 'lmns'));
}

/** Who is in date, by course and staff group; none without a training file. */
export function ofTraining(context: Context, trust: TrustRow): ReturnFigure[] {
  const trained = trainedGroups(context, trust);
  if (trained === null) return [];
  const { groups, census, threshold, fileDay, packs } = trained;
  const source = `Training compliance: files of ${dateInWords(fileDay)}`;
  return trainingFigures(groups, { census, threshold, source, packs }, beginSharing(context, trust, 'lmns').profile);
}
