import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Puts base64 contents into a file that only this user can read for as long as `work` takes. */
export async function withTemporaryFile<T>(contents: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'planner-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, Buffer.from(contents, 'base64'), { mode: 0o600 });
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
