import type { ThreadFailure } from '../database/across-threads.ts';
import type { JobName } from './jobs.ts';

/** What the worker is started with. */
export interface WorkerStart {
  /** Absolute path of the data file. */
  readonly file: string;
  /** What encrypts it; null where nothing does. */
  readonly key: Uint8Array | null;
  readonly version: string;
  readonly dataFolder: string;
  readonly migrationsFolder: string;
  readonly resourcesFolder: string;
}

/** What the worker is told. */
export type ToWorker =
  | {
      readonly kind: 'do';
      readonly job: number;
      readonly name: JobName;
      readonly input: unknown;
      /** Memory of the run, which both threads look at. */
      readonly memory: SharedArrayBuffer;
      /** The civil date and the time by the planner's clock. */
      readonly today: string;
      readonly now: string;
    }
  /** The job may write now. */
  | { readonly kind: 'write'; readonly job: number };

/** What the worker says. */
export type FromWorker =
  | { readonly kind: 'done'; readonly job: number; readonly output: unknown }
  /** A bug, or what the disk did not take. */
  | ({ readonly kind: 'failed'; readonly job: number } & ThreadFailure)
  | { readonly kind: 'wants to write'; readonly job: number }
  | { readonly kind: 'written'; readonly job: number };
