import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from './context.ts';
import { closeDatabase } from './database/database.ts';
import { type OpenRefusal, openDatabase } from './database/open.ts';
import { loadReference } from './reference/load.ts';

export interface OpenPlanner {
  readonly kind: 'opened';
  readonly context: Context;
  close(): void;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The civil date of a moment, where this PC stands. */
function civilDate(moment: Date): string {
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}

/**
 * Opens the store in `dataFolder` with the reference data beside the code in `appFolder`; the same for the desktop
 * app, browser mode, the command line and tests. A store that cannot be opened is an outcome, not an error.
 * `clock` stands in for the time of day where a test or a script fixes it.
 */
export function openPlanner(
  dataFolder: string,
  appFolder: string,
  clock: () => Date = () => new Date(),
): OpenPlanner | OpenRefusal {
  const migrationsFolder = join(appFolder, 'drizzle', 'migrations');
  const opened = openDatabase({ dataFolder, migrationsFolder, now: clock });
  if (opened.kind === 'refused') return opened;
  const resourcesFolder = join(appFolder, 'resources');
  const { version } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string };
  const context: Context = {
    database: opened.database,
    reference: loadReference(resourcesFolder),
    version,
    dataFolder,
    resourcesFolder,
    today: () => civilDate(clock()),
    now: () => clock().toISOString(),
  };
  return { kind: 'opened', context, close: () => closeDatabase(context.database) };
}
