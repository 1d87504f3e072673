import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterwards } from './afterwards.ts';

/** A path in a new folder of the test file's own for each name, removed when its tests are done. */
export function temporaryPaths(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'planner-test-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
