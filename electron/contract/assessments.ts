import { z } from 'zod';
import { verb } from './access.ts';
import { assessmentHead, assessmentInputs, assessmentResult } from './assessment-shapes.ts';
import { exact } from './exact.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, trustCode } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const NOT_DRAFT = {
  status: 409,
  message: 'This assessment is agreed, so it stays as it is. Make it a draft again, or copy it and change the copy.',
} as const;
const CANNOT_USE = {
  status: 409,
  message: 'The requirement cannot be taken from this assessment yet. Agree it first.',
} as const;

const status = z.enum(['draft', 'agreed', 'superseded']);
/** Whole months since the day of the report, and whether that is past the years that an assessment is good for. */
const age = z.object({ months: z.number().int(), past: z.boolean(), years: z.number().int() }).nullable();

const summary = z.object({
  id,
  name: z.string(),
  provider: z.string().nullable(),
  reference: z.string().nullable(),
  date: civilDate.nullable(),
  status,
  basis: assessmentHead.shape.basis,
  age,
  births: exact.nullable(),
  clinical: exact.nullable(),
  specialist: exact.nullable(),
  total: exact.nullable(),
  findings: z.number().int(),
  /** Lines of the establishment that name it as the source of their requirement. */
  lines: z.number().int(),
});

const shown = assessmentInputs.extend({
  id,
  name: z.string(),
  status,
  age,
  /** By which the activities of each area are known to the history, area by area. */
  areaIds: z.array(id),
  result: assessmentResult,
  definitions: z.array(z.object({ term: z.string(), meaning: z.string() })),
  /** What a new assessment starts from: a value that equals its default is shown as one. */
  defaults: z.object({
    pack: z.string(),
    head: assessmentHead.pick({
      upliftMode: true,
      travel: true,
      supportShare: true,
      specialistShare: true,
      specialistBase: true,
      weeklyHours: true,
      weeksPerYear: true,
    }),
    hours: z.array(z.object({ name: z.string(), hours: z.number().int() })),
    times: z.array(z.object({ category: z.string(), times: z.number().int() })),
    daysPerYear: z.number().int(),
  }),
});

/** How the requirement is laid over the lines of the establishment. */
const useOptions = z.object({
  /** By the funded WTE of each band in the unit and staff group, or all on one band of each group. */
  split: z.enum(['funded', 'one band']).default('funded'),
  midwivesBand: z.string().min(1).default('6'),
  supportBand: z.string().min(1).default('3'),
  /** Where the specialist and management posts stand. */
  specialistUnit: id.nullable().default(null),
  specialistBand: z.string().min(1).default('7'),
});

const plannedLine = z.object({
  unit: z.object({ id, name: z.string() }),
  staffGroup: z.object({ key: z.string(), name: z.string() }),
  band: z.object({ key: z.string(), name: z.string() }),
  before: z.number().int().nullable(),
  required: z.number().int(),
  change: z.enum(['new', 'changed', 'same', 'no longer required']),
});

const one = { trust: trustCode, id };

export type AssessmentSummary = z.infer<typeof summary>;
export type AssessmentShown = z.infer<typeof shown>;
export type PlannedLine = z.infer<typeof plannedLine>;
export type UseOptions = z.infer<typeof useOptions>;

/** Birthrate+ assessments: part of `establishment`. Every change is named and can be undone. */
export const assessmentVerbs = {
  /** All of a trust, the newest first. */
  assessments: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(summary)),
  /** One with everything that was worked out of it. */
  assessment: verb('view', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(z.object(one)).output(shown),
  /** A draft: a copy of another, or with the defaults of the pack. */
  addAssessment: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust: trustCode, copyOf: id.nullish(), inputs: assessmentInputs.partial().optional() }))
    .output(changed.extend({ id })),
  /** Sets what is given: fields of the head, and whole lists. */
  changeAssessment: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NOT_DRAFT })
    .input(
      z.object({
        ...one,
        head: assessmentHead.partial().optional(),
        upliftParts: assessmentInputs.shape.upliftParts.optional(),
        settings: assessmentInputs.shape.settings.optional(),
        areas: assessmentInputs.shape.areas.optional(),
      }),
    )
    .output(changed),
  /** Agrees a draft, makes it a draft again or marks it as superseded; those that it supersedes are kept. */
  setAssessmentStatus: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ ...one, status, supersedes: z.array(id).default([]) }))
    .output(changed),
  removeAssessment: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NOT_DRAFT })
    .input(z.object(one))
    .output(changed),
  /** The lines of the establishment as they would be, were this assessment the requirement. */
  requiredLines: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, CANNOT_USE })
    .input(z.object({ ...one, options: useOptions.prefault({}) }))
    .output(z.object({ lines: z.array(plannedLine), total: exact })),
  /** Makes an agreed assessment the required establishment: one change. */
  adoptAssessment: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, CANNOT_USE })
    .input(z.object({ ...one, options: useOptions.prefault({}) }))
    .output(changed.extend({ lines: z.number().int() })),
  /** A workbook with its results, areas, casemix, every step of the working and the definitions. */
  exportAssessment: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object(one))
    .output(exportedFile),
};
