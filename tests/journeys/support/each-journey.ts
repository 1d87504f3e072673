import { afterEach } from 'vitest';
import { whatIsShown } from './shown.ts';

// A failure on another machine is understood by what was in view.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const text of await whatIsShown()) process.stderr.write(`\n${task.name}: ${text}\n`);
});
