import type { SurveyProblem, SurveyResults } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { partsOf } from '../../core/dates.ts';
import { groupedBy } from '../../core/grouped.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { actionWith, titleOf } from './calculations/living.ts';
import { compared, findingText, isEmpty, scoreText, withCells } from './calculations/surveys.ts';
import { insertAction } from './plan-repository.ts';
import { livingPlan } from './plan-service.ts';
import { indicatorsOf } from './survey-indicators.ts';
import {
  deleteResult,
  deleteResults,
  ownIndicatorsOf,
  putResult,
  resultsOf,
  setActionOfResult,
  type StoredResult,
} from './survey-repository.ts';

const on = implementation.retention;

type Reference = Context['reference'];
interface Which {
  readonly survey: string;
  readonly year: number;
  readonly group: string;
}

const sameGroup = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const isOf = (which: Which) => (result: StoredResult) =>
  result.survey === which.survey && result.year === which.year && sameGroup(result.group, which.group);

/** What is asked for; where that is not said, what was entered last, else the first survey and its first group. */
function chosen(reference: Reference, results: readonly StoredResult[], today: string, asked: Partial<Which>): Which {
  const { surveys } = reference.surveys;
  const fits = (result: StoredResult) =>
    (asked.survey === undefined || result.survey === asked.survey) &&
    (asked.group === undefined || sameGroup(result.group, asked.group)) &&
    (asked.year === undefined || result.year === asked.year);
  const last = [...results].reverse().find(fits);
  const survey = asked.survey ?? last?.survey ?? surveys[0]?.key ?? '';
  return {
    survey,
    group: asked.group ?? last?.group ?? surveys.find(({ key }) => key === survey)?.groups[0] ?? '',
    year: asked.year ?? last?.year ?? partsOf(today).year,
  };
}

function enteredOf(results: readonly StoredResult[]): SurveyResults['entered'] {
  const counts = new Map<string, SurveyResults['entered'][number]>();
  for (const { survey, year, group } of results) {
    const key = `${survey} ${year} ${group.toLowerCase()}`;
    const known = counts.get(key) ?? { survey, year, group, results: 0 };
    counts.set(key, { ...known, results: known.results + 1 });
  }
  return [...counts.values()];
}

/** The newest score of an indicator before a year, of the same survey and group. */
function scoreBefore(results: readonly StoredResult[], { survey, year, group }: Which, indicator: string) {
  return results
    .filter((one) => one.survey === survey && sameGroup(one.group, group) && one.indicator === indicator)
    .flatMap((one) => (one.year < year && one.score !== null ? [{ year: one.year, score: one.score }] : []))
    .sort((one, other) => other.year - one.year)[0];
}

function shown(context: Context, trust: TrustRow, which: Which, results: readonly StoredResult[]): SurveyResults {
  const { database, reference, today } = context;
  const { surveys, title, version } = reference.surveys;
  const ofGroup = results.filter((one) => one.survey === which.survey && sameGroup(one.group, which.group));
  const earlierYears = [...new Set(ofGroup.map(({ year }) => year))]
    .filter((year) => year < which.year)
    .sort((one, other) => other - one);
  const actions = new Map(livingPlan(context, trust).actions.map((action) => [action.key, titleOf(action)]));
  const own = ownIndicatorsOf(database, trust.id);
  const indicators = indicatorsOf(reference, own, which.survey).map(({ key, name, unit, better, isOwn }) => {
    const inYear = (year: number) => ofGroup.find((one) => one.indicator === key && one.year === year);
    const { score = null, benchmark = null, answers = null, suppressed = false, actionKey } = inYear(which.year) ?? {};
    const made = actionKey ? actions.get(actionKey) : undefined;
    return {
      key,
      name,
      unit,
      better,
      isOwn,
      score,
      benchmark,
      answers,
      suppressed,
      against: compared(score, benchmark, better),
      change: compared(score, scoreBefore(ofGroup, which, key)?.score, better),
      earlier: earlierYears.map((year) => {
        const then = inYear(year);
        return then ? { score: then.score, suppressed: then.suppressed } : null;
      }),
      action: actionKey && made !== undefined ? { key: actionKey, name: made } : null,
    };
  });
  return {
    on: today(),
    surveys: surveys.map(({ key, name, smallest, groups }) => ({ key, name, smallest, groups })),
    ...which,
    entered: enteredOf(results),
    smallest: surveys.find(({ key }) => key === which.survey)?.smallest ?? 1,
    earlierYears,
    indicators,
    worse: indicators.filter(({ against }) => against === 'worse').length,
    suppressed: indicators.filter(({ suppressed }) => suppressed).length,
    withAction: indicators.filter(({ action }) => action !== null).length,
    pack: { title, version },
  };
}

/** A survey as a change of it is named: "NHS Staff Survey 2025, Midwives". */
const called = ({ surveys }: Reference, { survey, year, group }: Which) =>
  `${surveys.surveys.find(({ key }) => key === survey)?.name ?? survey} ${year}, ${group}`;

export const surveyHandlers = {
  surveys: on.surveys.handler(({ input, context, errors }) => {
    const { database, reference, today } = context;
    const { trust: code, ...asked } = input;
    const trust = requireTrust(database, code);
    const { surveys } = reference.surveys;
    if (asked.survey !== undefined && !surveys.some(({ key }) => key === asked.survey)) throw errors.NO_SUCH_CHOICE();
    const results = resultsOf(database, trust.id);
    return shown(context, trust, chosen(reference, results, today(), asked), results);
  }),

  enterSurvey: on.enterSurvey.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, cells, ...which } = input;
    const trust = requireTrust(database, code);
    const survey = reference.surveys.surveys.find(({ key }) => key === which.survey);
    if (!survey) throw errors.NO_SUCH_CHOICE();
    const results = resultsOf(database, trust.id).filter(isOf(which));
    const byIndicator = groupedBy(cells, ({ indicator }) => indicator);
    const units = new Map(
      indicatorsOf(reference, ownIndicatorsOf(database, trust.id), which.survey).map(({ key, unit }) => [key, unit]),
    );
    const problems: SurveyProblem[] = [];
    const changes = [...byIndicator].flatMap(([indicator, some]) => {
      const unit = units.get(indicator);
      if (unit === undefined) throw errors.NO_SUCH_CHOICE();
      const before = results.find((one) => one.indicator === indicator);
      const outcome = withCells(before, some, unit, survey.smallest);
      if ('message' in outcome) problems.push(outcome);
      return 'message' in outcome ? [] : [{ indicator, before, ...outcome }];
    });
    const [first] = problems;
    if (first) throw errors.CELLS_REFUSED({ message: `${first.message} Nothing was stored.`, data: { problems } });
    const label = `${called(reference, which)}: results`;
    // A group that has results already keeps its spelling.
    const group = results[0]?.group ?? which.group;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      for (const { indicator, before, kept } of changes) {
        if (before && isEmpty(kept) && before.actionKey === null) deleteResult(database, before.id);
        else if (before || !isEmpty(kept)) putResult(database, trust.id, { ...which, group }, indicator, kept);
      }
    });
    return { label, notKept: changes.filter(({ notKept }) => notKept).length };
  }),

  removeSurvey: on.removeSurvey.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, ...which } = input;
    const trust = requireTrust(database, code);
    const [one] = resultsOf(database, trust.id).filter(isOf(which));
    if (!one) throw errors.NOT_THERE();
    const label = `Remove the results of ${called(reference, which)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteResults(database, trust.id, one));
    return { label };
  }),

  actOnFinding: on.actOnFinding.handler(({ input, context, errors }) => {
    const { database, reference, now, today } = context;
    const { trust: code, indicator, ...which } = input;
    const trust = requireTrust(database, code);
    const survey = reference.surveys.surveys.find(({ key }) => key === which.survey);
    const own = ownIndicatorsOf(database, trust.id);
    const concept = indicatorsOf(reference, own, which.survey).find(({ key }) => key === indicator);
    if (!survey || !concept) throw errors.NO_SUCH_CHOICE();
    const results = resultsOf(database, trust.id);
    const result = results.filter(isOf(which)).find((one) => one.indicator === indicator);
    if (!result || result.score === null) throw errors.NO_FINDING();
    if (livingPlan(context, trust).actions.some(({ key }) => key === result.actionKey)) throw errors.BECAME_ONE();
    const score = scoreText(result.score, concept.unit);
    const cells = actionWith({
      action: `Improve: ${concept.name} (${result.group})`,
      issue: `${concept.name}: ${score}${result.benchmark === null ? '' : `, benchmark ${scoreText(result.benchmark, concept.unit)}`}`,
      theme: concept.element ?? null,
      promise: concept.promise ?? null,
      references: reference.plan.byReference.has('5.4') ? ['5.4'] : [],
      evidenceSource: survey.evidenceSource,
      evidence: `${called(reference, which)}: ${findingText(result, concept.unit, scoreBefore(results, which, indicator))}`,
      measure: `${concept.name}, ${survey.name}`,
      baseline: `${score} in ${result.year}`,
      current: score,
      target: result.benchmark === null ? null : scoreText(result.benchmark, concept.unit),
      start: today(),
      status: 'not_started',
    });
    const label = `New action ${titleOf(cells)}`;
    const key = recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      const made = `own:${insertAction(database, trust.id, cells)}`;
      setActionOfResult(database, result.id, made);
      return made;
    });
    return { label, key };
  }),
};
