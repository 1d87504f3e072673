import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { civilDate, rate, trustCode } from './values.ts';

const judgement = z.enum([
  'no_start',
  'too_few_before',
  'all_the_same',
  'none_after',
  'ordinary',
  'changed',
  'better',
  'worse',
]);

const effect = z.object({
  /** Key of the figure; null for values that were entered by hand. */
  figure: z.string().nullable(),
  name: z.string(),
  /** `percent`: values are per cent; `leavers`: people; `own`: whatever the measure is in. */
  unit: z.enum(['percent', 'leavers', 'own']),
  better: z.enum(['lower', 'higher']).nullable(),
  groups: z.array(z.object({ key: z.string(), name: z.string() })),
  start: civilDate.nullable(),
  /** Months by their last day, or days of values entered by hand; null where the lists do not tell of it. */
  points: z.array(z.object({ day: civilDate, value: rate.nullable(), phase: z.enum(['earlier', 'before', 'after']) })),
  /** To six decimals, in the unit of the values; null where they cannot be told. */
  limits: z
    .object({
      mean: z.number(),
      movingRange: z.number(),
      lower: z.number(),
      upper: z.number(),
      values: z.number().int(),
    })
    .nullable(),
  signals: z.array(
    z.object({ kind: z.enum(['beyond', 'run', 'near_limit']), day: civilDate, side: z.enum(['above', 'below']) }),
  ),
  judgement,
  sentence: z.string(),
  /** How limits and signals are made, in sentences. */
  method: z.array(z.string()),
});

export type ActionEffect = z.infer<typeof effect>;
export type EffectJudgement = z.infer<typeof judgement>;

/** Whether actions work: part of `retention`. */
export const effectVerbs = {
  /**
   * The figure that an action names, else the values of its measure, before and after its start, and whether the change
   * is more than ordinary variation; null where it names no figure and has no values. Of midwives and support without groups.
   */
  effect: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN: refusals.TRUST_UNKNOWN, NOT_THERE: refusals.NOT_THERE })
    .input(z.object({ trust: trustCode, key: z.string(), groups: z.array(z.string()).min(1).optional() }))
    .output(effect.nullable()),
};
