import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** What the first 100 bytes of a file say (https://www.sqlite.org/fileformat.html#the_database_header). */
export type Header =
  /** No file, or an empty one that a first start left when it was interrupted. */
  { kind: 'new' } | { kind: 'not_sqlite' } | { kind: 'sqlite'; applicationId: number; version: number };

/**
 * Reads the header without SQLite, which would touch the file's log: a file that is refused stays as it is. Throws where
 * the file may not be written to, since SQLite would open it for reading and fail at the first change.
 */
export function readHeader(file: string): Header {
  if (sizeOf(file) === 0) return { kind: 'new' };
  const bytes = Buffer.alloc(100);
  const handle = openSync(file, 'r+');
  try {
    readSync(handle, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(handle);
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return { kind: 'not_sqlite' };
  return { kind: 'sqlite', version: bytes.readUInt32BE(60), applicationId: bytes.readUInt32BE(68) };
}

/** Size of a file in bytes, 0 where there is none. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
