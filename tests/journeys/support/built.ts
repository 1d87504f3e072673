import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runOnce } from './running.ts';
import { why } from './targets.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all journeys of a run share. */
    shared: string;
  }
}

/** Before the first journey: what is stale is built and packaged, for journeys that run side by side would do it twice at once. */
export default function buildOnce(project: TestProject): () => void {
  runOnce('build.mjs');
  if (why('packaged') === null) runOnce('package.mjs');
  const shared = mkdtempSync(join(tmpdir(), 'planner-shared-'));
  project.provide('shared', shared);
  return () => rmSync(shared, { recursive: true, force: true, maxRetries: 5 });
}
