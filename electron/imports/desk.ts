import { createHash, type Hash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TakenFile } from '#contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { type ImportRefusal, refuseFile } from './refusal.ts';
import type { Run } from './run.ts';

/** A file taken in, with the place where it lies. */
export type TakenPath = TakenFile & { readonly path: string };

interface Upload {
  readonly name: string;
  readonly path: string;
  readonly hash: Hash;
  bytes: number;
}

/** The largest file that is taken in. */
export const mostBytes = 200 * 1024 * 1024;

/**
 * The files that are being imported into one store, and what runs on them. They lie in `incoming` in the data folder,
 * each process in a folder of its own, and are deleted when the import is done or discarded.
 */
export class ImportDesk {
  /** What runs now, with the file or the import that it is about: several questions may be asked of one file. */
  readonly #runs = new Map<Run, string>();
  readonly #folder: string;
  readonly #uploads = new Map<string, Upload>();
  readonly #files = new Map<string, TakenFile>();

  constructor({ dataFolder }: Pick<Context, 'dataFolder'>) {
    const incoming = join(dataFolder, 'incoming');
    forgetEnded(incoming);
    this.#folder = join(incoming, String(process.pid));
  }

  begin(name: string): string {
    const upload = randomUUID();
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, upload);
    writeFileSync(path, '', { mode: 0o600 });
    this.#uploads.set(upload, { name, path, hash: createHash('sha256'), bytes: 0 });
    return upload;
  }

  /** Adds the next piece of a file. `offset` is where it belongs: a piece that was sent twice is taken once. */
  append(key: string, offset: number, chunk: Uint8Array): number | ImportRefusal {
    const upload = this.#uploads.get(key);
    if (upload === undefined || offset > upload.bytes) return fileGone();
    if (offset < upload.bytes) return upload.bytes;
    if (upload.bytes + chunk.length > mostBytes) {
      rmSync(upload.path, { force: true });
      this.#uploads.delete(key);
      return tooLarge();
    }
    appendFileSync(upload.path, chunk);
    upload.hash.update(chunk);
    upload.bytes += chunk.length;
    return upload.bytes;
  }

  finish(key: string): TakenFile | ImportRefusal {
    const upload = this.#uploads.get(key);
    if (upload === undefined) return fileGone();
    const file = upload.hash.digest('hex');
    renameSync(upload.path, this.pathOf(file));
    this.#uploads.delete(key);
    const taken = { file, name: upload.name, bytes: upload.bytes };
    this.#files.set(file, taken);
    return taken;
  }

  /** A run about a file or an import, until it has come to an end. */
  async during<Output>(key: string, run: Run, work: () => Promise<Output>): Promise<Output> {
    this.#runs.set(run, key);
    try {
      return await work();
    } finally {
      this.#runs.delete(run);
    }
  }

  /** What runs about a file or an import: of several, the one that has got on with rows. */
  runOf(key: string): Run | undefined {
    const all = [...this.#runs].flatMap(([run, of]) => (of === key ? [run] : []));
    return all.find(({ rows }) => rows > 0) ?? all.pop();
  }

  /** What writes to the store, or waits to. */
  get writing(): Run | undefined {
    return [...this.#runs.keys()].find(({ phase }) => phase !== 'reading' && phase !== 'comparing');
  }

  cancel(key: string): void {
    for (const [run, of] of this.#runs) if (of === key) run.cancel();
  }

  find(file: string): TakenFile | undefined {
    return this.#files.get(file);
  }

  pathOf(file: string): string {
    return join(this.#folder, file);
  }

  discard(file: string): void {
    this.cancel(file);
    this.#files.delete(file);
    rmSync(this.pathOf(file), { force: true });
  }
}

export function tooLarge(): ImportRefusal {
  return refuseFile('too_large', 'The file is larger than 200 MB. Nothing was stored. Export a shorter period.');
}

export function fileGone(): ImportRefusal {
  return { kind: 'refused', code: 'FILE_GONE', message: 'The file is no longer at hand. Choose it again.' };
}

/** Deletes what a process that has ended left behind, and what an earlier desk of this process did. */
function forgetEnded(incoming: string): void {
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(incoming)) {
    if (/^\d+$/.test(entry) && Number(entry) !== process.pid && isRunning(Number(entry))) continue;
    rmSync(join(incoming, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

const desks = new WeakMap<Database, ImportDesk>();

/** The desk of an open store; it goes with the store. */
export function deskOf(context: Pick<Context, 'database' | 'dataFolder'>): ImportDesk {
  const known = desks.get(context.database);
  if (known) return known;
  const desk = new ImportDesk(context);
  desks.set(context.database, desk);
  return desk;
}
