import { parentPort, workerData } from 'node:worker_threads';
import { AuditTrail } from './audit/trail.ts';
import { Backups } from './backups/backups.ts';
import { jobsHere } from './backups/work.ts';
import type { Context } from './context.ts';
import { failureOf } from './database/across-threads.ts';
import { foldLog } from './database/connection.ts';
import type { Database } from './database/database.ts';
import { openAgain } from './database/open.ts';
import { storeKey } from './database/store-key.ts';
import { WriteLock } from './database/write-lock.ts';
import { Run } from './imports/run.ts';
import { workHere } from './imports/work.ts';
import type { FromWorker, ToWorker, WorkerStart } from './imports/worker-messages.ts';
import { loadReference } from './reference/load.ts';
import { Session } from './profiles/session.ts';

/** The thread that reads and stores imports, with a connection of its own. Started by the planner that has the store open. */
const { file, key, version, dataFolder, migrationsFolder, resourcesFolder } = workerData as WorkerStart;
const opening =
  key === null ? Promise.resolve(openAgain(file, undefined)) : storeKey(key).then((known) => openAgain(file, known));
const reference = loadReference(resourcesFolder);
const say = (message: FromWorker) => parentPort?.postMessage(message);
const turns = new Map<number, () => void>();

function contextAt(database: Database, today: string, now: string): Context {
  const context: Context = {
    database,
    reference,
    version,
    dataFolder,
    migrationsFolder,
    resourcesFolder,
    today: () => today,
    now: () => now,
    writeLock: new WriteLock(database),
    imports: workHere(() => context),
    system: null,
    policy: null,
    // Who may ask for this was asked before, where the call came in.
    audit: new AuditTrail(database),
    session: new Session(database),
    backups: new Backups({ database, dataFolder, version, now: () => now, jobs: jobsHere }),
  };
  return context;
}

async function perform({ job, name, input, memory, today, now }: Extract<ToWorker, { kind: 'do' }>): Promise<void> {
  const database = await opening;
  const run = new Run(memory, async () => {
    await new Promise<void>((granted) => {
      turns.set(job, granted);
      say({ kind: 'wants to write', job });
    });
    turns.delete(job);
    return () => {
      foldLog(database.sqlite);
      say({ kind: 'written', job });
    };
  });
  try {
    const output = await contextAt(database, today, now).imports.perform(name, input as never, run);
    say({ kind: 'done', job, output });
  } catch (error) {
    say({ kind: 'failed', job, ...failureOf(error) });
  }
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'do') void perform(message);
  if (message.kind === 'write') turns.get(message.job)?.();
});
