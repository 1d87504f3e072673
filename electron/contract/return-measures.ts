import { z } from 'zod';
import { civilDate, trustCode } from './values.ts';

/** Whose measure it is, where it stands in no pack: a trust's with its ODS code, or that of an LMNS or ICB. */
const definedBy = z.object({ kind: z.enum(['trust', 'LMNS', 'ICB']), code: trustCode.nullable(), name: z.string() });

/** A measure in the shape of the plan's technical guidance. Measures are data: a trust or an LMNS adds its own. */
export const measureDefinition = z.object({
  id: z.string().min(1).max(60),
  shortName: z.string().min(1).max(120),
  description: z.string(),
  type: z.enum(['outcome', 'progress']),
  /** The lines of the plan that it serves. */
  references: z.array(z.string()).min(1),
  source: z.string(),
  numerator: z.string(),
  /** Null for a count or a sum that is over nothing. */
  denominator: z.string().nullable(),
  exclusions: z.string(),
  standardisation: z.string(),
  levels: z.array(z.string()),
  /** Which way is better; `none` where neither is. */
  direction: z.enum(['up', 'down', 'none']),
  link: z.url().nullable(),
  /** Of numerator and denominator: `wte` is hundred-thousandths, `minutes` are whole minutes. */
  unit: z.enum(['wte', 'heads', 'minutes', 'count', 'days']),
  /** What the denominator is divided by: 2 for an average of two counts, so that both stay whole numbers and add up. */
  denominatorPer: z.number().int().positive().default(1),
  /** True where it counts people, or what tells of a person: small ones are left out of what leaves a trust or a system. */
  ofPeople: z.boolean().default(true),
  /** What it follows from beside its own counts: trusts that differ in these are not ranked by it. */
  reliesOn: z.array(z.enum(['uplift', 'tool', 'assessment'])).default([]),
  /** Absent where it stands in the pack of the planner. */
  definedBy: definedBy.optional(),
});

/** One measure of one trust and period: numerator and denominator, never their quotient, so that trusts can be added up. */
export const measureValue = z.object({
  measure: z.string(),
  /** The staff group, course or other part that it is of; null for the whole trust. */
  group: z.string().nullable(),
  numerator: z.number().int().nullable(),
  denominator: z.number().int().nullable(),
  /** Why a number is null: below the smallest that is shown, withheld to protect another, or not known. */
  numeratorState: z.enum(['shown', 'small', 'withheld', 'not known']),
  denominatorState: z.enum(['shown', 'small', 'withheld', 'not known']),
  /** The first day of what it counts; null for a census. */
  from: civilDate.nullable(),
  /** The census day, or the last day of what it counts. */
  on: civilDate,
  /** The formula by name and in words, and the pack that it follows. */
  formula: z.string(),
  pack: z.string(),
  /** Packs beside it, where they follow from whom it counts: the programmes of its preceptees. */
  packs: z.array(z.string()).optional(),
  /** What the trust says of it, where somebody entered it by hand. */
  note: z.string().optional(),
});

/** What trusts may do differently, so that figures are compared with their warnings beside them. */
export const returnBasis = z.object({
  uplift: z.object({ numerator: z.number(), denominator: z.number() }).nullable().default(null),
  upliftIs: z.enum(['add-on', 'divisor']).nullable().default(null),
  tool: z.string().nullable().default(null),
  assessedOn: civilDate.nullable().default(null),
  census: civilDate.nullable().default(null),
});

export type MeasureDefinition = z.infer<typeof measureDefinition>;
export type MeasureValue = z.infer<typeof measureValue>;
export type ReturnBasis = z.infer<typeof returnBasis>;
