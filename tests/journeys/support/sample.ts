import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openPlanner } from '../../../electron/open-planner.ts';
import { router } from '../../../electron/router.ts';
import { inProcessClient } from '../../../electron/transport/in-process.ts';
import { project } from './targets.ts';

/** In the sample’s last month but one: what is due, overdue and late is the same whenever a test is run. */
export const CLOCK = '2026-11-18T09:30:00.000Z';

/** A store in `folder`, with what calls it; `close` it before the planner is started there. */
export function openStore(folder: string) {
  const opened = openPlanner(folder, project, () => new Date(CLOCK));
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner = inProcessClient(router, opened.context, ({ error }) => {
    throw error;
  });
  return { planner, sqlite: opened.context.database.sqlite, close: opened.close };
}

/** Puts the sample service into a store in `folder`: a copy of one that is made once for all journeys. */
export async function putSample(folder: string): Promise<void> {
  const shared = inject('shared');
  const made = join(shared, 'sample');
  if (!existsSync(made)) {
    const own = mkdtempSync(join(shared, 'making-'));
    const { planner, close } = openStore(own);
    await planner.sample.load();
    await close();
    // Two journeys may make it at once: the one that comes later uses what is there.
    if (!existsSync(made)) renameSync(own, made);
  }
  cpSync(made, folder, { recursive: true });
}
