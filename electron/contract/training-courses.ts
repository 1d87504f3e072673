import { z } from 'zod';
import { verb } from './access.ts';
import { confidence } from './reference.ts';
import { refusals } from './refusals.ts';
import { trainingCourse } from './training-rules.ts';
import { changed, name, trustCode } from './values.ts';

const named = z.object({ key: z.string(), name: z.string() });

const courseShown = trainingCourse.extend({
  /** Whose it is: the pack's, the trust's in place of the pack's, or one that the trust added. */
  from: z.enum(['pack', 'changed', 'own']),
  /** What the pack says where the trust says another thing, in words. */
  changes: z.array(z.object({ what: z.string(), published: z.string(), own: z.string() })),
  counted: z.boolean(),
});

const packHead = z.object({
  id: z.string(),
  kind: z.enum(['scheme', 'framework']),
  title: z.string(),
  version: z.string(),
  validFrom: z.string(),
  source: z.string(),
  confidence: z.array(z.object({ of: z.string(), mark: confidence, basis: z.string() })),
  notes: z.array(z.string()),
});

const courses = z.object({
  courses: z.array(courseShown),
  groups: z.array(named),
  packs: z.array(packHead),
  confidence: z.array(z.object({ of: z.string(), mark: confidence, basis: z.string() })),
  pack: z.object({ title: z.string(), version: z.string() }),
});

/** One thing that one pack says and another does not, or says otherwise. */
const difference = z.object({
  of: z.string(),
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** What it means for the people of the trust. */
  forUs: z.string(),
});

const comparison = z.object({
  before: packHead,
  after: packHead,
  differences: z.array(difference),
  same: z.number().int(),
  /** Hours a year that each group needs by either pack, by heads in post; of frameworks alone. */
  hours: z.array(z.object({ group: z.string(), heads: z.number().int(), before: z.number(), after: z.number() })),
});

const competence = z.object({
  /** As the staff record spells it. */
  name: z.string(),
  /** Rows of the newest files, those too that count as no course. */
  rows: z.number().int(),
  /** The course that it counts as; null for none. */
  course: z.string().nullable(),
  /** A course lists the name; else the file was read so. */
  listed: z.boolean(),
});

export type CompetenceShown = z.infer<typeof competence>;
export type CourseShown = z.infer<typeof courseShown>;
export type TrainingCoursesShown = z.infer<typeof courses>;
export type PackComparison = z.infer<typeof comparison>;
export type PackDifference = z.infer<typeof difference>;
export type TrainingPackHead = z.infer<typeof packHead>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const trust = trustCode;

/** Which courses are counted, for whom and how, and what published packs ask: part of `training`. */
export const trainingCourseVerbs = {
  courses: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(courses),
  /** Says what a course is, in place of the pack; without a key adds one. */
  setCourse: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(
      z.object({
        trust,
        course: trainingCourse.extend({ name }).partial({ key: true, competences: true }),
      }),
    )
    .output(z.object({ label: z.string().nullable(), key: z.string() })),
  /** Does not count a course any more, or with `counted` again as the pack has it. A course of one's own is removed. */
  leaveOutCourse: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, key: z.string() }))
    .output(changed),
  /** Takes a course as the pack has it again. */
  resetCourse: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, key: z.string() }))
    .output(changed),
  /** The names that the newest files of training have for what people did, and the course that each counts as. */
  competences: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(z.array(competence)),
  /** Says which course a name counts as, from now on and in the files that are there; null leaves it as it was read. */
  teachCompetence: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(z.object({ trust, name: z.string().min(1).max(300), course: z.string().nullable() }))
    .output(changed),
  /** What changes for the trust from one pack to another of the same kind. */
  comparePacks: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, before: z.string(), after: z.string() }))
    .output(comparison),
};
