import { z } from 'zod';
import { confidence, referenceHead } from './reference.ts';
import { trainingCourse } from './training-rules.ts';

const words = z.string().trim().min(1, 'expected some words');
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const named = z.strictObject({ key, name: words });

/** How doctors are supervised, by which routes locums work, when consultants come, and the rest after a disturbed night. */
export const supervisionRules = referenceHead
  .extend({
    kind: z.literal('supervision and locums'),
    /** A locum of so many days or fewer is a short-term one. */
    shortTermDays: z.int().min(1),
    traineeYears: z.int().min(1),
    locumAuditMonths: z.int().min(1),
    attendanceMonths: z.int().min(1),
    attendancePercent: z.int().min(1).max(100),
    restHours: z.int().min(1).max(24),
    /** Ways by which a short-term locum may work; one asks for a certificate. */
    routes: z.array(z.strictObject({ key, name: words, certificate: z.boolean() })).min(1),
    levels: z.array(named).min(1),
    /** Events that ask for a consultant; some do not where the doctor there is signed off for them. */
    situations: z.array(z.strictObject({ key, name: words, unlessSignedOff: z.boolean() })).min(1),
    checklists: z
      .array(
        z.strictObject({
          key,
          name: words,
          guidance: words,
          lines: z.array(z.strictObject({ key, text: words, mark: confidence })).min(1),
        }),
      )
      .min(1),
  })
  .strict();

/** Roll-outs of training, the support workers' framework, coordinators, and professional midwifery advocates. */
export const trainingRoleRules = referenceHead
  .extend({
    kind: z.literal('training roles'),
    midwivesPerAdvocate: z.int().min(1),
    support: z.strictObject({
      competencies: z.int().min(1),
      domains: z.int().min(1),
      levels: z.array(z.strictObject({ level: z.int().min(1), name: words, band: words })).min(1),
    }),
    coordinator: z.strictObject({ band: words }),
    rollouts: z
      .array(
        z.strictObject({
          key,
          name: words,
          targetPercent: z.int().min(1).max(100),
          /** The course by which it is counted once the trust counts it; a trust may name another. */
          course: trainingCourse,
        }),
      )
      .min(1),
  })
  .strict();

export type SupervisionRules = z.infer<typeof supervisionRules>;
export type TrainingRoleRules = z.infer<typeof trainingRoleRules>;
