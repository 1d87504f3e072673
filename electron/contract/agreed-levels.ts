import { z } from 'zod';
import { verb } from './access.ts';
import { amount } from './exact.ts';
import { designation } from './level-rules.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, enteredWte, id, trustCode } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const CANNOT_USE = {
  status: 409,
  message: 'This cannot be the requirement yet. Enter its unit and its WTE first.',
} as const;
const words = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
  .pipe(z.string().max(200, 'Use 200 characters or fewer.').nullable())
  .nullable();
const line = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(200, 'Use 200 characters or fewer.'));

/** A level that is agreed locally for a profession without a tool. WTE and hours are hundred-thousandths. */
export const agreedLevelInputs = z.object({
  /** Key of a profession of the pack, or the user's own word. */
  profession: line.pipe(z.string().min(1, 'Choose a profession.')),
  role: line,
  unit: id.nullable(),
  designation: designation.nullable(),
  tier: words,
  required: enteredWte,
  funded: enteredWte,
  inPost: enteredWte,
  /** Hours of clinicians' time a week that these posts free. */
  freedHours: amount,
  source: words,
  agreedBy: words,
  date: civilDate.nullable(),
  reviewDate: civilDate.nullable(),
  note: z.string().max(2_000, 'Use 2,000 characters or fewer.'),
});

const wte = z.number().int().nullable();
const shown = agreedLevelInputs.extend({
  id,
  professionName: z.string(),
  /** Signed gaps; null where one of the two is not known. */
  requiredLessFunded: wte,
  vacancy: wte,
  requiredLessInPost: wte,
  /** When it is to be reviewed: as entered, else so many months after its date; and how that stands today. */
  reviewOn: civilDate.nullable(),
  review: z.enum(['due', 'soon', 'later', 'none']),
  /** What the published tier asks for, and the least number of staff on its rota. */
  asks: z.string().nullable(),
  least: z.number().int().nullable(),
  /** What the level still lacks to be evidence: a source, who agreed it, a date. */
  lacks: z.array(z.string()),
});

export type AgreedLevelInputs = z.infer<typeof agreedLevelInputs>;
export type AgreedLevel = z.infer<typeof shown>;

const levels = z.object({
  levels: z.array(shown),
  professions: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      tiers: z.boolean(),
      frees: z.boolean(),
      /** Roles that are usual. */
      roles: z.array(z.string()),
    }),
  ),
  /** Professions of the pack for which nothing is agreed yet. */
  without: z.array(z.string()),
  tiers: z.array(z.object({ designation, tier: z.string(), least: z.number().int().nullable(), asks: z.string() })),
  due: z.number().int(),
  /** Clinicians' hours a week that administrative posts free, of the levels that say so. */
  freedHours: z.number().int(),
  reviewMonths: z.number().int(),
});
export type AgreedLevels = z.infer<typeof levels>;

/** Levels agreed locally: part of `establishment`. */
export const agreedLevelVerbs = {
  agreedLevels: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(levels),
  addAgreedLevel: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(agreedLevelInputs.partial().required({ profession: true }).extend({ trust: trustCode }))
    .output(changed.extend({ id })),
  changeAgreedLevel: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(agreedLevelInputs.partial().extend({ trust: trustCode, id }))
    .output(changed),
  removeAgreedLevel: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust: trustCode, id }))
    .output(changed),
  /** Makes it the required establishment of its unit: one change. `band` is where no post is funded yet. */
  adoptAgreedLevel: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, CANNOT_USE })
    .input(z.object({ trust: trustCode, id, band: z.string().min(1).default('-') }))
    .output(changed),
};
