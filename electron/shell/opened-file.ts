import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';

/** What the page knows how to take in. */
const TAKEN = new Set(['.mwp-return', '.xlsx', '.csv']);
const LARGEST = 100_000_000;

/** A file that the person opened with the app, for the page to take in; null where it is none that the page can use. */
export function readOpenedFile(path: string): { name: string; bytes: Uint8Array } | null {
  try {
    const { size } = statSync(path);
    if (!TAKEN.has(extname(path).toLowerCase()) || size > LARGEST) return null;
    return { name: basename(path), bytes: readFileSync(path) };
  } catch {
    return null;
  }
}
