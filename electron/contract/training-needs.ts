import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { needLevel, trainingMode } from './training-rules.ts';
import { changed, civilDate, id, name, rate, trustCode } from './values.ts';

const count = z.number().int();
const named = z.object({ key: z.string(), name: z.string() });
const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
    .pipe(z.string().max(longest, `Use ${longest} characters or fewer.`).nullable())
    .nullable();

/** What a trust says of a topic: how it is taught, in which of three years, and who pays. */
const topicCells = z.object({
  minutes: count.min(0).max(6000, 'Use 100 hours or less.'),
  everyMonths: count.min(1, 'Use 1 or more.').max(120, 'Use 120 months or less.'),
  mode: trainingMode,
  passPercent: count.min(1).max(100).nullable(),
  capacity: count.min(1, 'Use 1 or more.').max(500, 'Use 500 or less.'),
  /** Taught in the first, second and third year of the plan. */
  years: z.tuple([z.boolean(), z.boolean(), z.boolean()]),
  /** Members of the faculty at each session. */
  faculty: count.min(0).max(50),
  room: line(120),
  funding: line(200),
});

/** What a trust says of one group and topic. */
const needCells = z.object({ need: needLevel, source: z.string() });

const cell = needCells.extend({
  group: z.string(),
  heads: count,
  newPeople: count,
  /** Heads who are to do it this year. */
  due: count,
  /** With the allowance for people who do not come. */
  places: count,
  minutes: count,
});

const topic = topicCells.extend({
  key: z.string(),
  name: z.string(),
  module: z.string(),
  level: z.enum(['minimum', 'stretch']),
  course: z.string().nullable(),
  own: z.boolean(),
  local: z.boolean(),
  cells: z.array(cell),
  due: count,
  places: count,
  sessions: count,
  facultyHours: z.number(),
  /** Why the three years do not hold it as often as it is asked for; null where they do. */
  missed: z.string().nullable(),
});

const groupSum = z.object({
  group: z.string(),
  name: z.string(),
  heads: count,
  /** Hundred-thousandths. */
  wte: count,
  minutes: count,
  /** Minutes of this year's required topics for somebody who does all of them. */
  minutesEach: count,
  /** Backfill: minutes over the paid minutes of a year; the quotient is WTE. */
  backfill: rate,
  /** Training minutes over the paid minutes of those in post. */
  headroom: rate,
  bands: z.array(
    z.object({ band: z.string(), name: z.string(), heads: count, minutes: count, pence: count, hourPence: count }),
  ),
  pence: count,
});

const assumptions = z.object({
  annualHours: count,
  absentPercent: count,
  turnoverPercent: count,
  upliftPercent: z.number(),
  studyPercent: z.number(),
  /** The assessment of the establishment that tells the uplift; null where the usual value is taken. */
  upliftFrom: z.string().nullable(),
  backfillNeedsCover: z.boolean(),
});

const approval = z.object({
  id,
  body: z.enum(['leads', 'board', 'lmns']),
  date: civilDate,
  by: z.string(),
  note: z.string().nullable(),
});

const analysis = z.object({
  id,
  first: civilDate,
  title: z.string(),
  version: count,
  madeOn: civilDate,
  framework: z.object({ title: z.string(), version: z.string() }),
  modules: z.array(z.object({ key: z.string(), name: z.string() })),
  topics: z.array(topic),
  groups: z.array(groupSum),
  totals: z.object({ minutes: count, backfill: rate, headroom: rate, pence: count, sessions: count, due: count }),
  assumptions,
  sources: z.array(named),
  approvals: z.array(approval),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

const versions = z.array(
  z.object({
    id,
    first: civilDate,
    title: z.string(),
    version: count,
    approvals: z.array(z.string()),
  }),
);

const change = z.object({ what: z.string(), before: z.string(), after: z.string() });

export type NeedsAnalysis = z.infer<typeof analysis>;
export type NeedsTopic = z.infer<typeof topic>;
export type NeedsTopicCells = z.infer<typeof topicCells>;
export type NeedsCell = z.infer<typeof cell>;
export type NeedsGroup = z.infer<typeof groupSum>;
export type NeedsVersions = z.infer<typeof versions>;
export type NeedsChange = z.infer<typeof change>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const APPROVED = {
  status: 409,
  message: 'This version is approved and stays as it is. Make a new version to change it. Nothing was changed.',
} as const;
const trust = trustCode;

/** The training needs analysis of a year: part of `training`. */
export const trainingNeedsVerbs = {
  /** One version, the newest without an id, and all versions that there are; null before the first. */
  needs: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id: id.optional() }))
    .output(z.object({ analysis: analysis.nullable(), versions, today: civilDate })),
  /** Begins the analysis of the year that a day lies in, or a new version of it, with all that the newest one says. */
  newNeeds: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, day: civilDate.optional() }))
    .output(z.object({ label: z.string().nullable(), id })),
  setNeed: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, APPROVED })
    .input(needCells.partial().extend({ trust, id, topic: z.string(), group: z.string() }))
    .output(changed),
  changeTopic: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, APPROVED })
    .input(topicCells.partial().extend({ trust, id, topic: z.string() }))
    .output(changed),
  /** Adds a topic of the trust's own, such as one that an incident asks for. */
  addTopic: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, APPROVED })
    .input(
      z.object({
        trust,
        id,
        name,
        minutes: count.min(0).max(6000),
        everyMonths: count.min(1).max(120),
        source: z.string(),
      }),
    )
    .output(z.object({ label: z.string().nullable(), topic: z.string() })),
  approve: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(
      z.object({
        trust,
        id,
        body: z.enum(['leads', 'board', 'lmns']),
        date: civilDate,
        by: name,
        note: line(500).default(null),
      }),
    )
    .output(changed),
  removeApproval: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  /** What one version says otherwise than another: this year's against last year's. */
  compareNeeds: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, before: id, after: id }))
    .output(z.object({ changes: z.array(change) })),
};
