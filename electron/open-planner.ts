import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Backups } from './backups/backups.ts';
import { jobsHere, jobsInThread } from './backups/work.ts';
import type { Context } from './context.ts';
import { closeDatabase } from './database/database.ts';
import { WriteLock } from './database/write-lock.ts';
import { type OpenRefusal, openDatabase } from './database/open.ts';
import { workHere } from './imports/work.ts';
import { workInThread } from './imports/worker-thread.ts';
import { loadReference } from './reference/load.ts';

export interface OpenPlanner {
  readonly kind: 'opened';
  readonly context: Context;
  /** Settles when the store is closed; at once where no other thread works on it. */
  close(): void | Promise<void>;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The civil date of a moment, where this PC stands. */
function civilDate(moment: Date): string {
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}

/**
 * Opens the store in `dataFolder` with the reference data beside the code in `appFolder`; the same for the desktop
 * app, browser mode, the command line and tests. A store that cannot be opened is an outcome, not an error.
 * `clock` stands in for the time of day where a test or a script fixes it. `threads` are the scripts of those that do the
 * heavy work of imports and of backups; without one this thread does it.
 */
export function openPlanner(
  dataFolder: string,
  appFolder: string,
  clock: () => Date = () => new Date(),
  threads: { readonly imports?: string; readonly backups?: string } = {},
): OpenPlanner | OpenRefusal {
  const migrationsFolder = join(appFolder, 'drizzle', 'migrations');
  const opened = openDatabase({ dataFolder, migrationsFolder, now: clock });
  if (opened.kind === 'refused') return opened;
  const resourcesFolder = join(appFolder, 'resources');
  const { version } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string };
  const now = () => clock().toISOString();
  const jobs = threads.backups === undefined ? jobsHere : jobsInThread(threads.backups);
  const context: Context = {
    database: opened.database,
    writeLock: new WriteLock(opened.database),
    imports: threads.imports === undefined ? workHere(() => context) : workInThread(threads.imports, () => context),
    backups: new Backups({ database: opened.database, dataFolder, version, now, jobs }),
    reference: loadReference(resourcesFolder),
    version,
    dataFolder,
    migrationsFolder,
    resourcesFolder,
    today: () => civilDate(clock()),
    now,
  };
  const close = () => {
    const ended = context.imports.close();
    if (ended === undefined && !context.backups.isAutomatic) return closeDatabase(context.database);
    return Promise.resolve(ended)
      .then(() => context.backups.close())
      .finally(() => closeDatabase(context.database));
  };
  return { kind: 'opened', context, close };
}
