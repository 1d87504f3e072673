import { z } from 'zod';
import { verb } from './access.ts';
import { confidence } from './reference.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, instant, trustCode } from './values.ts';

/** A value of a dated pack, in the unit in which it is shown: 18 for 18 % even where the pack keeps hundredths. */
const value = z.union([z.number(), z.boolean(), z.string().trim().min(1, 'Enter a value.').max(200)]);
const line = (most: number) => z.string().trim().max(most, `Use ${most} characters or fewer.`).default('');

const ruleShown = z.object({
  /** Where it stands in the pack: `stages[advert].weeksToStart`. */
  path: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['number', 'yes_no', 'text', 'date']),
  mark: confidence,
  /** The words that it can be, where it can be no other; else null. */
  choices: z.array(z.object({ key: z.string(), name: z.string() })).nullable(),
  published: value,
  /** The trust's own value; `publishedThen` is what was published when it was set, `used` whether the pack still takes it. */
  own: z
    .object({
      id,
      value,
      agreedBy: z.string(),
      why: z.string(),
      setAt: instant,
      publishedThen: value,
      used: z.boolean(),
    })
    .nullable(),
});

const packShown = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  validFrom: civilDate,
  source: z.object({ title: z.string(), publisher: z.string(), published: z.string() }),
  confidence: z.array(z.object({ of: z.string(), mark: confidence, basis: z.string() })),
  notes: z.array(z.string()),
  values: z.array(ruleShown),
});

export type RuleShown = z.infer<typeof ruleShown>;
export type RulePack = z.infer<typeof packShown>;

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const NOT_ALLOWED = {
  status: 422,
  message: 'The rules cannot take that value. Enter another one. Nothing was changed.',
} as const;
const place = { trust: trustCode, pack: z.string(), path: z.string() };

/** The dated packs of published rules and defaults, and the values that a trust uses instead. */
export const rules = {
  /** Every pack in force, with its values by name: the published one, and the trust's own beside it. */
  rules: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(packShown)),
  /** Uses another value than the published one, in every calculation from now on; setting the published one takes it back. */
  setRule: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NOT_ALLOWED })
    .input(z.object({ ...place, value, agreedBy: line(120), why: line(500) }))
    .output(changed),
  /** Uses the published value again. */
  resetRule: verb('change', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(z.object(place)).output(changed),
};
