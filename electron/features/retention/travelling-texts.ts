import type { SharedText, TravellingText } from '#contract';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { livingPlan } from './plan-service.ts';
import { sharedTextsOf } from './shared-text-repository.ts';

/** What goes along to the LMNS: approved texts of actions that are in the plan, and how many are drafts still. */
export function travellingTexts(world: Pick<Context, 'database' | 'reference' | 'today'>, trust: TrustRow) {
  const actions = new Map(livingPlan(world, trust).actions.map((action) => [action.key, action]));
  const texts = sharedTextsOf(world.database, trust.id).filter(({ actionKey }) => actions.has(actionKey));
  const of = (wanted: SharedText['kind']) =>
    texts.flatMap(({ actionKey, kind, title, text, approvedBy, approvedOn }): TravellingText[] => {
      const action = actions.get(actionKey);
      if (kind !== wanted || !action || approvedBy === null || approvedOn === null) return [];
      const { themeName, references } = action;
      const escalateTo = kind === 'challenge' ? (action.escalateTo ?? 'lmns') : null;
      return [{ title, text, element: themeName, references, escalateTo, approvedBy, approvedOn }];
    });
  return {
    practices: of('practice'),
    challenges: of('challenge'),
    drafts: texts.filter(({ approvedOn }) => approvedOn === null).length,
  };
}
