import { dirname, join } from 'node:path';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';

/**
 * Adds a unit to trust RX1 of DATA and makes a backup, for ever, as the desktop app does; prints `saved N` with the number
 * of units and `made NAME` when whoever asked for it is told. `backup-until-killed DATA`, by `startProcess`: to be killed
 * on the way.
 */
async function main([data = '']: readonly string[]): Promise<void> {
  const backups = join(dirname(process.argv[1] ?? ''), 'backups-worker.cjs');
  const opened = openPlanner(data, process.cwd(), undefined, { backups });
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner = inProcessClient(router, opened.context, ({ error }) => {
    throw error;
  });
  for (let units = 1; ; units++) {
    await planner.organisation.addUnit({ trust: 'RX1', name: `Unit ${units}`, kind: 'other', site: null });
    process.stdout.write(`saved ${units}\n`);
    const { name } = await planner.backups.make();
    process.stdout.write(`made ${name}\n`);
  }
}

void main(process.argv.slice(2));
