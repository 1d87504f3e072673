import type { LearningAreas } from '#contract';
import { type Context, implementation } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { roundsBefore, scoreOf } from './calculations/self-assessment.ts';
import { livingPlan } from './plan-service.ts';
import { answersOf, roundsOf } from './self-assessment-repository.ts';

const formulas: LearningAreas['formulas'] = [
  {
    figure: 'score',
    formula: 'levels of the priorities that were assessed, added up ÷ the most that these could have: 3 for each',
  },
];

/** The ten priorities of the charter by placement area, each by its newest round. */
export function learningShown(
  context: Pick<Context, 'database' | 'reference' | 'today'>,
  trust: TrustRow,
): LearningAreas {
  const { database, reference } = context;
  const rules = reference.learningEnvironment;
  const rounds = roundsOf(database, trust.id).filter(({ tool }) => tool === 'learning');
  const answers = answersOf(database, trust.id);
  const actions = new Set(livingPlan(context, trust).actions.map(({ key }) => key));
  const newest = rounds.filter(
    (round) => !rounds.some((other) => roundsBefore(rounds, other).some(({ id }) => id === round.id)),
  );
  return {
    priorities: rules.statements.map(({ key, name }) => ({ key, name })),
    levels: rules.ratings,
    areas: newest.map((round) => {
      const [before] = roundsBefore(rounds, round);
      const ratingsIn = (id: number | undefined) =>
        rules.statements.map(({ key }) => (id === undefined ? null : (answers.get(id)?.get(key)?.rating ?? null)));
      const [now, then] = [ratingsIn(round.id), ratingsIn(before?.id)];
      const gaps = [...(answers.get(round.id)?.values() ?? [])].filter(({ gap }) => gap !== null);
      return {
        place: round.place ?? round.name,
        round: { id: round.id, day: round.day },
        before: before ? { id: before.id, day: before.day } : null,
        score: scoreOf(now, rules),
        scoreBefore: before ? scoreOf(then, rules) : null,
        gapsWithoutAction: gaps.filter(({ actionKey }) => actionKey === null || !actions.has(actionKey)).length,
        ratings: now.map((rating, index) => ({ rating, before: then[index] ?? null })),
      };
    }),
    formulas,
    pack: { title: rules.title, version: rules.version },
  };
}

export const learningHandlers = {
  learningAreas: implementation.retention.learningAreas.handler(({ input, context }) =>
    learningShown(context, requireTrust(context.database, input.trust)),
  ),
};
