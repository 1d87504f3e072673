import { Run } from '../../electron/imports/run.ts';

/** The import worker, but that it ends in the middle of storing, as if its memory had run out. */
const step = Object.getOwnPropertyDescriptor(Run.prototype, 'step')?.value as (this: Run, rows?: number) => void;
Run.prototype.step = function (this: Run, rows?: number): void {
  step.call(this, rows);
  if (this.phase === 'storing' && this.rows > 2000) process.exit(7);
};
await import('../../electron/imports-worker.ts');
