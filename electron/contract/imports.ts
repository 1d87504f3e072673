import { z } from 'zod';
import { verb } from './access.ts';
import { changeKind, changes } from './import-changes.ts';
import {
  batch,
  choice,
  committed,
  fieldQuestion,
  firstRows,
  fileKey,
  inspection,
  mapping,
  overlap,
  overlapAnswer,
  preview,
  takenFile,
  undoPreview,
} from './import-shapes.ts';
import { fileBehind, filesUsed } from './files-behind.ts';
import { judgedRow, mending, paging } from './import-mending.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { id, trustCode } from './values.ts';

/** Why a file cannot be imported at all. Each comes with a sentence of its own. */
export const fileReason = z.enum([
  'cannot_open',
  'empty_file',
  'not_a_workbook',
  'damaged_zip',
  'password_protected',
  'legacy_xls',
  'html_not_a_workbook',
  'too_large',
  'unsafe_xml',
  'no_rows',
  'unknown_headings',
]);
export type FileReason = z.infer<typeof fileReason>;

/** The most text of one `append`, as base64. */
const longestChunk = 4_000_000;

const FILE_REFUSED = {
  status: 422,
  message: 'This file cannot be imported. Nothing was stored.',
  /** `sheets`: where no headings are known, the first rows of each visible sheet, to say what it is by. */
  data: z.object({ reason: fileReason, sheets: z.array(firstRows).optional() }),
} as const;
const FILE_GONE = { status: 404, message: 'The file is no longer at hand. Choose it again.' } as const;
const CHOICE_NEEDED = {
  status: 409,
  message: 'More than one reading of the file fits. Say which one to import.',
  data: z.object({ choices: z.array(choice) }),
} as const;
const COLUMNS_NEEDED = {
  status: 409,
  message: 'Say which columns these fields are.',
  data: z.object({ questions: z.array(fieldQuestion) }),
} as const;
const DATE_NEEDED = {
  status: 409,
  message: 'Say as on which day the file tells how things stand: give that day as its period.',
} as const;
const MAPPING_WRONG = { status: 422, message: 'The matching of the columns does not fit the file.' } as const;
const OVERLAP = {
  status: 409,
  message:
    'An earlier import has rows of the same units and days. Say whether to replace them, add to them or leave them.',
  data: z.object({ overlaps: z.array(overlap) }),
} as const;
const LATER_IMPORTS = {
  status: 409,
  message: 'Later imports took the place of rows of this one. Undo those too, or first.',
  data: z.object({ later: z.array(batch) }),
} as const;
const WORK_LOST = {
  status: 409,
  message: 'The import stopped before it was finished, and nothing of it was changed. Try it again.',
} as const;
const CANNOT_REDO = { status: 409, message: 'This import cannot be done again. Nothing was changed.' } as const;
const { TRUST_UNKNOWN, NOT_THERE } = refusals;

const progress = z.object({
  phase: z.enum(['reading', 'comparing', 'storing', 'undoing', 'redoing', 'saving']),
  rows: z.number().int(),
  /** Rows in all: about, while a file is read; null where that cannot be told yet. */
  of: z.number().int().nullable(),
  secondsLeft: z.number().int().nullable(),
});

/** What runs is asked for by the file, or the import, that it is about. */
const runKey = z.union([
  z.object({ file: fileKey, batch: z.undefined().optional() }),
  z.object({ batch: id, file: z.undefined().optional() }),
]);

const ofFile = { trust: trustCode, file: fileKey, mapping: mapping.default({}) };
const reading = { TRUST_UNKNOWN, FILE_GONE, FILE_REFUSED, MAPPING_WRONG, WORK_LOST };
const settled = { ...reading, CHOICE_NEEDED, COLUMNS_NEEDED, DATE_NEEDED };

const rememberedMapping = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  headings: z.array(z.string()),
  mapping,
  /** In words: the layout that the mapping names, and the fields that it speaks of. */
  formatTitle: z.string().nullable(),
  fieldTitles: z.record(z.string(), z.string()),
});

/** Everything between a file and stored rows. */
export const imports = {
  ...mending,

  /** The kinds of file that can be imported, with their fields; for a trust, with the words that are its own. */
  kinds: verb('view', 'none')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode.optional() }).default({}))
    .output(
      z.array(
        z.object({
          kind: z.string(),
          title: z.string(),
          /** `saysDates`: it says what the dates of a file are whose headings do not. */
          formats: z.array(z.object({ format: z.string(), title: z.string(), saysDates: z.boolean() })),
          /** `groups`: some files give it once and leave the rows below blank. */
          fields: z.array(
            z.object({ field: z.string(), title: z.string(), required: z.boolean(), groups: z.boolean() }),
          ),
          /** Sets of code words, each named by a field that uses it, with what a word of it may mean. */
          words: z.record(
            z.string(),
            z.object({ title: z.string(), meanings: z.array(z.object({ code: z.string(), title: z.string() })) }),
          ),
        }),
      ),
    ),

  /** A file is taken in by pieces, in their order, then known by its SHA-256 until it is imported or discarded. */
  begin: verb('import', 'none')
    .input(z.object({ name: z.string().min(1).max(255) }))
    .output(z.object({ upload: z.uuid() })),
  append: verb('import', 'none')
    .errors({ FILE_GONE, FILE_REFUSED })
    .input(z.object({ upload: z.uuid(), offset: z.number().int().min(0), chunk: z.base64().max(longestChunk) }))
    .output(z.object({ received: z.number().int() })),
  finish: verb('import', 'none')
    .errors({ FILE_GONE })
    .input(z.object({ upload: z.uuid() }))
    .output(takenFile),
  /** Forgets a file that was taken in. */
  discard: verb('import', 'none')
    .input(z.object({ file: fileKey }))
    .output(z.null()),

  /** What the file is, and which columns are which fields. */
  inspect: verb('view', 'people').errors(reading).input(z.object(ofFile)).output(inspection),
  /** Reads all rows and says what an import would do. Stores nothing. */
  preview: verb('view', 'people')
    .errors(settled)
    .input(z.object(ofFile))
    .output(z.union([preview, z.null()])),
  /** The rows of one group of problems, or of all, as a preview finds them. */
  problems: verb('view', 'people')
    .errors(settled)
    .input(z.object({ ...ofFile, ...paging, group: z.string().nullable().default(null) }))
    .output(z.object({ total: z.number().int(), headings: z.array(z.string()), rows: z.array(judgedRow) })),
  /** All problems as a workbook for whoever made the file: its rows as they are, the cells to mend marked and explained. */
  problemWorkbook: verb('export', 'people').errors(settled).input(z.object(ofFile)).output(exportedFile),
  /** The dry run: what is new, changed, unchanged and missing against what the store holds, and a page of it. */
  changes: verb('view', 'people')
    .errors(settled)
    .input(
      z.object({
        ...ofFile,
        ...paging,
        what: changeKind.nullable().default(null),
        /** Words that stand in what a row is known by. */
        filter: z.string().max(200).default(''),
      }),
    )
    .output(z.union([changes, z.null()])),
  /** Stores the rows in one transaction. */
  commit: verb('import', 'people')
    .errors({ ...settled, OVERLAP })
    .input(
      z.object({
        ...ofFile,
        overlap: overlapAnswer.optional(),
        remember: z.boolean().default(true),
      }),
    )
    .output(committed),
  /** How far the reading or storing of a file is, or the undoing or redoing of an import; null where none runs. */
  progress: verb('view', 'none').input(runKey).output(progress.nullable()),
  /** The import that is being stored, undone or done again: what is saved meanwhile waits for it. Null where there is none. */
  storing: verb('view', 'none').output(progress.nullable()),
  /** Stops what runs on a file or an import; nothing of it stays. */
  cancel: verb('import', 'none').input(runKey).output(z.null()),

  list: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(batch)),
  /** The files of each kind with rows that a figure is made of, the newest first. */
  behind: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, used: z.array(filesUsed).max(20) }))
    .output(z.array(z.array(fileBehind))),
  open: verb('view', 'people')
    .errors({ NOT_THERE })
    .input(z.object({ batch: id }))
    .output(
      z.object({
        batch,
        mapping,
        /** `title` is that of the field. */
        columns: z.array(z.object({ heading: z.string(), field: z.string().nullable(), title: z.string().nullable() })),
        /** Rows of it that later imports replaced. */
        replaced: z.array(z.object({ by: id, fileName: z.string(), rows: z.number().int() })),
        /** Later imports whose rows were checked against this list of people. */
        checked: z.array(z.object({ batch: id, fileName: z.string() })),
        stored: z.number().int(),
      }),
    ),
  /** The rows that were refused, ignored or remarked on. */
  rows: verb('view', 'people')
    .errors({ NOT_THERE })
    .input(
      z.object({ batch: id, outcome: z.enum(['accepted', 'refused', 'ignored']).nullable().default(null), ...paging }),
    )
    .output(z.object({ total: z.number().int(), headings: z.array(z.string()), rows: z.array(judgedRow) })),

  undoPreview: verb('view', 'people')
    .errors({ NOT_THERE })
    .input(z.object({ batch: id }))
    .output(undoPreview),
  /** Takes all rows of the import away; `alsoLater` undoes those that replaced some of them first. */
  undo: verb('undo', 'people')
    .errors({ NOT_THERE, LATER_IMPORTS, WORK_LOST })
    .input(
      z.object({
        batch: id,
        alsoLater: z.boolean().default(false),
        /** Of the later imports that left rows out in its favour or were checked against it, those to be undone too. */
        alsoLeft: z.array(id).default([]),
      }),
    )
    .output(z.object({ undone: z.array(batch) })),
  redo: verb('undo', 'people')
    .errors({ NOT_THERE, CANNOT_REDO, WORK_LOST })
    .input(z.object({ batch: id }))
    .output(batch),

  /** What was remembered of the matching of files. Code words that hold for every file of a kind have no headings. */
  mappings: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(rememberedMapping)),
  changeMapping: verb('change', 'people')
    .errors({ NOT_THERE, MAPPING_WRONG })
    .input(z.object({ id, mapping }))
    .output(rememberedMapping),
  forgetMapping: verb('change', 'people').errors({ NOT_THERE }).input(z.object({ id })).output(z.null()),
};
