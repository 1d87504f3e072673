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

/** Puts the sample service into a store in `folder`. */
export async function putSample(folder: string): Promise<void> {
  const { planner, close } = openStore(folder);
  await planner.sample.load();
  await close();
}
