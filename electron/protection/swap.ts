import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { flush } from '../database/copies.ts';

const BLOCK = Buffer.alloc(1024 * 1024);

/** Beside the data file while it is being converted: the new file, and another name of the old one. */
export const partsOf = (file: string) => ({ made: `${file}.new-part`, old: `${file}.old-part` });

/**
 * Puts the converted file in the place of the closed data file in one step: whenever this is cut off, one of both is
 * there, whole. Then what was there is overwritten once and removed; see `docs/security.md` for what that is worth.
 */
export function swapIn(file: string): void {
  const { made, old } = partsOf(file);
  flush(made);
  try {
    linkSync(file, old);
  } catch {
    // A file system without second names: the old file goes without being overwritten.
  }
  renameSync(made, file);
  flush(dirname(file));
  clearParts(file);
}

/** Removes what a conversion left that was cut off, and overwrites what is no longer the data file. */
export function clearParts(file: string): void {
  const { made, old } = partsOf(file);
  if (existsSync(old)) {
    // While it is another name of the data file itself, only the name goes.
    if (statSync(old).nlink === 1) overwrite(old);
    rmSync(old, { force: true });
  }
  for (const left of [made, `${made}-journal`]) if (existsSync(left)) rmSync(left, { force: true });
}

function overwrite(path: string): void {
  const { size } = statSync(path);
  const handle = openSync(path, 'r+');
  try {
    for (let at = 0; at < size; at += BLOCK.length) writeSync(handle, BLOCK, 0, Math.min(BLOCK.length, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
