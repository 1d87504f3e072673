import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './database/across-threads.ts';
import { type BackupWorkerEnd, type BackupWorkerStart, jobsHere } from './backups/work.ts';

/** The thread that does one job of backups and ends. */
const { name, order } = workerData as BackupWorkerStart;
const say = (end: BackupWorkerEnd) => parentPort?.postMessage(end);

(jobsHere[name] as (given: unknown) => Promise<unknown>)(order).then(
  (answer) => say({ kind: 'done', answer }),
  (error: unknown) => say({ kind: 'failed', ...failureOf(error) }),
);
