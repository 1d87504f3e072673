import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditTrail } from './audit/trail.ts';
import { Backups } from './backups/backups.ts';
import { jobsHere, jobsInThread } from './backups/work.ts';
import type { Context } from './context.ts';
import { closeDatabase } from './database/database.ts';
import { WriteLock } from './database/write-lock.ts';
import { type OpenRefusal, openDatabase } from './database/open.ts';
import { codeOf } from './database/refusal.ts';
import { workHere } from './imports/work.ts';
import { workInThread } from './imports/worker-thread.ts';
import type { StoreKey } from './database/store-key.ts';
import { asDecided } from './policy/small-numbers.ts';
import type { Policy } from './policy/policy.ts';
import { removeStoreLock } from './protection/store-lock.ts';
import { clearParts } from './protection/swap.ts';
import type { SystemStore } from './protection/system-store.ts';
import { loadReference } from './reference/load.ts';
import { Session } from './profiles/session.ts';

/** What only the process that is started knows: the store's key, the system's store of secrets, the PC's policy. */
interface Given {
  readonly key?: StoreKey | undefined;
  readonly system?: SystemStore;
  readonly policy?: Policy | null;
  /** Whether the store is looked through for damage before it is opened, or by whoever opens it once the planner has started. */
  readonly check?: 'first' | 'after';
}

interface Threads {
  readonly imports?: string;
  readonly backups?: string;
}

export interface OpenPlanner {
  readonly kind: 'opened';
  readonly context: Context;
  /** False where the store is still to be looked through for damage. */
  readonly isChecked: boolean;
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
 * heavy work of imports and of backups; without one this thread does it. `given` opens an encrypted store and holds to the PC's policy.
 */
export function openPlanner(
  dataFolder: string,
  appFolder: string,
  clock: () => Date = () => new Date(),
  threads: Threads = {},
  given: Given = {},
): OpenPlanner | OpenRefusal {
  try {
    return openStore(dataFolder, appFolder, clock, threads, given);
  } catch (error) {
    if (given.check !== 'after' || codeOf(error) !== 'damaged') throw error;
    // The start itself stumbled over what looking through the store first would have found.
    return openStore(dataFolder, appFolder, clock, threads, { ...given, check: 'first' });
  }
}

function openStore(
  dataFolder: string,
  appFolder: string,
  clock: () => Date,
  threads: Threads,
  given: Given,
): OpenPlanner | OpenRefusal {
  const migrationsFolder = join(appFolder, 'drizzle', 'migrations');
  const opened = openDatabase({ dataFolder, migrationsFolder, now: clock, key: given.key, check: given.check });
  if (opened.kind === 'refused') return opened;
  clearParts(opened.database.file);
  if (opened.database.key === undefined) removeStoreLock(dataFolder);
  const resourcesFolder = join(appFolder, 'resources');
  const { version } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string };
  const policy = given.policy ?? null;
  const now = () => clock().toISOString();
  const jobs = threads.backups === undefined ? jobsHere : jobsInThread(threads.backups);
  const context: Context = {
    database: opened.database,
    writeLock: new WriteLock(opened.database),
    imports: threads.imports === undefined ? workHere(() => context) : workInThread(threads.imports, () => context),
    backups: new Backups({ database: opened.database, dataFolder, version, now, jobs, place: policy?.backupFolder }),
    audit: new AuditTrail(opened.database, { folder: dataFolder, now }),
    session: new Session(opened.database),
    system: given.system ?? null,
    policy,
    reference: asDecided(loadReference(resourcesFolder), policy),
    version,
    dataFolder,
    migrationsFolder,
    resourcesFolder,
    today: () => civilDate(clock()),
    now,
  };
  const close = () => {
    const ended = context.imports.close();
    const last = () => {
      context.audit.close();
      closeDatabase(context.database);
    };
    if (ended === undefined && !context.backups.isAutomatic) return last();
    return Promise.resolve(ended)
      .then(() => context.backups.close())
      .finally(last);
  };
  return { kind: 'opened', context, isChecked: opened.isChecked, close };
}
