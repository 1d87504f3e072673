import { z } from 'zod';
import { returnStatus } from './return-document.ts';
import { civilDate } from './values.ts';

/**
 * How far a figure or rule can be trusted: `V` read in the source named, `C` worked out from what was read,
 * `K-high`, `K-med` and `K-low` general knowledge with that much confidence.
 */
export const confidence = z.enum(['V', 'C', 'K-high', 'K-med', 'K-low']);

const words = z.string().trim().min(1, 'expected some words');
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');

/**
 * A value of a pack that a trust may replace by its own. `path` names one place, or with `[*]` one in each element of a
 * list; `name` may say `{field}` of the element that it is in. A value is shown divided by `per`: 100 for hundredths.
 */
export const replaceableValue = z.strictObject({
  path: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+|\[[^\]]+\])*$/, 'expected a path such as stages[*].weeksToStart'),
  name: words,
  unit: z.string(),
  mark: confidence,
  per: z.int().min(1).default(1),
  /** The words that it can be, where it can be no other. */
  choices: z.array(z.strictObject({ key: words, name: words })).optional(),
});

/** What every reference file says of itself. `published` is a year, a month or a day: as much as is known. */
export const referenceHead = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected small letters and digits joined by hyphens'),
  title: words,
  version: words,
  validFrom: civilDate,
  source: z.strictObject({
    title: words,
    publisher: words,
    published: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a year, a month (2023-06) or a day (2023-03-30)'),
  }),
  confidence: z.array(z.strictObject({ of: words, mark: confidence, basis: words })).min(1),
  notes: z.array(words),
  /** What a trust may replace by its own value: none where the pack says none. */
  values: z.array(replaceableValue).default([]),
});

/** Who answers for a line of the plan: trusts, the integrated care board with its LMNS, or NHS England. */
export const planOwner = z.enum(['trust', 'lmns', 'nhse']);

/**
 * A date of the plan. `text` is as published; "from" and "since" are part of it, "by", "in" and "during" are not.
 * `resolved` is the last day of the period for `by` and `during`, its first day for `from`.
 */
export const planDate = z.strictObject({
  text: words,
  resolved: civilDate,
  precision: z.enum(['day', 'month', 'season', 'fiscal year', 'calendar year']),
  type: z.enum(['by', 'from', 'during']),
  note: words.optional(),
});

/** One line of the plan; the title and the sentence are ours, not the publisher's. */
export const planLine = z.strictObject({
  reference: z.string().regex(/^\d{1,2}\.\d{1,2}$/, 'expected a reference such as 4.12'),
  theme: z.int(),
  objective: z.int(),
  owner: planOwner,
  /** A statement reports what was done and asks nobody to act. */
  kind: z.enum(['action', 'statement']),
  title: words,
  sentence: words,
  /** The dates in the line's own sentence that say when it applies. */
  dates: z.array(planDate),
  /** Dates of publications that the published sentence cites: nothing falls due on them. */
  citedDates: z.array(planDate).optional(),
  /** Dates that the plan gives for this line outside its table. */
  datesElsewhere: z.array(planDate).optional(),
  /** A duty that comes round again: every year, or regularly without a stated interval. */
  recurs: z.enum(['annual', 'regular']).optional(),
});

export const planTheme = z.strictObject({ number: z.int(), title: words });

/** `supplied` marks a heading that the published table leaves out. */
export const planObjective = z.strictObject({
  number: z.int(),
  theme: z.int(),
  title: words,
  supplied: z.literal(true).optional(),
});

/** The national delivery plan: its owners, themes, objectives and lines, in the published order. */
export const deliveryPlan = referenceHead
  .extend({
    kind: z.literal('delivery plan'),
    owners: z.array(z.strictObject({ key: planOwner, name: words })),
    themes: z.array(planTheme),
    objectives: z.array(planObjective),
    lines: z.array(planLine),
  })
  .strict();

/** A kind of unit, with names by which services know it. */
export const unitKind = z.strictObject({ key, name: words, alsoCalled: z.array(words) });

/** A pay band, with who is usually paid at it in a maternity service. */
export const payBand = z.strictObject({
  key: z.string().regex(/^([2-79]|8[a-d]|-)$/, 'expected 2 to 7, 8a to 8d, 9 or -'),
  name: words,
  use: words,
});

/**
 * A staff group that a trust starts with. `inPostKey` and `fundedKey` are the groups under which figures count it:
 * staff in post are grouped by occupation code, funded posts by the ledger's staff group and post text.
 */
export const staffGroupDefault = z.strictObject({
  key,
  name: words,
  nhsStaffGroup: z.strictObject({ code: z.string().regex(/^\d{2}$/, 'expected two digits'), name: words }),
  occupationCodes: z.array(z.string().regex(/^[A-Z0-9]{3}$/, 'expected an occupation code of three characters')),
  inPostKey: key,
  fundedKey: key,
  defaultBands: z.array(payBand.shape.key).min(1),
});

/** What a trust's own units, staff groups and bands start from. */
export const organisationDefaults = referenceHead
  .extend({
    kind: z.literal('organisation'),
    unitKinds: z.array(unitKind).min(1),
    bands: z.array(payBand).min(1),
    /** Where figures put people and posts that no rule maps to a group. */
    unmapped: z.strictObject({ key, name: words }),
    staffGroups: z.array(staffGroupDefault).min(1),
  })
  .strict();

/** What the Theme 2 return calls things, and from when on it warns. */
export const theme2ReturnRules = referenceHead
  .extend({
    kind: z.literal('theme 2 return'),
    /** An assessment of required staffing older than this many years is warned of. */
    assessmentYears: z.int().min(1),
    /** Days on which trusts counted that are further apart are not compared across a system. */
    censusDays: z.int().min(0).max(366),
    statuses: z.array(z.strictObject({ key: returnStatus, meaning: words })).length(returnStatus.options.length),
    definitions: z.array(z.strictObject({ term: words, meaning: words })),
    /** Percent by which in post of the establishment and of the staff list may differ. */
    disagreesBeyondPercent: z.number().min(0),
    /** What a figure may move between two returns before it is looked at: percent of what it was, for a rate in points. */
    /** Earlier returns from which on a figure is judged by its own ordinary variation. */
    movedLeastReturns: z.int().min(3, 'use 3 or more'),
    movedBeyondPercent: z.number().min(0),
    movedBeyondPoints: z.number().min(0),
    /** Who is counted in a text: "2 midwives" tells of few people, "2 posts" does not. */
    peopleWords: z.array(words).min(1),
    /** Roles, never names, by the step of a return that they take. */
    roles: z.array(
      // `place` tells the roles of a step apart: "checks, first choice".
      z.strictObject({
        key: words,
        place: words,
        name: words,
        step: z.enum(['check', 'signOff', 'submit', 'restate']),
      }),
    ),
  })
  .strict();

export type Confidence = z.infer<typeof confidence>;
export type ReplaceableValue = z.infer<typeof replaceableValue>;
export type ReferenceHead = z.infer<typeof referenceHead>;
export type PlanOwner = z.infer<typeof planOwner>;
export type PlanDate = z.infer<typeof planDate>;
export type PlanLine = z.infer<typeof planLine>;
export type PlanTheme = z.infer<typeof planTheme>;
export type PlanObjective = z.infer<typeof planObjective>;
export type DeliveryPlan = z.infer<typeof deliveryPlan>;
export type UnitKind = z.infer<typeof unitKind>;
export type PayBand = z.infer<typeof payBand>;
export type StaffGroupDefault = z.infer<typeof staffGroupDefault>;
export type OrganisationDefaults = z.infer<typeof organisationDefaults>;
export type Theme2ReturnRules = z.infer<typeof theme2ReturnRules>;
