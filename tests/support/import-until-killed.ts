import { join } from 'node:path';
import { argv } from 'node:process';
import { openPlanner } from '../../electron/open-planner.ts';
import { performFor } from '../../electron/imports/work.ts';
import { deskOf } from '../../electron/imports/desk.ts';

/**
 * Imports FILE into trust T1 of DATA as the desktop app does, in a thread of its own; prints `storing` when the rows begin
 * to be stored and `stored` at the end. `node import-until-killed.ts DATA FILE`: to be killed on the way.
 */
const [data = '', path = ''] = argv.slice(2);
const project = join(import.meta.dirname, '..', '..');
const opened = openPlanner(data, project, undefined, { imports: join(project, 'electron', 'imports-worker.ts') });
if (opened.kind === 'refused') throw new Error(opened.message);
const { context } = opened;
const key = 'the file';
const importing = performFor(context, key, 'importFromDisk', { path, trust: 'T1' });
const looking = setInterval(() => {
  if (deskOf(context).runOf(key)?.phase !== 'storing') return;
  clearInterval(looking);
  process.stdout.write('storing\n');
}, 1);
await importing;
clearInterval(looking);
process.stdout.write('stored\n');
await opened.close();
