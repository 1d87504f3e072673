const again = 'then do it again.';

/** What keeps SQLite from writing that no code of ours can mend, and the next step. */
const reasons: readonly [pattern: RegExp, sentence: string][] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    `There is no room left on the disk, so nothing was changed. Make room there, ${again}`,
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    `Another program holds the data file, so nothing was changed. Close it, or wait a moment, ${again}`,
  ],
  [
    /^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EROFS|EACCES|EPERM)/,
    `The data folder may not be written to any more, so nothing was changed. Ask IT for the right to write there, ${again}`,
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    'The data file is damaged, so nothing was changed. Close the planner and start it again: it then offers the newest backup.',
  ],
  [
    /^(SQLITE_IOERR|EIO|EFBIG)/,
    `The disk did not take this, so nothing was changed. Check that it is connected and not full, ${again}`,
  ],
];

/** Why a write was not done, as a sentence; undefined for an error that the disk and other programs do not explain. */
export function whyNotSaved(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  return reasons.find(([pattern]) => pattern.test(code))?.[1] ?? whyNotSaved(error.cause);
}
