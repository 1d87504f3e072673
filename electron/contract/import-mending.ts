import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { batch, mapping, mend, problemGroup } from './import-shapes.ts';
import { refusals } from './refusals.ts';
import { id, instant } from './values.ts';

const { NOT_THERE } = refusals;
const IMPORT_UNDONE = {
  status: 409,
  message: 'This import is undone. Do it again first, then mend its rows.',
} as const;
const MAPPING_WRONG = { status: 422, message: 'That answer does not fit this kind of file.' } as const;

/** A row that was refused, ignored or remarked on, with its cells as they were read. */
export const judgedRow = z.object({
  row: z.number().int(),
  outcome: z.enum(['accepted', 'refused', 'ignored']),
  reason: z.string(),
  field: z.string().nullable(),
  column: z.string().nullable(),
  read: z.string().nullable(),
  expected: z.string().nullable(),
  message: z.string().nullable(),
  cells: z.array(z.string()),
  /** Cells that were blank and read as those of another row: their column, and that row. */
  given: z.array(z.object({ column: z.string(), from: z.number().int() })),
});
export type ShownRow = z.infer<typeof judgedRow>;

export const paging = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
};

/** Cells mended and words told of the rows that an import left out. */
const answers = { batch: id, mends: z.array(mend).default([]), codes: mapping.shape.codes };

/** Mending the rows that an import left out, after the import. */
export const mending = {
  /** The rows left out by problem, as they would be with these answers. Stores nothing. */
  leftOut: verb('view', 'people')
    .errors({ NOT_THERE, MAPPING_WRONG })
    .input(z.object(answers))
    .output(
      z.object({
        batch,
        groups: z.array(problemGroup),
        /** Rows that could join the import now. */
        ready: z.number().int(),
        /** Sets of code words, for answers to unknown words. */
        words: z.record(z.string(), z.array(z.object({ code: z.string(), title: z.string() }))),
      }),
    ),
  /** The rows of one group, or of all, as they would be with these answers. */
  leftOutRows: verb('view', 'people')
    .errors({ NOT_THERE, MAPPING_WRONG })
    .input(z.object({ ...answers, ...paging, group: z.string().nullable().default(null) }))
    .output(z.object({ total: z.number().int(), headings: z.array(z.string()), rows: z.array(judgedRow) })),
  /** Stores the rows that these answers mend, as rows of the import; the others stay left out, their answers kept. */
  mendLeftOut: verb('change', 'people')
    .errors({ NOT_THERE, MAPPING_WRONG, IMPORT_UNDONE })
    .input(z.object({ ...answers, remember: z.boolean().default(true) }))
    .output(z.object({ batch, joined: z.number().int(), stillOut: z.number().int() })),
  /** Takes the rows that joined an import at that instant out again. */
  takeBackMends: verb('change', 'people')
    .errors({ NOT_THERE, IMPORT_UNDONE })
    .input(z.object({ batch: id, at: instant }))
    .output(batch),
  /** The rows that an import left out as a workbook for whoever made the file. */
  leftOutWorkbook: verb('export', 'people')
    .errors({ NOT_THERE })
    .input(z.object({ batch: id }))
    .output(exportedFile),
};
