import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { civilDate, instant } from './values.ts';

const kind = z.enum(['view', 'change', 'export', 'import', 'undo', 'restore', 'session', 'refused']);

const entry = z.object({
  id: z.number().int(),
  number: z.number().int(),
  /** Of another PC, whose backup was restored here. */
  isFromElsewhere: z.boolean(),
  at: instant,
  who: z.string(),
  role: z.string(),
  kind,
  what: z.string(),
  trust: z.string().nullable(),
  record: z.string().nullable(),
  hash: z.string(),
});

const filter = z.object({
  first: civilDate.nullable().default(null),
  last: civilDate.nullable().default(null),
  who: z.string().nullable().default(null),
  kind: kind.nullable().default(null),
  /** Part of what the record is called. */
  record: z.string().nullable().default(null),
});

const verdict = z.object({
  entries: z.number().int(),
  isWhole: z.boolean(),
  /** What was found, and where the first broken entry is. */
  words: z.string(),
});

export type AuditEntryShown = z.infer<typeof entry>;
export type AuditKind = z.infer<typeof kind>;

/** The record of who did what and when, each entry bound to the one before it. It can be added to and never changed. */
export const audit = {
  list: verb('view', 'people')
    .input(filter)
    .output(
      z.object({
        rows: z.array(entry),
        /** Of which `rows` has the newest 2,000. */
        total: z.number().int(),
        people: z.array(z.string()),
        /** How an auditor verifies an exported file. */
        howToVerify: z.string(),
      }),
    ),
  /** Follows every chain from its beginning. */
  verify: verb('view', 'none').output(verdict),
  /** The whole audit as a file, with the hashes and how to verify them. */
  file: verb('export', 'people')
    .input(z.object({ format: z.enum(['xlsx', 'csv']) }))
    .output(exportedFile),
};
