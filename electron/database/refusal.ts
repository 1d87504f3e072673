/** Why the data file was not opened. */
export type OpenRefusalCode =
  | 'newer_version'
  | 'not_ours'
  | 'damaged'
  | 'migration_failed'
  | 'cannot_write'
  | 'in_use'
  | 'network'
  | 'locked'
  | 'no_ciphers'
  | 'policy';

/** A refusal to open the data file: plain words for the user, and details to copy for whoever helps. */
export type OpenRefusal = { kind: 'refused'; code: OpenRefusalCode; title: string; message: string; details: string };

const words: Record<OpenRefusalCode, { title: string; message: string }> = {
  newer_version: {
    title: 'This data belongs to a newer version of the planner',
    message:
      'A newer version of the planner has used this data, and this version could harm it. Install the newer version, or choose another data folder. Nothing has been changed.',
  },
  not_ours: {
    title: 'The data file is not one that this planner can use',
    message:
      'The data folder holds a file named planner.sqlite that was not made by a released version of the planner, or whose beginning is damaged. Move it away, or choose another data folder. Nothing has been changed.',
  },
  damaged: {
    title: 'The data file is damaged',
    message:
      'The planner found damage in its data file and has not opened it, so that nothing gets worse. Keep a copy of the whole data folder, then put back your latest backup, save what can still be read, or ask your IT service for yesterday’s copy of the folder. Nothing has been changed.',
  },
  migration_failed: {
    title: 'Your data could not be brought up to this version',
    message:
      'Your data is as it was before this version started: the copy made beforehand has been put back. Go on with the version that you used until now, and pass on the details below.',
  },
  cannot_write: {
    title: 'The planner cannot write to its data folder',
    message:
      'Check that the folder exists, that you may write to it, and that the disk is not full; or choose another data folder. Then start the planner again.',
  },
  locked: {
    title: 'This store is locked with a key',
    message:
      'Enter its passphrase, or the recovery code that was printed when it was locked. Nothing has been changed.',
  },
  no_ciphers: {
    title: 'This build cannot open an encrypted store',
    message:
      'The store is locked with a key, and this build of the planner holds no SQLite that can open it. Open it with the build that locked it, or in browser mode on Node 22.14 or later. Nothing has been changed.',
  },
  policy: {
    title: 'The policy of this PC cannot be followed',
    message:
      'IT decides by a policy file how the planner may be used here, and that file is wrong. Nothing was opened. Ask IT to mend it.',
  },
  network: {
    title: 'The data folder lies on a network share',
    message:
      'A store that is in use has to lie on a disk of this PC: on a share, what is saved can be lost when the network falters or two people open it. Copy the folder to this PC and start with --data, or ask IT to name a folder in the policy. Copies of backups may go to a share. Nothing has been changed.',
  },
  in_use: {
    title: 'The data is in use',
    message: 'Another copy of the planner is using this data. Close it, wait a moment, and start the planner again.',
  },
};

/** Builds a refusal; `details` are lines of fact (file, versions, SQLite's words) and hold nothing of the user's data. */
export function refuse(code: OpenRefusalCode, details: readonly string[]): OpenRefusal {
  return { kind: 'refused', code, ...words[code], details: [`Code: ${code}`, ...details].join('\n') };
}

const codes: readonly [pattern: RegExp, code: OpenRefusalCode][] = [
  [/^SQLITE_NOTADB/, 'not_ours'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^SQLITE_(BUSY|LOCKED)/, 'in_use'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH|FULL|IOERR)/, 'cannot_write'],
  [/^E(BUSY|TXTBSY)$/, 'in_use'],
  [/^E(ACCES|PERM|ROFS|NOENT|NOTDIR|EXIST|ISDIR|NOSPC|DQUOT|IO|NAMETOOLONG|LOOP|INVAL)$/, 'cannot_write'],
];

/** What an error of SQLite or of the file system means for the user; undefined for a bug of ours. */
export function codeOf(error: unknown): OpenRefusalCode | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes.find(([pattern]) => pattern.test(code))?.[1];
}

/** An error in one line for the details. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `${String(error.code)}: ${error.message}` : error.message;
}
