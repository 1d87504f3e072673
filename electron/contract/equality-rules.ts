import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');

/** The groups that workforce equality compares. */
export const equalityGroup = z.enum(['white', 'bme', 'unknown']);

const indicator = z.strictObject({
  number: z.int().min(1).max(9),
  key,
  name: words,
  /**
   * `bands` shares of each band, `relative` how likely the one group is against the other, `survey` shares of those who
   * answered, `board` the share of the board against that of the workforce.
   */
  kind: z.enum(['bands', 'relative', 'survey', 'board']),
  /** What is counted, and out of what. */
  counted: words,
  outOf: words,
  /** True where it is out of the workforce, which a staff list tells. */
  ofWorkforce: z.boolean(),
  /** The group whose rate stands above in the ratio. */
  above: equalityGroup.exclude(['unknown']).nullable(),
});

/** How ethnic origins are grouped, what the race equality standard asks, and what an anti-racist workplace has. */
export const equalityRules = referenceHead
  .extend({
    kind: z.literal('workforce equality'),
    groups: z.array(z.strictObject({ key: equalityGroup, name: words })).length(3),
    /** By the letter that staff lists print first; their names where they print none. */
    categories: z
      .array(
        z.strictObject({ key: z.string().regex(/^[A-Z]$/, 'expected a capital'), name: words, group: equalityGroup }),
      )
      .min(1),
    indicators: z.array(indicator).min(1),
    /** Ratios in hundredths between which neither group is taken to be better off. */
    fairFrom: z.int().min(1).max(100),
    fairTo: z.int().min(100),
    /** A staff list older than so many days before the snapshot is pointed out. */
    listWithinDays: z.int().min(0),
    bandGroups: z.array(z.strictObject({ key, name: words, bands: z.array(words).min(1) })).min(1),
    checklist: z.array(z.strictObject({ key, name: words, sentence: words })).min(1),
    states: z.array(z.strictObject({ key, name: words })).min(2),
  })
  .strict();

export type EqualityRules = z.infer<typeof equalityRules>;
export type EqualityGroup = z.infer<typeof equalityGroup>;
export type EqualityIndicatorRule = z.infer<typeof indicator>;
