// Tells whether something was already built from exactly these files: by their content, so that a fresh checkout or a
// touched file rebuilds nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function* filesUnder(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/** One digest of the names and contents of `inputs`, which are files or folders. */
export function digestOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs.filter(existsSync)) {
    for (const file of filesUnder(input)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether `outputs` are all there and `stampFile` says that they were built from `digest`. */
export function isFresh(stampFile, digest, outputs) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest && outputs.every(existsSync);
}

export function keepStamp(stampFile, digest) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}
