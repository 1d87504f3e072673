/** Why a file cannot be read at all. The codes are those of the samples' definitions and of the command line. */
export type FileRefusalReason =
  | 'cannot_open'
  | 'empty_file'
  | 'not_a_workbook'
  | 'damaged_zip'
  | 'password_protected'
  | 'legacy_xls'
  | 'html_not_a_workbook'
  | 'too_large'
  | 'unsafe_xml'
  | 'no_rows';

export interface FileRefusal {
  readonly kind: 'refused';
  readonly reason: FileRefusalReason;
  /** Sentences that say what was found, that nothing was stored, and what to do next. */
  readonly message: string;
}

const NEXT_STEP: Record<FileRefusalReason, string> = {
  cannot_open: 'Close it in any other program, check that it is still there, and try again.',
  empty_file: 'Export or download it again.',
  not_a_workbook: 'Choose an Excel Workbook (.xlsx) or a CSV file.',
  damaged_zip: 'Download or export it again; if it opens in Excel, save it there as a new Excel Workbook (.xlsx).',
  password_protected: 'Open it in Excel, remove the password under File, Info, Protect Workbook, and save it.',
  legacy_xls: 'Open it in Excel and save it as an Excel Workbook (.xlsx).',
  html_not_a_workbook: 'Open it in Excel and save it as an Excel Workbook (.xlsx).',
  too_large: 'Split it into smaller files, or delete the rows and columns that are not needed, and save it again.',
  unsafe_xml: 'Open it in Excel and save it as a new Excel Workbook (.xlsx).',
  no_rows: 'Check that the right sheet was exported, and export it again.',
};

/** Thrown while a file is read, caught by `openFile` and by whoever iterates over rows; `refusal` is what to show. */
export class FileRefusalError extends Error {
  override readonly name = 'FileRefusalError';
  readonly refusal: FileRefusal;

  /** `found` is a whole sentence about the file, for a person who knows nothing of its inside. */
  constructor(reason: FileRefusalReason, found: string, options?: ErrorOptions) {
    const message = `${found} Nothing was stored. ${NEXT_STEP[reason]}`;
    super(message, options);
    this.refusal = { kind: 'refused', reason, message };
  }
}

export function refuse(reason: FileRefusalReason, found: string, cause?: unknown): never {
  throw new FileRefusalError(reason, found, cause === undefined ? undefined : { cause });
}

/** The sentence for a part of the workbook whose bytes or XML are not what they should be. */
export function refuseDamaged(part: string, what: string, cause?: unknown): never {
  return refuse('damaged_zip', `The file is damaged: its part "${part}" ${what}.`, cause);
}
