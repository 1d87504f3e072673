import { z } from 'zod';
import { referenceHead } from './reference.ts';

const words = z.string().trim().min(1, 'expected some words');
const key = z.enum(['roster', 'training', 'staff', 'working']);
const years = z.int().min(0, 'use 0 or more').max(100, 'use 100 or fewer');

/** How long data about people is kept, by the kind of record. It proposes; nothing is deleted by it. */
export const retentionSchedule = referenceHead
  .extend({
    kind: z.literal('retention schedule'),
    years: z.strictObject({ roster: years, training: years, staff: years, working: years }),
    /** The last one takes every table that the others do not name. */
    classes: z
      .array(
        z.strictObject({
          key,
          name: words,
          why: words,
          /** Whether it has to be kept until it is due, even where a person asks for erasure. */
          keepsUntilDue: z.boolean(),
          tables: z.array(z.string().regex(/^[a-z_0-9]+$/)),
        }),
      )
      .min(1),
  })
  .strict();

export type RetentionSchedule = z.infer<typeof retentionSchedule>;
