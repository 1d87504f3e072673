import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { sharedWith } from './small-number-rules.ts';
import { betterWay, surveyUnit } from './survey-rules.ts';
import { changed, civilDate, id, name, trustCode } from './values.ts';

const count = z.number().int();
const named = z.object({ key: z.string(), name: z.string() });
const year = z.number().int().min(2000, 'Enter a year from 2000.').max(2100, 'Enter a year up to 2100.');
/** Hundredths of the unit of the indicator. */
const score = count.nullable();

/** What an indicator is called, what its score is in, and which way is better. */
const ownIndicator = z.object({ name, unit: surveyUnit, better: betterWay });

const indicator = z.object({
  key: z.string(),
  name: z.string(),
  unit: surveyUnit,
  better: betterWay,
  /** The trust's own, beside the published ones. */
  isOwn: z.boolean(),
  score,
  benchmark: score,
  /** How many answered; null where not known. */
  answers: count.nullable(),
  /** Too few answered, by the survey's own least number or as the publisher says: no score is kept. */
  suppressed: z.boolean(),
  /** The score beside the benchmark; null where one of them is not known. */
  against: z.enum(['better', 'worse', 'same']).nullable(),
  /** The score beside that of the newest earlier year that has one. */
  change: z.enum(['better', 'worse', 'same']).nullable(),
  /** Earlier years, in the order of `earlierYears`; null where nothing was entered. */
  earlier: z.array(z.object({ score, suppressed: z.boolean() }).nullable()),
  /** The action that the finding became, where it is still in the plan. */
  action: named.nullable(),
});

const surveys = z.object({
  on: civilDate,
  surveys: z.array(named.extend({ smallest: count, groups: z.array(z.string()) })),
  survey: z.string(),
  year: count,
  group: z.string(),
  /** What was entered: each survey with the years and groups that have results. */
  entered: z.array(z.object({ survey: z.string(), year: count, group: z.string(), results: count })),
  smallest: count,
  /** The newest first, of the same survey and group. */
  earlierYears: z.array(count),
  indicators: z.array(indicator),
  worse: count,
  suppressed: count,
  withAction: count,
  pack: z.object({ title: z.string(), version: z.string() }),
});

/** A cell as it was typed or pasted: blank for not known, `*` in a score for one that the publisher does not show. */
const cell = z.object({
  indicator: z.string(),
  column: z.enum(['answers', 'score', 'benchmark']),
  text: z.string().max(100),
});
const problem = z.object({ indicator: z.string(), column: cell.shape.column, message: z.string() });

export type OwnSurveyIndicator = z.infer<typeof ownIndicator>;
export type SurveyResults = z.infer<typeof surveys>;
export type SurveyIndicator = z.infer<typeof indicator>;
export type SurveyCell = z.infer<typeof cell>;
export type SurveyProblem = z.infer<typeof problem>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, NAME_TAKEN, STILL_USED } = refusals;
const CELLS_REFUSED = {
  status: 422,
  message: 'Some cells cannot be read. Correct them and enter them again. Nothing was stored.',
  data: z.object({ problems: z.array(problem) }),
} as const;
const NO_FINDING = {
  status: 409,
  message: 'There is no score here that an action could be about. Enter it first.',
} as const;
const BECAME_ONE = { status: 409, message: 'This finding is an action already. Open it in the plan.' } as const;
const which = { trust: trustCode, survey: z.string(), year, group: name };

/** Results of surveys of staff and learners: part of `retention`. */
export const surveyVerbs = {
  /** Results of one survey, year and group with earlier years beside; without them those that were entered last. */
  surveys: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(z.object({ trust: trustCode, survey: z.string().optional(), year: year.optional(), group: name.optional() }))
    .output(surveys),
  /** All groups of one survey and year as a workbook that may leave the trust: no score of too few answers. */
  surveysFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, NOT_THERE })
    .input(z.object({ trust: trustCode, survey: z.string(), year, profile: sharedWith.default('lmns') }))
    .output(exportedFile),
  /** Enters cells, all or none. `notKept` scores were of too few answers: they are nowhere. */
  enterSurvey: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, CELLS_REFUSED })
    .input(z.object({ ...which, cells: z.array(cell).min(1).max(500) }))
    .output(changed.extend({ notKept: count })),
  /** Takes the results of a survey, year and group away; actions that findings became stay. */
  removeSurvey: verb('change', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(z.object(which)).output(changed),
  /** Adds an indicator that no published list of the survey has; results are entered under the key that is answered. */
  addSurveyIndicator: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, NAME_TAKEN })
    .input(ownIndicator.extend({ trust: trustCode, survey: z.string() }))
    .output(z.object({ label: z.string(), id, key: z.string() })),
  /** Takes an indicator of the trust's own away, once it has no results in any year or group. */
  removeSurveyIndicator: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, STILL_USED })
    .input(z.object({ trust: trustCode, key: z.string() }))
    .output(changed),
  /** Makes a finding an issue and an action of the retention plan, in one step. */
  actOnFinding: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, NO_FINDING, BECAME_ONE })
    .input(z.object({ ...which, indicator: z.string() }))
    .output(z.object({ label: z.string(), key: z.string() })),
};
