import type { VacancyPostCells, VacancyPostField } from '#contract';
import type { Context } from '../../context.ts';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { describeTrust } from '../organisation/repository.ts';
import { changeRule } from '../organisation/rules-service.ts';
import { requireTrust } from '../organisation/trust.ts';
import { postWith } from './calculations/plan.ts';
import { placementHandlers } from './placement-handlers.ts';
import { changePost, fallThrough, ownId } from './plan-changes.ts';
import { planFigures, titleOf } from './plan-figures.ts';
import {
  deleteFallenOffers,
  deletePost,
  deleteStages,
  dropEdits,
  fallenOffers,
  insertPost,
  putStage,
} from './plan-repository.ts';
import { answerPlan } from './plan-service.ts';

const on = implementation.vacancies;

/** What may be chosen in fields that take a code, with its names. */
function choicesOf({ database, reference }: Context, trust: ReturnType<typeof requireTrust>) {
  const { staffGroups, bands } = describeTrust(database, trust);
  const { stages, routes } = reference.recruitment;
  return { staffGroup: staffGroups, band: bands, stage: stages, route: routes } as const;
}

type Choices = ReturnType<typeof choicesOf>;
const isChoice = (field: string): field is keyof Choices => ['staffGroup', 'band', 'stage', 'route'].includes(field);

/** The first field that names no choice there is; a word that a tracker brought may stay. */
function strangeChoice(choices: Choices, cells: Partial<VacancyPostCells>, before?: VacancyPostCells) {
  return Object.entries(cells).find(
    ([field, value]) =>
      isChoice(field) &&
      value !== null &&
      value !== before?.[field] &&
      !choices[field].some(({ key }) => key === value),
  );
}

const nameIn = (choices: Choices) => (field: VacancyPostField, value: string) =>
  isChoice(field) ? (choices[field].find(({ key }) => key === value)?.name ?? value) : value;

const noChoice = ([field, value]: [string, unknown]) =>
  `“${String(value)}” is no ${field === 'staffGroup' ? 'staff group' : field} that there is. Choose one from the list. Nothing was changed.`;

export const vacanciesHandlers = on.router({
  ...placementHandlers,

  plan: on.plan.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const trust = requireTrust(database, input.trust);
    const day = input.on === undefined || input.on > today() ? today() : input.on;
    const { posts, sources, trackerDay, days } = answerPlan(context, trust, day);
    const fallen = fallenOffers(database, trust.id).filter(({ fell }) => fell <= day);
    const { staffGroups, bands } = describeTrust(database, trust);
    const { title, version, routes } = reference.recruitment;
    return {
      trackerDay,
      on: day,
      today: today(),
      days: [...days],
      sources: [...sources],
      posts: [...posts],
      routes: routes.map(({ key, name }) => ({ key, name })),
      groups: staffGroups,
      bands,
      ...planFigures(posts, fallen, reference),
      pack: { title, version },
    };
  }),

  addPost: on.addPost.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const { trust: code, ...cells } = input;
    const trust = requireTrust(database, code);
    const strange = strangeChoice(choicesOf(context, trust), cells);
    if (strange) throw errors.NO_SUCH_CHOICE({ message: noChoice(strange) });
    const post = postWith({ stage: 'approval', ...cells });
    const label = `New vacancy ${titleOf(post)}`;
    const key = recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      const own = `own:${insertPost(database, trust.id, post)}`;
      putStage(database, trust.id, own, { day: today(), stage: post.stage });
      return own;
    });
    return { label, key };
  }),

  changePost: on.changePost.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, key, ...cells } = input;
    const trust = requireTrust(database, code);
    const post = answerPlan(context, trust).posts.find((one) => one.key === key);
    if (!post) throw errors.NOT_THERE();
    const choices = choicesOf(context, trust);
    const strange = strangeChoice(choices, cells, post);
    if (strange) throw errors.NO_SUCH_CHOICE({ message: noChoice(strange) });
    const by = { trustId: trust.id, at: now(), day: context.today() };
    return { label: changePost(database, by, post, cells, nameIn(choices)) };
  }),

  resetPost: on.resetPost.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const post = answerPlan(context, trust).posts.find((one) => one.key === input.key);
    if (!post || post.from === null) throw errors.NOT_THERE();
    if (post.edited.length === 0) return { label: null };
    const label = `${titleOf(post)} as in ${post.from.fileName}`;
    const stage = post.edited.find(({ field }) => field === 'stage');
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      dropEdits(database, trust.id, post.key, input.field);
      if (stage && (input.field ?? 'stage') === 'stage')
        putStage(database, trust.id, post.key, { day: context.today(), stage: stage.file });
    });
    return { label };
  }),

  removePost: on.removePost.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const post = answerPlan(context, trust).posts.find((one) => one.key === input.key);
    if (!post) throw errors.NOT_THERE();
    const id = ownId(post.key);
    if (id === undefined) throw errors.FROM_A_FILE();
    const label = `Remove vacancy ${titleOf(post)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      deleteFallenOffers(database, trust.id, post.key);
      deleteStages(database, trust.id, post.key);
      deletePost(database, id);
    });
    return { label };
  }),

  offerFellThrough: on.offerFellThrough.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, key, ...fall } = input;
    const trust = requireTrust(database, code);
    const post = answerPlan(context, trust).posts.find((one) => one.key === key);
    if (!post) throw errors.NOT_THERE();
    const strange = strangeChoice(choicesOf(context, trust), { stage: fall.backTo });
    if (strange) throw errors.NO_SUCH_CHOICE({ message: noChoice(strange) });
    return { label: fallThrough(database, { trustId: trust.id, at: now(), day: context.today() }, post, fall) };
  }),

  setProbability: on.setProbability.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const { id: pack } = context.reference.recruitment;
    const rule = { pack, path: `stages[${input.stage}].probability`, value: input.percent, agreedBy: '', why: '' };
    const outcome = changeRule(context, trust, rule);
    if (outcome.kind !== 'done') throw errors.NO_SUCH_CHOICE();
    return { label: outcome.label };
  }),
});
