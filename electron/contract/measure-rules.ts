import { z } from 'zod';
import { referenceHead } from './reference.ts';
import { measureDefinition } from './return-measures.ts';

/** The measures that a return holds beside its lines. */
export const measureRules = referenceHead
  .extend({
    kind: z.literal('theme 2 measures'),
    measures: z
      .array(
        measureDefinition.extend({
          /** True where parts are never added up to a whole, such as staff groups in a course. */
          byPartOnly: z.boolean().default(false),
        }),
      )
      .min(1)
      .refine((some) => new Set(some.map(({ id }) => id)).size === some.length, 'expected each measure once'),
  })
  .strict();

export type MeasureRules = z.infer<typeof measureRules>;
