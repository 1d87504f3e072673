import { dirname, join } from 'node:path';
import { openPlanner } from '../../electron/open-planner.ts';
import { performFor } from '../../electron/imports/work.ts';
import { deskOf } from '../../electron/imports/desk.ts';

/**
 * Imports FILE into trust T1 of DATA as the desktop app does, in a thread of its own; prints each phase as it begins
 * (`reading`, `storing`, `saving`) and `stored` when whoever asked for it is told. `import-until-killed DATA FILE`, by
 * `startProcess`: to be killed on the way.
 */
async function main([data = '', path = '']: readonly string[]): Promise<void> {
  const imports = join(dirname(process.argv[1] ?? ''), 'imports-worker.cjs');
  const opened = openPlanner(data, process.cwd(), undefined, { imports });
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { context } = opened;
  const key = 'the file';
  const importing = performFor(context, key, 'importFromDisk', { path, trust: 'T1' });
  let known = '';
  const look = () => {
    const phase = deskOf(context).runOf(key)?.phase ?? known;
    if (phase !== known) process.stdout.write(`${phase}\n`);
    known = phase;
  };
  look();
  const looking = setInterval(look, 1);
  await importing;
  clearInterval(looking);
  process.stdout.write('stored\n');
  await opened.close();
}

void main(process.argv.slice(2));
