import { parentPort, workerData } from 'node:worker_threads';
import { type BackupWorkerEnd, type BackupWorkerStart, jobsHere } from './backups/work.ts';

/** The thread that does one job of backups and ends. */
const { name, order } = workerData as BackupWorkerStart;
const say = (end: BackupWorkerEnd) => parentPort?.postMessage(end);

(jobsHere[name] as (given: unknown) => Promise<unknown>)(order).then(
  (answer) => say({ kind: 'done', answer }),
  (error: unknown) => say({ kind: 'failed', stack: error instanceof Error ? (error.stack ?? '') : String(error) }),
);
