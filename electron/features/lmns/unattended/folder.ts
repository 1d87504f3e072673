import { open, readdir, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { looksLikeBundle } from '../../returns/bundle/read.ts';

/** Bytes that a file may have to be looked into: a return takes a hundredth of it. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** A file of a folder by its place there, with `/` between folders. */
export interface FoundFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** The files of a folder and of those in it: those that may be returns, and the names of the others. */
export interface FoundFiles {
  readonly returns: readonly FoundFile[];
  readonly others: readonly string[];
}

/** Looks for returns by ending, and for bundles by how they begin. What Excel keeps beside an open file is passed over. */
export async function findReturns(folder: string, except: readonly string[]): Promise<FoundFiles> {
  const returns: FoundFile[] = [];
  const others: string[] = [];
  for (const path of await filesIn(folder)) {
    const name = relative(folder, path).replace(/\\/g, '/');
    if (except.includes(path) || !(await mayBeReturn(path))) others.push(name);
    else returns.push({ name, path, bytes: (await stat(path)).size });
  }
  return { returns, others };
}

/** By name, so that what is compiled does not hang on the order in which a disk lists its files. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries
    .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesIn(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

async function mayBeReturn(path: string): Promise<boolean> {
  if (['.mwpreturn', '.xlsx'].includes(extname(path).toLowerCase())) return true;
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(300);
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    return looksLikeBundle(start.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
