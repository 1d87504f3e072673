import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
 * `clock` stands in for the time of day where a test or a script fixes it. `importWorker` is the script of the thread that
 * does the heavy work of imports; without it this thread does it.
 */
export function openPlanner(
  dataFolder: string,
  appFolder: string,
  clock: () => Date = () => new Date(),
  importWorker?: string,
): OpenPlanner | OpenRefusal {
  const migrationsFolder = join(appFolder, 'drizzle', 'migrations');
  const opened = openDatabase({ dataFolder, migrationsFolder, now: clock });
  if (opened.kind === 'refused') return opened;
  const resourcesFolder = join(appFolder, 'resources');
  const { version } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string };
  const context: Context = {
    database: opened.database,
    writeLock: new WriteLock(opened.database),
    imports: importWorker === undefined ? workHere(() => context) : workInThread(importWorker, () => context),
    reference: loadReference(resourcesFolder),
    version,
    dataFolder,
    resourcesFolder,
    today: () => civilDate(clock()),
    now: () => clock().toISOString(),
  };
  const close = () => {
    const ended = context.imports.close();
    if (ended === undefined) return closeDatabase(context.database);
    return ended.then(() => closeDatabase(context.database));
  };
  return { kind: 'opened', context, close };
}
