import { join } from 'node:path';
import { argv } from 'node:process';
import { openPlanner } from '../../electron/open-planner.ts';

/**
 * Puts two backups of DATA in each other's place for ever, prints `restoring` when it begins.
 * `node restore-until-killed.ts DATA NAME NAME`: to be killed on the way.
 */
const [data = '', ...names] = argv.slice(2);
const opened = openPlanner(data, join(import.meta.dirname, '..', '..'));
if (opened.kind === 'refused') throw new Error(opened.message);
const { backups, database, migrationsFolder } = opened.context;
process.stdout.write('restoring\n');
for (let turn = 0; ; turn++) {
  const at = new Date().toISOString();
  const path = join(backups.folder, names[turn % names.length] ?? '');
  await backups.make('before-restore');
  await backups.jobs.restore({
    file: database.file,
    folder: backups.folder,
    migrationsFolder,
    path,
    typed: null,
    at,
    key: null,
  });
}
