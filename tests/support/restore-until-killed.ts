import { dirname, join } from 'node:path';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';

/**
 * Puts backups of DATA in each other's place for ever, as the desktop app does; prints `restoring` when it begins and
 * `restored NAME` when whoever asked for it is told. `restore-until-killed DATA NAME NAME…`, by `startProcess`: to be
 * killed on the way.
 */
async function main([data = '', ...names]: readonly string[]): Promise<void> {
  const backups = join(dirname(process.argv[1] ?? ''), 'backups-worker.cjs');
  const opened = openPlanner(data, process.cwd(), undefined, { backups });
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner = inProcessClient(router, opened.context, ({ error }) => {
    throw error;
  });
  process.stdout.write('restoring\n');
  for (let turn = 0; ; turn++) {
    const name = names[turn % names.length] ?? '';
    await planner.backups.restore({ from: { kind: 'own', name }, typed: null });
    process.stdout.write(`restored ${name}\n`);
  }
}

void main(process.argv.slice(2));
