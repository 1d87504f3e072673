import { Worker } from 'node:worker_threads';
import type { Context } from '../context.ts';
import { type CallInHand, callInHand } from '../database/call-in-hand.ts';
import { thrownIn } from '../database/across-threads.ts';
import type { JobOutput } from './jobs.ts';
import { workLost } from './refusal.ts';
import type { Run } from './run.ts';
import type { ImportWork } from './work.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** Rows live for a moment: a small young generation stays in the processor's cache, and takes no more memory as files grow. */
const YOUNG = { maxYoungGenerationSizeMb: 12 };

interface Waiting {
  readonly run: Run;
  settle(output: unknown): void;
  fail(error: Error): void;
  /** The call that asked for it. */
  readonly call: CallInHand | undefined;
  /** Lets go of the write lock, while the job has it. */
  letGo?: () => void;
}

/**
 * The work is done by a thread of its own, with its own connection: whatever it does, this thread goes on answering.
 * `script` is where the worker's code lies. It is started with the first job, and anew after it was lost.
 */
export function workInThread(script: string, context: () => Context): ImportWork {
  let worker: Worker | null = null;
  let jobs = 0;
  const waiting = new Map<number, Waiting>();
  /** Jobs that have not come to an end. */
  const under = new Set<Promise<unknown>>();

  const tell = (message: ToWorker) => worker?.postMessage(message);

  function start(): Worker {
    const { database, version, dataFolder, migrationsFolder, resourcesFolder } = context();
    const workerData: WorkerStart = {
      file: database.file,
      key: database.key?.bytes ?? null,
      version,
      dataFolder,
      migrationsFolder,
      resourcesFolder,
    };
    const started = new Worker(script, { workerData, resourceLimits: YOUNG });
    started.on('message', (message: FromWorker) => void hear(message));
    started.on('error', (error) => process.emitWarning(`The import worker was lost. ${error.stack ?? error.message}`));
    started.on('exit', () => lose(started));
    return started;
  }

  async function hear(message: FromWorker): Promise<void> {
    const one = waiting.get(message.job);
    if (one === undefined) return;
    if (message.kind === 'wants to write') {
      const letGo = await context().writeLock.take();
      if (!waiting.has(message.job)) return letGo();
      one.letGo = letGo;
      // This thread is told that it is done, and may be killed before.
      one.call?.begun();
      tell({ kind: 'write', job: message.job });
      return;
    }
    one.letGo?.();
    if (message.kind === 'written') return;
    waiting.delete(message.job);
    if (message.kind === 'done') one.settle(message.output);
    else one.fail(thrownIn('import', message));
  }

  /** The thread is gone: SQLite has taken back what it had not committed. */
  function lose(gone: Worker): void {
    if (worker !== gone) return;
    worker = null;
    for (const one of waiting.values()) {
      one.letGo?.();
      one.settle(workLost());
    }
    waiting.clear();
  }

  return {
    prepare() {
      worker ??= start();
    },
    perform(name, input, run) {
      worker ??= start();
      const job = ++jobs;
      const { today, now } = context();
      const answer = new Promise<JobOutput<typeof name>>((settle, fail) => {
        const call = callInHand.getStore();
        waiting.set(job, { run, settle: (output) => settle(output as JobOutput<typeof name>), fail, call });
        tell({ kind: 'do', job, name, input, memory: run.memory, today: today(), now: now() });
      });
      under.add(answer);
      void answer.catch(() => undefined).then(() => under.delete(answer));
      return answer;
    },
    async close() {
      // A thread that is ended while SQLite is at work takes the whole process with it: it is asked to stop first.
      for (const { run } of waiting.values()) run.cancel();
      await Promise.allSettled(under);
      await worker?.terminate();
    },
  };
}
