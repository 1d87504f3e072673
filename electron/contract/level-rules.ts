import { z } from 'zod';
import { decimalNumber } from './birthrate-rules.ts';
import { referenceHead } from './reference.ts';

const words = z.string().trim().min(1);
const key = z.string().regex(/^[a-z][a-z0-9_]*$/);
export const designation = z.enum(['NICU', 'LNU', 'SCU']);

/** How many nurses and doctors a neonatal unit needs. Numbers become hundred-thousandths where they may have decimals. */
export const neonatalRules = referenceHead
  .extend({
    kind: z.literal('neonatal staffing'),
    daysPerYear: z.int().min(1),
    occupancy: decimalNumber,
    coordinators: decimalNumber,
    levels: z
      .array(
        z.strictObject({
          key: z.enum(['intensive', 'high', 'special']),
          name: words,
          /** Healthcare resource groups, 1 to 5. */
          groups: z.array(z.int().min(1).max(5)),
          babiesPerNurse: z.int().min(1),
        }),
      )
      .length(3),
    /** WTE for one nurse on duty all the time, and what it is made of. */
    factor: decimalNumber,
    hoursPerDay: decimalNumber,
    weeklyHours: decimalNumber,
    uplift: decimalNumber,
    qualifiedShare: decimalNumber,
    tiers: z.array(z.strictObject({ designation, tier: words, least: z.int().min(1).nullable(), asks: words })),
  })
  .strict();

/** Professions whose levels are agreed locally, and when a review falls due. */
export const agreedLevelRules = referenceHead
  .extend({
    kind: z.literal('agreed levels'),
    reviewMonths: z.int().min(1),
    dueSoonDays: z.int().min(0),
    professions: z.array(
      z.strictObject({
        key,
        name: words,
        staffGroup: key,
        /** Neonatal doctors: levels by tier of the rota. */
        tiers: z.boolean().default(false),
        /** Posts that free hours of clinicians. */
        frees: z.boolean().default(false),
        /** Roles that are usual, as a start. */
        roles: z.array(words).default([]),
      }),
    ),
  })
  .strict();

/** Continuity teams: the usual caseload and the building blocks. There is no national target. */
export const continuityRules = referenceHead
  .extend({
    kind: z.literal('continuity of carer'),
    caseload: decimalNumber,
    largestTeam: z.int().min(1),
    blocks: z.array(z.strictObject({ key, name: words })),
  })
  .strict();

export type NeonatalRules = z.infer<typeof neonatalRules>;
export type AgreedLevelRules = z.infer<typeof agreedLevelRules>;
export type ContinuityRules = z.infer<typeof continuityRules>;
