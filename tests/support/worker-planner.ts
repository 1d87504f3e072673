import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { afterwards } from './afterwards.ts';
import { now, temporaryFolder } from './database.ts';

const project = join(import.meta.dirname, '..', '..');
const importWorker = join(project, 'electron', 'imports-worker.ts');

/** A planner whose imports are done by a thread of their own, as in the desktop app, with a trust T1. `script` is its code. */
export async function openWorkerPlanner({ dataFolder = temporaryFolder(), script = importWorker } = {}) {
  const answer = openPlanner(dataFolder, project, now, { imports: script });
  if (answer.kind === 'refused') throw new Error(answer.message);
  afterwards(answer.close);
  const { context } = answer;
  const client = inProcessClient(router, context, ({ error }) => {
    throw error;
  });
  const { trusts } = await client.organisation.overview();
  if (trusts.length === 0)
    await client.organisation.addTrust({ code: 'T1', name: 'Test Trust', system: null, sites: [], units: [] });
  return {
    client,
    context,
    dataFolder,
    close: answer.close,
    /** Takes a file in as the screens do, and returns its key. */
    async upload(path: string): Promise<string> {
      const bytes = readFileSync(path);
      const { upload } = await client.imports.begin({ name: basename(path) });
      const piece = 1_500_000;
      for (let offset = 0; offset < bytes.length; offset += piece) {
        const chunk = bytes.subarray(offset, offset + piece).toString('base64');
        await client.imports.append({ upload, offset, chunk });
      }
      return (await client.imports.finish({ upload })).file;
    },
    /** Settles as soon as a file is in that phase. */
    async until(file: string, phase: 'reading' | 'storing', rows = 1): Promise<void> {
      for (;;) {
        const progress = await client.imports.progress({ file });
        if (progress?.phase === phase && progress.rows >= rows) return;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
  };
}

export type WorkerPlanner = Awaited<ReturnType<typeof openWorkerPlanner>>;
