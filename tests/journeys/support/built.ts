import { runScript } from './running.ts';
import { why } from './targets.ts';

/** Before the first journey: what is stale is built and packaged, for journeys that run side by side would do it twice at once. */
export default function buildOnce(): void {
  runScript('build.mjs');
  if (why('packaged') === null) runScript('package.mjs');
}
