import { dirname, join } from 'node:path';
import { deskOf } from '../../electron/imports/desk.ts';
import { performFor } from '../../electron/imports/work.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';

/**
 * Imports FILE into trust T1 of DATA as the desktop app does, and looks at its preceptors as soon as rows are stored; prints
 * `seen` when they are answered. `view-until-killed DATA FILE`, by `startProcess`: to be killed then.
 */
async function main([data = '', path = '']: readonly string[]): Promise<void> {
  const imports = join(dirname(process.argv[1] ?? ''), 'imports-worker.cjs');
  const opened = openPlanner(data, process.cwd(), undefined, { imports });
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { context } = opened;
  const planner = inProcessClient(router, context, ({ error }) => {
    throw error;
  });
  const key = 'the file';
  const importing = performFor(context, key, 'importFromDisk', { path, trust: 'T1' });
  const isStoring = () => deskOf(context).runOf(key)?.phase === 'storing';
  while (!isStoring()) await new Promise((soon) => setTimeout(soon, 1));
  await planner.preceptorship.preceptors({ trust: 'T1' });
  process.stdout.write('seen\n');
  await importing;
  await opened.close();
}

void main(process.argv.slice(2));
