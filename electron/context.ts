import { implement } from '@orpc/server';
import { contract } from '#contract';
import type { Database } from './database/database.ts';
import type { WriteLock } from './database/write-lock.ts';
import type { AuditTrail } from './audit/trail.ts';
import type { Backups } from './backups/backups.ts';
import type { ImportWork } from './imports/work.ts';
import type { Policy } from './policy/policy.ts';
import type { SystemStore } from './protection/system-store.ts';
import type { Reference } from './reference/load.ts';
import type { Session } from './profiles/session.ts';

/** All that a handler may use of the world outside. */
export interface Context {
  readonly database: Database;
  /** Taken while another thread writes to the store. */
  readonly writeLock: WriteLock;
  /** Who does the heavy work of imports. */
  readonly imports: ImportWork;
  readonly backups: Backups;
  readonly audit: AuditTrail;
  /** Who is signed in, in this process. */
  readonly session: Session;
  /** The system's own store of secrets; null where there is none, as in browser mode. */
  readonly system: SystemStore | null;
  /** What IT has decided for this PC; null where nothing is. */
  readonly policy: Policy | null;
  readonly reference: Reference;
  readonly version: string;
  readonly dataFolder: string;
  /** Folder of the generated migrations. */
  readonly migrationsFolder: string;
  /** Folder of reference data, import formats and the sample service. */
  readonly resourcesFolder: string;
  /** The civil date of today, local. */
  today(): string;
  /** The time now as ISO 8601 in UTC. */
  now(): string;
}

/** The contract, ready to be implemented noun by noun. */
export const implementation = implement(contract).$context<Context>();
