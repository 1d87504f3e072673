import { z } from 'zod';
import { civilDate, id, instant, period, trustCode } from './values.ts';

/** A file taken in, known by its SHA-256. */
export const fileKey = z.string().regex(/^[0-9a-f]{64}$/);

/** A field's column: its heading as the file has it, a letter such as "N", or a number from 1; null where it has none. */
const columnName = z.union([z.string().trim().min(1), z.number().int().min(1).max(16_384), z.null()]);

const writtenPeriod = z
  .string()
  .regex(/^[^.]+\.\.[^.]+$/, 'Write a period as 2026-10-05..2026-11-01.')
  .transform((text) => ({ first: text.split('..')[0] ?? '', last: text.split('..')[1] ?? '' }))
  .pipe(period);

/** A cell's value as a person types it: read like text of the file. '' empties the cell. */
export const mend = z.object({ row: z.number().int().positive(), field: z.string(), value: z.string().max(500) });
export type Mend = z.infer<typeof mend>;

/**
 * How a file is to be read, as far as a person says: all that is left out is recognised. This is also the shape of the
 * command line's `--mapping` file.
 */
export const mapping = z.strictObject({
  /** Such as duty_roster. */
  kind: z.string().optional(),
  /** Key of a layout of that kind, such as A. */
  format: z.string().optional(),
  sheet: z.string().optional(),
  /** The row of headings, from 1; the lower one of two. */
  headerRow: z.number().int().min(1).max(1_048_576).optional(),
  fields: z.record(z.string(), columnName).optional(),
  /** Set of code words (or a field that uses it) to what the file says to what it means: {"grade": {"MW6": "Band 6"}}. */
  codes: z.record(z.string(), z.record(z.string(), z.string().trim().min(1))).optional(),
  /** The days that the file is of, also as "2026-10-05..2026-11-01"; rows outside it are refused. */
  period: z.union([period, writtenPeriod]).optional(),
  /** What to do with units that the trust does not have; a list names the only units to take, and adds those that are new. */
  units: z.union([z.enum(['create', 'refuse']), z.array(z.string().trim().min(1)).min(1)]).optional(),
  /** How numbers of hours are written: 11 h 30 as 0.479166667, as 11.5 or as 690. */
  hours: z.enum(['day_fraction', 'decimal_hours', 'minutes']).optional(),
  /** Field to whether its blank cells are what stands above them: {"unit": true, "costCentre": false}. */
  filledDown: z.record(z.string(), z.boolean()).optional(),
  mends: z.array(mend).optional(),
  /** Rows to leave out though they could be read. */
  leaveOut: z.array(z.number().int().positive()).optional(),
});
export type Mapping = z.infer<typeof mapping>;

/** The first rows of a sheet as a person knows them again; `likely` is the row that looks most like headings. */
export const firstRows = z.object({
  name: z.string(),
  rows: z.array(z.object({ row: z.number().int(), text: z.string() })),
  likely: z.number().int(),
});
export type FirstRows = z.infer<typeof firstRows>;

const remark = z.object({ code: z.string(), message: z.string() });
export type Remark = z.infer<typeof remark>;

export const choice = z.object({
  kind: z.string(),
  format: z.string(),
  sheet: z.string(),
  headerRow: z.number().int(),
  /** What it would be read as. */
  title: z.string(),
  reason: z.string(),
});

export const fieldQuestion = z.object({
  field: z.string(),
  title: z.string(),
  why: z.enum(['two_columns', 'no_column']),
  /** An answer must name a column; otherwise "there is none" is an answer too. */
  required: z.boolean(),
  /** Places of columns that could be it, from 0. */
  candidates: z.array(z.number().int()),
  message: z.string(),
});
export type FieldQuestion = z.infer<typeof fieldQuestion>;

const takenFile = z.object({ file: fileKey, name: z.string(), bytes: z.number().int() });
export type TakenFile = z.infer<typeof takenFile>;
export { takenFile };

/** What a file was recognised as. */
export const inspection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ambiguous'),
    message: z.string(),
    choices: z.array(choice),
    firstRows: z.array(firstRows),
  }),
  z.object({
    kind: z.literal('recognised'),
    file: takenFile,
    source: z.enum(['xlsx', 'csv', 'html']),
    text: z.object({ encoding: z.string(), delimiter: z.string() }).nullable(),
    importKind: z.string(),
    title: z.string(),
    format: z.string(),
    formatTitle: z.string(),
    sheet: z.string(),
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    headerRow: z.number().int(),
    /** Such as "20 of 24 headings match a duty roster". */
    reason: z.string(),
    /** How dates, times and hours are written. */
    values: z.array(z.string()),
    columns: z.array(
      z.object({
        place: z.number().int(),
        letter: z.string(),
        heading: z.string(),
        field: z.string().nullable(),
        /** Of a column that is of a course: the competence that it names, and the course that this counts as. */
        course: z.object({ competence: z.string(), code: z.string().nullable() }).nullable(),
        /** Of a column of groups with blank cells: whether these are read as the cell above, who says so, and how many of the first rows' cells are blank. */
        givenOnce: z
          .object({
            isOn: z.boolean(),
            by: z.enum(['values', 'kind', 'mapping', 'remembered']),
            filled: z.number().int(),
            blank: z.number().int(),
          })
          .nullable(),
        samples: z.array(z.string()),
      }),
    ),
    fields: z.array(
      z.object({
        field: z.string(),
        title: z.string(),
        required: z.boolean(),
        place: z.number().int().nullable(),
        /** Place of the one column that can be it, where it is made of that column; else null. */
        ofColumn: z.number().int().nullable(),
        /** Who says so: the heading, an earlier import of such a file, this mapping, or nobody. */
        by: z.enum(['heading', 'remembered', 'mapping', 'nobody']),
        /** True where it may hold names and the trust drops them. */
        dropped: z.boolean(),
      }),
    ),
    questions: z.array(fieldQuestion),
    /** Of a file whose dates no heading explains: the layouts that say what they are, of which `format` is one; else empty. */
    readings: z.array(z.object({ format: z.string(), title: z.string() })),
    /** Sets of code words, for answers to unknown words. */
    words: z.record(z.string(), z.array(z.object({ code: z.string(), title: z.string() }))),
    /** A file tells of a period, of how things stand on one day that it must name, or on the day on which it was made. */
    of: z.enum(['period', 'day', 'made']),
    /** True where a file of one day does not say which, and nobody has said it yet. */
    dateNeeded: z.boolean(),
    /** The period that the file states. */
    stated: z.object({ first: civilDate, last: civilDate }).nullable(),
    remarks: z.array(remark),
    /** How each visible sheet begins, to say what else the file is by. */
    firstRows: z.array(firstRows),
  }),
]);
export type Inspection = z.infer<typeof inspection>;

/** Problems that one answer could mend: the same reason in the same field with the same value. */
export const problemGroup = z.object({
  key: z.string(),
  /** `accepted` where the rows are taken all the same, on an assumption that the message names. */
  outcome: z.enum(['refused', 'accepted']),
  reason: z.string(),
  field: z.string(),
  /** The file's own heading of the field. */
  column: z.string(),
  read: z.string(),
  expected: z.string(),
  message: z.string(),
  count: z.number().int(),
  firstRow: z.number().int(),
  /** `word`: say what the value means, for all rows; `cell`: mend each cell; `none`: the row can only be left out. */
  mend: z.enum(['word', 'cell', 'none']),
  /** The set of code words for an answer: what the value means, or what a mended cell may say. */
  words: z.string().nullable(),
});
export type ProblemGroup = z.infer<typeof problemGroup>;

/** A problem in one cell, as the command line prints it too. */
export const cellProblem = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string(),
  read: z.string(),
  expected: z.string(),
  message: z.string(),
});
export type CellProblemShown = z.infer<typeof cellProblem>;

export const overlap = z.object({
  batch: id,
  fileName: z.string(),
  committedAt: instant,
  rows: z.number().int(),
  first: civilDate,
  last: civilDate,
  units: z.array(z.string()),
});
export type Overlap = z.infer<typeof overlap>;

export const overlapAnswer = z.enum(['replace', 'add', 'leave']);
export type OverlapAnswer = z.infer<typeof overlapAnswer>;

const counts = {
  rowsRead: z.number().int(),
  accepted: z.number().int(),
  refused: z.number().int(),
  ignored: z.number().int(),
};

export const preview = z.object({
  ...counts,
  period: z.object({ first: civilDate, last: civilDate }).nullable(),
  first: civilDate.nullable(),
  last: civilDate.nullable(),
  units: z.array(z.object({ name: z.string(), rows: z.number().int(), isNew: z.boolean() })),
  groups: z.array(problemGroup),
  warnings: z.array(
    z.object({ code: z.string(), message: z.string(), count: z.number().int(), rows: z.array(z.number().int()) }),
  ),
  ignoredRows: z.array(z.object({ reason: z.string(), count: z.number().int(), rows: z.array(z.number().int()) })),
  remarks: z.array(remark),
  /** The import that stored this very file in this very way already. */
  same: id.nullable(),
  overlaps: z.array(overlap),
});
export type Preview = z.infer<typeof preview>;

export const batch = z.object({
  id,
  trust: trustCode,
  kind: z.string(),
  title: z.string(),
  format: z.string(),
  fileName: z.string(),
  sha256: fileKey,
  bytes: z.number().int(),
  sheet: z.string(),
  headerRow: z.number().int(),
  period: z.object({ first: civilDate, last: civilDate }).nullable(),
  ...counts,
  remarks: z.array(remark),
  committedAt: instant,
  committedBy: z.string(),
  undoneAt: instant.nullable(),
  /** Rows that were left out and were mended after the import, the latest first. */
  mendedLater: z.array(z.object({ at: instant, by: z.string(), rows: z.number().int() })),
});
export type Batch = z.infer<typeof batch>;

export const committed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('committed'), batch, unitsMade: z.array(z.string()) }),
  /** The same file, read in the same way, is there: nothing was changed. */
  z.object({ kind: z.literal('already_there'), batch, message: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type Committed = z.infer<typeof committed>;

/** An import whose rows some figures are made of. */
export const importSource = z.object({
  id,
  format: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  first: civilDate,
  last: civilDate,
  rowsRead: z.number().int(),
  rowsAccepted: z.number().int(),
  rowsRefused: z.number().int(),
  rowsIgnored: z.number().int(),
  remarks: z.array(remark),
  committedAt: instant,
});

/** What an undo takes away and brings back. */
export const undoPreview = z.object({
  /** Rows of the import itself. */
  goes: z.number().int(),
  /** Rows of later imports that must be undone with it. */
  alsoGo: z.array(z.object({ batch: id, fileName: z.string(), rows: z.number().int() })),
  comesBack: z.array(z.object({ batch: id, fileName: z.string(), rows: z.number().int() })),
  unitsThatGo: z.array(z.string()),
  /** Later imports that took the place of rows of this one: they must be undone too, the last first. */
  later: z.array(batch),
  /** Later imports that left rows out because this one, or another, has their days: they may be undone too, and imported again. */
  left: z.array(batch),
  /** Later imports whose rows were checked against this list of people: they may be undone too, and imported again. */
  checked: z.array(batch),
});
export type UndoPreview = z.infer<typeof undoPreview>;
