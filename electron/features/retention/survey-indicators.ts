import { type Context, implementation } from '../../context.ts';
import type { SurveyConcepts } from '../../contract/survey-rules.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import {
  deleteIndicator,
  insertIndicator,
  ownIndicatorsOf,
  resultsOf,
  type StoredIndicator,
} from './survey-repository.ts';

const on = implementation.retention;

type Concept = SurveyConcepts['concepts'][number];
type Indicator = Pick<Concept, 'key' | 'name' | 'better' | 'element' | 'promise'> &
  Pick<StoredIndicator, 'unit'> & { readonly isOwn: boolean };

const keyOf = ({ id }: StoredIndicator) => `own:${id}`;
const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Indicators that a survey has, each with the unit of its score there: the published ones, then the trust's own. */
export const indicatorsOf = (
  { surveys }: Context['reference'],
  own: readonly StoredIndicator[],
  survey: string,
): Indicator[] => [
  ...surveys.concepts.flatMap((concept) => {
    const here = concept.in.find((one) => one.survey === survey);
    return here ? [{ ...concept, unit: here.unit, isOwn: false }] : [];
  }),
  ...own
    .filter((one) => one.survey === survey)
    .map((one) => ({ key: keyOf(one), name: one.name, unit: one.unit, better: one.better, isOwn: true })),
];

export const surveyIndicatorHandlers = {
  addSurveyIndicator: on.addSurveyIndicator.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, ...indicator } = input;
    const trust = requireTrust(database, code);
    const survey = reference.surveys.surveys.find(({ key }) => key === indicator.survey);
    if (!survey) throw errors.NO_SUCH_CHOICE();
    const there = indicatorsOf(reference, ownIndicatorsOf(database, trust.id), survey.key);
    if (there.some(({ name }) => sameName(name, indicator.name))) throw errors.NAME_TAKEN();
    const label = `Indicator of ${survey.name}: ${indicator.name}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertIndicator(database, trust.id, indicator),
    );
    return { label, id, key: `own:${id}` };
  }),

  removeSurveyIndicator: on.removeSurveyIndicator.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const found = ownIndicatorsOf(database, trust.id).find((one) => keyOf(one) === input.key);
    if (!found) throw errors.NOT_THERE();
    const years = resultsOf(database, trust.id).filter(({ indicator }) => indicator === input.key);
    if (years.length > 0)
      throw errors.STILL_USED({
        message: `There are results of “${found.name}”: ${years.map(({ year, group }) => `${year}, ${group}`).join('; ')}. Blank them first.`,
      });
    const label = `Remove the indicator ${found.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteIndicator(database, found.id));
    return { label };
  }),
};
