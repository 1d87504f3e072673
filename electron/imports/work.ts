import type { Context } from '../context.ts';
import { deskOf } from './desk.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';
import { Cancelled, Run } from './run.ts';

/** Who does the heavy work of the imports: this thread or another. */
export interface ImportWork {
  /** Gets ready, because a file is coming. */
  prepare(): void;
  /** Does a job. Rejects on a bug alone; a job whose thread was lost is refused in words. */
  perform<Name extends JobName>(name: Name, input: JobInput<Name>, run: Run): Promise<JobOutput<Name>>;
  /** Ends what is under way, which leaves nothing; a promise where that takes its time. */
  close(): void | Promise<void>;
}

/** The work is done by this very thread, in slices between which other calls are answered. */
export function workHere(context: () => Context): ImportWork {
  return {
    prepare: () => undefined,
    async perform<Name extends JobName>(name: Name, input: JobInput<Name>, run: Run): Promise<JobOutput<Name>> {
      // Loaded with the first import: a planner that is just opened needs none of it.
      const { jobs } = await import('./jobs.ts');
      const job = jobs[name] as unknown as (...given: [Context, JobInput<Name>, Run]) => Promise<JobOutput<Name>>;
      try {
        return await job(context(), input, run);
      } catch (error) {
        if (error instanceof Cancelled) return null;
        throw error;
      }
    },
    close: () => undefined,
  };
}

/** Has a job done that can be asked for its progress and be cancelled under a key: of a file, or of an import. */
export async function performFor<Name extends JobName>(
  context: Context,
  key: string,
  name: Name,
  input: JobInput<Name>,
): Promise<JobOutput<Name>> {
  const run = new Run();
  return deskOf(context).during(key, run, () => context.imports.perform(name, input, run));
}

/** The key of the runs of an import that is undone or done again. */
export const keyOfBatch = (id: number): string => `import ${id}`;
