import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');

/** Reasons for leaving as the staff record publishes them, and how they are grouped. */
export const leavingReasons = referenceHead
  .extend({
    kind: z.literal('leaving reasons'),
    groups: z.array(z.strictObject({ key: z.enum(['voluntary', 'retirement', 'other']), name: words })).length(3),
    reasons: z
      .array(
        z.strictObject({
          reason: words,
          group: z.enum(['voluntary', 'retirement', 'other']),
          avoidable: z.boolean(),
          /** The element of retention that an action about it belongs to. */
          element: key.optional(),
        }),
      )
      .min(1),
  })
  .strict();

export type LeavingReasons = z.infer<typeof leavingReasons>;
export type ReasonGroup = LeavingReasons['groups'][number]['key'];
