import type { SelfAssessmentRound } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import { actionWith, titleOf } from './calculations/living.ts';
import { roundsBefore, scoreOf } from './calculations/self-assessment.ts';
import { insertAction } from './plan-repository.ts';
import { livingPlan } from './plan-service.ts';
import {
  answersOf,
  deleteRound,
  insertRound,
  putAnswer,
  roundsOf,
  type StoredRound,
} from './self-assessment-repository.ts';

const on = implementation.retention;

const nameOfTool = { retention: 'Self-assessment', learning: 'Learning environment' } as const;
const called = ({ name, place }: Pick<StoredRound, 'name' | 'place'>) => [name, place].filter(Boolean).join(', ');

type Tool = StoredRound['tool'];

/** What a tool asks: the charter's priorities are statements like those of the retention self-assessment. */
const rulesOf = ({ selfAssessment, learningEnvironment }: Context['reference'], tool: Tool) =>
  tool === 'learning' ? learningEnvironment : selfAssessment;

/** Statements are shown by the elements of retention; those of the charter stand together. */
function elementsOf(reference: Context['reference'], tool: Tool) {
  const { statements, title } = rulesOf(reference, tool);
  if (tool === 'learning') return [{ key: 'charter', name: title, statements }];
  return reference.retention.elements.map(({ key, name }) => ({
    key,
    name,
    statements: statements.filter(({ element }) => element === key),
  }));
}

/** "Supervision: a named supervisor works with each learner", or the statement itself where it has no name. */
const wordsOf = (one: { readonly statement: string; readonly name?: string }) =>
  one.name === undefined ? one.statement : `${one.name}: ${one.statement[0]?.toLowerCase()}${one.statement.slice(1)}`;

function roundShown(context: Context, trust: TrustRow, round: StoredRound): SelfAssessmentRound {
  const { database, reference } = context;
  const rules = rulesOf(reference, round.tool);
  const rounds = roundsOf(database, trust.id);
  const all = answersOf(database, trust.id);
  const earlierRounds = roundsBefore(rounds, round);
  const [before] = earlierRounds;
  const [answers, earlier] = [all.get(round.id), before && all.get(before.id)];
  const actions = new Map(livingPlan(context, trust).actions.map((action) => [action.key, titleOf(action)]));
  return {
    ...round,
    answered: rules.statements.filter(({ key }) => answers?.get(key)?.rating).length,
    statements: rules.statements.length,
    before: before ? { id: before.id, name: before.name, day: before.day } : null,
    earlier: earlierRounds.map(({ id, name, day }) => ({ id, name, day })),
    elements: elementsOf(reference, round.tool).map(({ key, name, statements }) => {
      const ratings = (some: typeof answers) => statements.map((one) => some?.get(one.key)?.rating ?? null);
      return {
        key,
        name,
        score: scoreOf(ratings(answers), rules),
        scoreBefore: before ? scoreOf(ratings(earlier), rules) : null,
        statements: statements.map((asked) => {
          const statement = asked.key;
          const {
            rating = null,
            evidence = null,
            gap = null,
            priority = null,
            actionKey,
          } = answers?.get(statement) ?? {};
          const title = actionKey ? actions.get(actionKey) : undefined;
          return {
            key: statement,
            statement: wordsOf(asked),
            rating,
            evidence,
            gap,
            priority,
            earlier: earlierRounds.map(({ id }) => all.get(id)?.get(statement)?.rating ?? null),
            action: actionKey && title !== undefined ? { key: actionKey, title } : null,
          };
        }),
      };
    }),
  };
}

export const selfAssessmentHandlers = {
  rounds: on.rounds.handler(({ input, context: { database, reference } }) => {
    const trust = requireTrust(database, input.trust);
    const { ratings, priorities, statements, title, version } = rulesOf(reference, input.tool);
    const answers = answersOf(database, trust.id);
    return {
      rounds: roundsOf(database, trust.id)
        .filter(({ tool }) => tool === input.tool)
        .map((round) => ({
          ...round,
          answered: statements.filter(({ key }) => answers.get(round.id)?.get(key)?.rating).length,
          statements: statements.length,
        })),
      ratings,
      priorities,
      pack: { title, version },
    };
  }),

  round: on.round.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const round = roundsOf(context.database, trust.id).find(({ id }) => id === input.id);
    if (!round) throw errors.NOT_THERE();
    return roundShown(context, trust, round);
  }),

  addRound: on.addRound.handler(({ input, context: { database, now }, errors }) => {
    const { trust: code, ...given } = input;
    const trust = requireTrust(database, code);
    const isOfPlace = given.level !== 'trust' || given.tool === 'learning';
    if (isOfPlace && given.place === null) throw errors.PLACE_MISSING();
    const cells = { ...given, place: isOfPlace ? given.place : null };
    const label = `${nameOfTool[given.tool]} ${called(cells)}, ${dateInWords(cells.day)}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertRound(database, trust.id, cells),
    );
    return { label, id };
  }),

  removeRound: on.removeRound.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const round = roundsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!round) throw errors.NOT_THERE();
    const label = `Remove ${nameOfTool[round.tool].toLowerCase()} ${called(round)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteRound(database, round.id));
    return { label };
  }),

  rate: on.rate.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, id, statement, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const round = roundsOf(database, trust.id).find((one) => one.id === id);
    const { statements, ratings, priorities } = rulesOf(reference, round?.tool ?? 'retention');
    const asked = statements.find(({ key }) => key === statement);
    if (!round || !asked) throw errors.NOT_THERE();
    const isKnown = (some: readonly { key: string }[], key: string | null | undefined) =>
      key === undefined || key === null || some.some((one) => one.key === key);
    if (!isKnown(ratings, cells.rating) || !isKnown(priorities, cells.priority)) throw errors.NO_SUCH_CHOICE();
    refusePatients(context, trust.id, { evidence: cells.evidence, gap: cells.gap }, aboutNoPatient);
    const rated = ratings.find(({ key }) => key === cells.rating)?.name;
    const label = `${called(round)}: “${asked.statement.slice(0, 30).trim()}…” ${rated?.toLowerCase() ?? 'changed'}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putAnswer(database, id, statement, cells));
    return { label };
  }),

  actOnGap: on.actOnGap.handler(({ input, context, errors }) => {
    const { database, reference, now, today } = context;
    const trust = requireTrust(database, input.trust);
    const round = roundsOf(database, trust.id).find(({ id }) => id === input.id);
    const rules = rulesOf(reference, round?.tool ?? 'retention');
    const asked = rules.statements.find(({ key }) => key === input.statement);
    if (!round || !asked) throw errors.NOT_THERE();
    const answer = answersOf(database, trust.id).get(round.id)?.get(asked.key);
    if (!answer || answer.gap === null) throw errors.NO_GAP();
    if (livingPlan(context, trust).actions.some(({ key }) => key === answer.actionKey)) throw errors.BECAME_ONE();
    const rated = rules.ratings.find(({ key }) => key === answer.rating)?.name;
    const cells = actionWith({
      action: `Close the gap: ${answer.gap}`,
      issue: answer.gap,
      theme: asked.element,
      evidenceSource: round.tool === 'learning' ? 'learning_environment' : 'self_assessment',
      evidence: [`${called(round)}, ${dateInWords(round.day)}`, rated, answer.evidence].filter(Boolean).join(': '),
      unit: round.level === 'unit' ? round.place : null,
      start: today(),
      status: 'not_started',
    });
    const label = `New action ${titleOf(cells)}`;
    const key = recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      const made = `own:${insertAction(database, trust.id, cells)}`;
      putAnswer(database, round.id, asked.key, { actionKey: made });
      return made;
    });
    return { label, key };
  }),
};
