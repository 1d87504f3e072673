import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './refusals.ts';
import { id, instant, trustCode } from './values.ts';

const entry = z.object({ id, label: z.string(), at: instant, undone: z.boolean() });
const state = z.object({
  /** What Undo and Redo would do next, in words; null where there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** When the newest change was saved. */
  savedAt: instant.nullable(),
});

const CANNOT_UNDO = {
  status: 409,
  message: 'This cannot be undone because later work depends on it. Nothing was changed.',
} as const;

/** Changes made by hand in a trust: named, undoable and redoable, also after a restart. */
export const history = {
  state: oc
    .errors({ TRUST_UNKNOWN: refusals.TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(state),
  list: oc
    .errors({ TRUST_UNKNOWN: refusals.TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(entry)),
  undo: oc
    .errors({ TRUST_UNKNOWN: refusals.TRUST_UNKNOWN, CANNOT_UNDO })
    .input(z.object({ trust: trustCode }))
    .output(z.object({ label: z.string().nullable() })),
  redo: oc
    .errors({ TRUST_UNKNOWN: refusals.TRUST_UNKNOWN, CANNOT_UNDO })
    .input(z.object({ trust: trustCode }))
    .output(z.object({ label: z.string().nullable() })),
};
