import { Worker } from 'node:worker_threads';
import { type ThreadFailure, thrownIn } from '../database/across-threads.ts';
import type { CheckOrder } from './check.ts';
import type { RestoreOrder, Restored, RestorePreview, RestoreRefusal } from './restore.ts';
import type { BackupOrder, BackupOutcome } from './write.ts';

/** The heavy work of backups: copying, proving and packing a store, putting one back, and looking through the open one. */
export interface BackupJobs {
  make(order: BackupOrder): Promise<BackupOutcome>;
  preview(order: RestoreOrder): Promise<RestorePreview | RestoreRefusal>;
  restore(order: RestoreOrder): Promise<Restored | RestoreRefusal>;
  /** The damage that is found, in SQLite's words; null where there is none. */
  check(order: CheckOrder): Promise<string | null>;
}

export type BackupJobName = keyof BackupJobs;

/** What a thread is started with, and what it says when it is done. */
export interface BackupWorkerStart {
  readonly name: BackupJobName;
  readonly order: BackupOrder | RestoreOrder | CheckOrder;
}
export type BackupWorkerEnd =
  | { readonly kind: 'done'; readonly answer: unknown }
  | ({ readonly kind: 'failed' } & ThreadFailure);

/** The jobs done by this thread; loaded with the first of them. */
export const jobsHere: BackupJobs = {
  make: async (order) => (await import('./write.ts')).makeBackup(order),
  preview: async (order) => (await import('./restore.ts')).previewRestore(order),
  restore: async (order) => (await import('./restore.ts')).restoreBackup(order),
  check: async (order) => (await import('./check.ts')).checkFile(order),
};

/** Each job in a thread of its own, with its own connection, so that the planner goes on answering. */
export function jobsInThread(script: string): BackupJobs {
  const perform = <Answer>(name: BackupJobName, order: BackupWorkerStart['order']) =>
    new Promise<Answer>((settle, fail) => {
      const workerData: BackupWorkerStart = { name, order };
      const worker = new Worker(script, { workerData });
      worker.once('message', (end: BackupWorkerEnd) =>
        end.kind === 'done' ? settle(end.answer as Answer) : fail(thrownIn('backup', end)),
      );
      worker.once('error', fail);
      worker.once('exit', () => fail(new Error('The backup thread ended before it was done')));
    });
  return {
    make: (order) => perform('make', order),
    preview: (order) => perform('preview', order),
    restore: (order) => perform('restore', order),
    check: (order) => perform('check', order),
  };
}
