import { z } from 'zod';
import { verb } from './access.ts';
import { importSource } from './import-shapes.ts';
import { placementVerbs } from './placements.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, rate, trustCode } from './values.ts';

const count = z.number().int();
/** Hundred-thousandths of a WTE. */
const wte = z.number().int();

const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
    .pipe(z.string().max(longest, `Use ${longest} characters or fewer.`).nullable())
    .nullable();
const day = civilDate.nullable();

/** What a person may say of a post. Dates that have not come to pass are null; codes are those of the recruitment pack. */
const postCells = z.object({
  vacancyRef: line(60),
  post: line(120),
  unit: line(120),
  /** Null where the words of the post tell the group. */
  staffGroup: line(60),
  band: line(4),
  wte: z
    .number()
    .int('Enter a WTE, such as 0.8.')
    .min(1, 'Enter a WTE above 0.')
    .max(9_999_999, 'Use 99.99 WTE or less.'),
  /** Vacant since. */
  since: day,
  reason: line(200),
  approvedBy: line(120),
  approved: day,
  advertised: day,
  shortlisted: day,
  interviewed: day,
  offered: day,
  /** Pre-employment checks done. */
  cleared: day,
  expectedStart: day,
  start: day,
  stage: line(60),
  route: line(60),
  cohort: line(60),
  university: line(120),
  candidate: line(120),
  /** How many in a hundred such posts start; null takes the stage's. */
  probability: z.number().int().min(0, 'Use 0 to 100.').max(100, 'Use 0 to 100.').nullable(),
  /** Null takes the route's. */
  supernumeraryWeeks: z.number().int().min(0, 'Use 0 to 52.').max(52, 'Use 0 to 52.').nullable(),
  notes: line(1000),
});

export const postField = postCells.keyof();

/** A post of the plan. `key` holds it also across later trackers, where the post has a number. */
const post = postCells.extend({
  key: z.string(),
  wte,
  /** The staff group that counts: the person's, else what the words of the post and the band tell. */
  group: z.string().nullable(),
  groupName: z.string(),
  stageName: z.string(),
  routeName: z.string(),
  live: z.boolean(),
  /** Days vacant: since the vacancy, else its approval, else its advert; null where none is known or it is not live. */
  age: count.nullable(),
  aged: z.boolean(),
  /** When it is reckoned to start, and what tells that day; null where it never will. */
  startsOn: civilDate.nullable(),
  startFrom: z.enum(['start', 'expected', 'stage', 'none']),
  /** Percent that counts in the forecast, and WTE times it. */
  likely: count,
  likelyWte: wte,
  /** Who starts beside the numbers: from the start to the day before `until`, and the hours that are owed. */
  supernumerary: z.object({ weeks: count, from: civilDate, until: civilDate, minutes: count }).nullable(),
  /** Where the post was read; null for one entered by hand. */
  from: z.object({ batch: id, fileName: z.string(), sheet: z.string(), row: count }).nullable(),
  /** Fields that a person changed, and what the file says in each. */
  edited: z.array(z.object({ field: postField, file: z.string().nullable() })),
});

const sum = z.object({ posts: count, wte });
const step = z.object({
  key: z.string(),
  title: z.string(),
  posts: count,
  /** Days, the middle one and the mean; 0 / 0 without posts. */
  median: rate,
  mean: rate,
});

const fallen = z.object({
  /** Null for a post that was withdrawn after its offer without a note of it. */
  id: id.nullable(),
  key: z.string(),
  post: z.string(),
  offered: day,
  fell: day,
  stageName: z.string().nullable(),
  routeName: z.string().nullable(),
  reason: z.string().nullable(),
});

const stage = z.object({
  key: z.string(),
  name: z.string(),
  /** Percent that counts, and that of the pack. */
  probability: count,
  packProbability: count,
  weeksToStart: count,
  ...sum.shape,
});

const plan = z.object({
  /** The day as on which the tracker says how things stand; null without one. */
  trackerDay: civilDate.nullable(),
  /** The day as on which the plan is shown, and today. */
  on: civilDate,
  today: civilDate,
  /** Earlier days of which it can be shown, the newest first. */
  days: z.array(civilDate),
  sources: z.array(importSource),
  posts: z.array(post),
  /** Stages in their order, then words of the tracker that are none. */
  stages: z.array(stage),
  routes: z.array(z.object({ key: z.string(), name: z.string() })),
  groups: z.array(z.object({ key: z.string(), name: z.string() })),
  bands: z.array(z.object({ key: z.string(), name: z.string() })),
  live: sum,
  offeredNotStarted: sum,
  aged: sum.extend({ days: count, unknown: count }),
  likely: wte,
  /** Time to hire: each step with the posts that have both its dates. */
  steps: z.array(step),
  approvalToOffer: step,
  approvalToStart: step,
  fallen: z.array(fallen),
  /** Offers made, of which so many came to nothing. */
  fallenRate: rate,
  byRoute: z.array(z.object({ route: z.string().nullable(), routeName: z.string(), ...sum.shape, likely: wte })),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type VacancyPostCells = z.infer<typeof postCells>;
export type VacancyPostField = z.infer<typeof postField>;
export type VacancyPost = z.infer<typeof post>;
export type VacancyPlan = z.infer<typeof plan>;
export type VacancyStage = z.infer<typeof stage>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const FROM_A_FILE = {
  status: 409,
  message: 'This post came with a tracker. Mark it as withdrawn, or undo the import. Nothing was changed.',
} as const;
const trust = trustCode;

/** The plan of vacant posts and the people who are to fill them. Every change is named and can be undone. */
export const vacancies = {
  /**
   * The newest tracker's posts with what was changed by hand, and the posts entered by hand, with all figures; on an earlier
   * day as they stood then.
   */
  plan: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, on: civilDate.optional() }))
    .output(plan),
  addPost: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(postCells.partial().required({ wte: true }).extend({ trust }))
    .output(z.object({ label: z.string(), key: z.string() })),
  /** Sets the cells that are given. Of a tracker's post the file's own word stays beside. */
  changePost: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE })
    .input(postCells.partial().extend({ trust, key: z.string() }))
    .output(changed),
  /** Takes a tracker's post as the file has it again: one field, or all. */
  resetPost: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, key: z.string(), field: postField.optional() }))
    .output(changed),
  removePost: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, FROM_A_FILE })
    .input(z.object({ trust, key: z.string() }))
    .output(changed),
  /** An offer that came to nothing: it is kept, and the post goes back to a stage, its offer and later dates cleared. */
  offerFellThrough: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE })
    .input(z.object({ trust, key: z.string(), fell: civilDate, reason: line(200), backTo: z.string() }))
    .output(changed),
  /** How many in a hundred posts of a stage start; null takes the pack's. */
  setProbability: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(z.object({ trust, stage: z.string(), percent: z.number().int().min(0).max(100).nullable() }))
    .output(changed),
  ...placementVerbs,
};
