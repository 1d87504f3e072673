import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export type WriteOutcome =
  | { readonly kind: 'written' }
  /** A file of that name is there and replacing it was not asked for. It is untouched. */
  | { readonly kind: 'exists'; readonly message: string }
  /** The place cannot be written. What was there before is untouched. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Writes a file whole or not at all: to a new name beside it, flushed to the disk, then renamed. A file that is there
 * already is replaced only with `replace`, and stays as it was when anything fails.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array, replace: boolean): Promise<WriteOutcome> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 80)}.${randomBytes(6).toString('hex')}.part`);
  try {
    if (!replace && (await isThere(path))) return alreadyThere(path);
    await writeFlushed(beside, bytes);
    const placed = replace ? (await rename(beside, path), true) : await placeNew(beside, path);
    if (!placed) return alreadyThere(path);
    await flushFolder(dirname(path));
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'failed', message: `${sentence(error, path)} Nothing was changed.` };
  } finally {
    await unlink(beside).catch(() => undefined);
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the file its name unless another took it meanwhile; false then. A link never replaces, a rename does. */
async function placeNew(beside: string, path: string): Promise<boolean> {
  try {
    await link(beside, path);
    return true;
  } catch (error) {
    // Not every file system has links: a memory stick, some network shares.
    if (codeOf(error) === 'EEXIST' || (await isThere(path))) return false;
    await rename(beside, path);
    return true;
  }
}

/** So that the new name, too, survives a power cut. Windows cannot open a folder, and need not. */
async function flushFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    return;
  } finally {
    await handle?.close();
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );

const alreadyThere = (path: string): WriteOutcome => ({
  kind: 'exists',
  message: `There is already a file called ${basename(path)} there. Choose another name, or ask for it to be replaced.`,
});

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

function sentence(error: unknown, path: string): string {
  const name = basename(path);
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `The folder ${dirname(path)} is not there, so ${name} was not written. Choose another folder.`;
    case 'EISDIR':
      return `${name} is a folder, so no file can have that name there. Choose another name.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${name} may not be written in ${dirname(path)}, or is open in another program. Close it there, or choose another folder.`;
    case 'EBUSY':
      return `${name} is open in another program. Close it there, or choose another name.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left on the disk for ${name}. Make room, or choose another folder.`;
    case 'ENAMETOOLONG':
      return 'That file name is too long. Choose a shorter one.';
    default:
      return `${name} could not be written (${codeOf(error) || 'unknown cause'}). Try another folder.`;
  }
}
