import { oc } from '@orpc/contract';
import { z } from 'zod';

/** The app itself: which build, which store, and whether both are sound. */
export const planner = {
  about: oc.output(
    z.object({
      version: z.string(),
      dataFolder: z.string(),
      schemaVersion: z.number().int(),
      standards: z.array(z.object({ title: z.string(), version: z.string() })),
    }),
  ),
  /** Reads the whole store and says what is wrong with it; `sound` with no findings when nothing is. */
  check: oc.output(
    z.object({ sound: z.boolean(), findings: z.array(z.string()), rows: z.record(z.string(), z.number()) }),
  ),
};
