import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { importSource } from './import-shapes.ts';
import { refusals } from './refusals.ts';
import { sharedWith } from './small-number-rules.ts';
import { studyLeaveVerbs } from './study-leave.ts';
import { supervisionVerbs } from './supervision.ts';
import { trainingCourseVerbs } from './training-courses.ts';
import { trainingEvidenceVerbs } from './training-evidence.ts';
import { trainingNeedsVerbs } from './training-needs.ts';
import { trainingOutlookVerbs } from './training-outlook.ts';
import { trainingRoleVerbs } from './training-roles.ts';
import { trainingSessionVerbs } from './training-sessions.ts';
import { changed, civilDate, id, rate, trustCode } from './values.ts';

const count = z.number().int();
const named = z.object({ key: z.string(), name: z.string() });
const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
    .pipe(z.string().max(longest, `Use ${longest} characters or fewer.`).nullable())
    .nullable();

/** One staff group in one course: heads, never added to those of another group. */
const cell = z.object({
  course: z.string(),
  group: z.string(),
  inDate: rate,
  /** Attended within the months of the scheme. */
  attended: rate,
  withBank: rate,
  /** In date on the scheme's last day if nobody trains any more. */
  atEnd: rate,
  meets: z.boolean().nullable(),
  meetsAttended: z.boolean().nullable(),
  meetsAtEnd: z.boolean().nullable(),
  /** Heads that are still wanting for the threshold. */
  short: count,
  lapsing: count,
  atScreen: count,
  /** Without rotational doctors under the plan of the board; null where that changes nothing. */
  underPlan: rate.nullable(),
});

const excludedPerson = z.object({
  person: z.string(),
  name: z.string().nullable(),
  group: z.string(),
  unit: z.string().nullable(),
  reason: z.enum(['not_active_assignment', 'long_term_sick', 'by_hand']),
  why: z.string(),
  first: civilDate.nullable(),
  last: civilDate.nullable(),
});

const about = {
  census: civilDate,
  /** The months in which attendance counts. */
  window: z.object({ first: civilDate, last: civilDate }),
  /** Whole percent that each group must reach. */
  threshold: rate,
  /** The year of the scheme whose rules are taken. */
  scheme: z.object({ title: z.string(), version: z.string() }).nullable(),
  courses: z.array(named),
  groups: z.array(named),
};

const compliance = z.object({
  ...about,
  listDay: civilDate.nullable(),
  fileDay: civilDate.nullable(),
  cells: z.array(cell),
  excluded: z.array(excludedPerson),
  /** Names of reasons for being left out. */
  reasons: z.array(named),
  units: z.array(z.string()),
  sources: z.array(importSource),
  remarks: z.array(z.object({ code: z.string(), message: z.string() })),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

const heatMap = z.object({
  ...about,
  group: z.string(),
  units: z.array(
    z.object({
      unit: z.string().nullable(),
      cells: z.array(z.object({ course: z.string(), inDate: rate, meets: z.boolean().nullable() })),
    }),
  ),
});

/** Where it is said that somebody has done a course. */
const evidence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    fileName: z.string(),
    sheet: z.string(),
    row: count,
    competence: z.string(),
    /** Headings of the columns that say it, in a file with a column for each course; else null. */
    columns: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('by_hand'),
    id,
    place: z.string().nullable(),
    certificate: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.object({ kind: z.literal('session'), session: id, certificate: z.string().nullable() }),
]);

const attainment = z.object({
  course: z.string(),
  achieved: civilDate.nullable(),
  until: civilDate.nullable(),
  mode: z.enum(['face_to_face', 'e_learning']),
  counts: z.boolean(),
  /** Why it does not count. */
  why: z.string().nullable(),
  evidence,
});

const state = z.enum(['in_date', 'lapsing', 'lapsed', 'never', 'at_screen']);

const coursePerson = z.object({
  person: z.string(),
  name: z.string().nullable(),
  group: z.string(),
  unit: z.string().nullable(),
  started: civilDate,
  bankOnly: z.boolean(),
  achieved: civilDate.nullable(),
  until: civilDate.nullable(),
  attended: z.boolean(),
  state,
  /** The next session on which there is a seat for the course; null without one. */
  booked: z.object({ session: id, date: civilDate, waiting: z.boolean() }).nullable(),
});

const trainingPersonCard = z.object({
  ...about,
  person: z.string(),
  name: z.string().nullable(),
  group: z.string().nullable(),
  unit: z.string().nullable(),
  started: civilDate.nullable(),
  bankOnly: z.boolean(),
  excluded: excludedPerson.nullable(),
  reasons: z.array(named),
  standings: z.array(
    z.object({
      course: z.string(),
      name: z.string(),
      /** The person's group is counted for it. */
      counted: z.boolean(),
      achieved: civilDate.nullable(),
      until: civilDate.nullable(),
      attended: z.boolean(),
      state,
    }),
  ),
  attainments: z.array(attainment),
  bookings: z.array(z.object({ session: id, date: civilDate, courses: z.array(z.string()), state: z.string() })),
  exclusions: z.array(
    z.object({ id, reason: z.string(), first: civilDate, last: civilDate.nullable(), note: z.string().nullable() }),
  ),
});

export type TrainingCompliance = z.infer<typeof compliance>;
export type TrainingCell = z.infer<typeof cell>;
export type TrainingExcluded = z.infer<typeof excludedPerson>;
export type TrainingHeatMap = z.infer<typeof heatMap>;
export type TrainingCoursePerson = z.infer<typeof coursePerson>;
export type TrainingPersonCard = z.infer<typeof trainingPersonCard>;
export type TrainingAttainment = z.infer<typeof attainment>;
export type TrainingState = z.infer<typeof state>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const NOT_THAT_DAY = {
  status: 422,
  message: 'These days do not go together. Correct one of them. Nothing was changed.',
} as const;
const trust = trustCode;
const on = civilDate.optional();
const whom = z.string().regex(/^\d{8}$/, 'Enter an employee number of eight digits.');

/** Who has done which course, who is to do what by when, and what it takes. Every change is named and can be undone. */
export const training = {
  /** Compliance of each group in each course on a census: past, present or to come; of the newest staff list without one. */
  compliance: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object({ trust, on })).output(compliance),
  /** The same as a workbook that may leave the trust: small counts are left out with all that would tell them. */
  complianceFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, on, profile: sharedWith.default('lmns') }))
    .output(exportedFile),
  /** One group's compliance by unit and course. */
  heatMap: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(z.object({ trust, on, group: z.string() }))
    .output(heatMap),
  /** The people behind a figure, with what each has and which seat each holds. */
  people: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(
      z.object({
        trust,
        on,
        course: z.string(),
        group: z.string().optional(),
        unit: z.string().optional(),
        which: z
          .enum(['counted', 'in_date', 'missing', 'lapsing', 'attended', 'bank', 'new_starters'])
          .default('counted'),
      }),
    )
    .output(z.object({ ...about, rows: z.array(coursePerson) })),
  person: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, on, person: whom }))
    .output(trainingPersonCard),
  /** Enters training done elsewhere with its certificate, or with `counts` false that what a file says of that day is not to count. */
  addResult: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, NOT_THAT_DAY })
    .input(
      z.object({
        trust,
        person: whom,
        course: z.string(),
        achieved: civilDate,
        expiry: civilDate.nullable().default(null),
        counts: z.boolean().default(true),
        mode: z.enum(['face_to_face', 'e_learning']).default('face_to_face'),
        place: line(120).default(null),
        certificate: line(120).default(null),
        note: line(500).default(null),
      }),
    )
    .output(changed),
  removeResult: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  /** Leaves somebody out of the eligible for some days with a reason; with the reason `counted` counts somebody all the same. */
  exclude: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, NOT_THAT_DAY })
    .input(
      z.object({
        trust,
        person: whom,
        reason: z.string(),
        first: civilDate,
        last: civilDate.nullable().default(null),
        note: line(500).default(null),
      }),
    )
    .output(changed),
  removeExclusion: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  ...trainingCourseVerbs,
  ...trainingSessionVerbs,
  ...trainingOutlookVerbs,
  ...trainingNeedsVerbs,
  ...trainingEvidenceVerbs,
  ...supervisionVerbs,
  ...trainingRoleVerbs,
  ...studyLeaveVerbs,
};
