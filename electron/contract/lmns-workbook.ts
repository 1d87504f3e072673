import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { ofReturn, returnRefusals } from './return-refusals.ts';
import { changed, id, trustCode } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const { NOT_STARTED } = returnRefusals;
const CANNOT_BE_FILLED = { status: 422, message: 'This workbook cannot be filled in. Nothing was stored.' } as const;
const ALREADY_HERE = {
  status: 409,
  message: 'This very workbook is here already. Open it, and point its cells.',
} as const;
const CELL_CANNOT = { status: 422, message: 'That cell cannot be filled in. Choose another.' } as const;
const CELL_HAS_FORMULA = {
  status: 409,
  message:
    'That cell holds a formula. Pouring would put the value in its place. Point at it again to say that it may go.',
} as const;
const FIELD_UNKNOWN = {
  status: 422,
  message: 'There is no such part of the return. Choose one from the list.',
} as const;
const BREAKS_RULES = {
  status: 409,
  message: 'Some values break a rule of the workbook. Change them, say them in its words, or pour all the same.',
} as const;

const cell = z.object({
  sheet: z.string(),
  /** Such as C5. */
  cell: z.string().regex(/^[A-Za-z]{1,3}[1-9]\d{0,6}$/, 'Enter a cell such as C5.'),
});

const lmnsWorkbookCell = z.object({
  cell: z.string(),
  row: z.number().int(),
  /** From 0. */
  column: z.number().int(),
  text: z.string().nullable(),
  formula: z.string().nullable(),
  /** What the cell's list lets it hold; null where it has none. */
  list: z.array(z.string()).nullable(),
});

const lmnsWorkbookSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  /** Of the part that is shown: the last row and column with anything in them, and some beyond. */
  rows: z.number().int(),
  columns: z.number().int(),
  /** False where the sheet goes on beyond that; its cells can be pointed at by their names. */
  whole: z.boolean(),
  /** Cells that hold something or have a list. */
  cells: z.array(lmnsWorkbookCell),
  merges: z.array(z.object({ from: z.string(), rows: z.number().int(), columns: z.number().int() })),
});

const pointed = cell.extend({ field: z.string(), title: z.string(), overFormula: z.boolean() });

const suggestion = cell.extend({
  field: z.string(),
  title: z.string(),
  /** Such as "the row of 4.1, under “BRAG status”". */
  why: z.string(),
});

const lmnsWorkbookHead = z.object({
  id,
  fileName: z.string(),
  /** The trust that uploaded it, where that is another one of the same LMNS. */
  of: z.string().nullable(),
});

const lmnsWorkbookView = lmnsWorkbookHead.extend({
  /** What to know about the workbook: macros, a signature. */
  remarks: z.array(z.string()),
  sheets: z.array(lmnsWorkbookSheet),
  pointed: z.array(pointed),
  suggested: z.array(suggestion),
  fields: z.array(z.object({ key: z.string(), part: z.string(), title: z.string(), shown: z.string() })),
  /** Our words and what the workbook says instead. */
  sayAs: z.array(z.object({ ours: z.string(), theirs: z.string() })),
});

const pouredCell = pointed.extend({
  /** What the cell will hold, in words; empty for nothing. */
  shown: z.string(),
  /** Why the workbook's own rule does not take it; null where it does. */
  problem: z.string().nullable(),
});

const ofLmnsWorkbook = z.object({ trust: trustCode, id });

export type LmnsWorkbookHead = z.infer<typeof lmnsWorkbookHead>;
export type LmnsWorkbookView = z.infer<typeof lmnsWorkbookView>;
export type LmnsWorkbookSheet = z.infer<typeof lmnsWorkbookSheet>;
export type PouredCell = z.infer<typeof pouredCell>;

/** Pouring a return into the LMNS's own workbook: part of `returns`. */
export const lmnsWorkbookVerbs = {
  /** Workbooks that the trust, or another of its LMNS, has uploaded. */
  lmnsWorkbooks: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(lmnsWorkbookHead)),
  addLmnsWorkbook: verb('import', 'figures')
    .errors({ TRUST_UNKNOWN, CANNOT_BE_FILLED, ALREADY_HERE })
    .input(z.object({ trust: trustCode, fileName: z.string().min(1).max(255), contents: z.base64() }))
    .output(z.object({ id })),
  removeLmnsWorkbook: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(ofLmnsWorkbook)
    .output(changed),
  /** Its sheets and cells, what points where, and what may, for the return of a period. */
  lmnsWorkbook: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_THERE })
    .input(ofReturn.extend({ id }))
    .output(lmnsWorkbookView),
  /** Points parts of the return at cells; a cell takes one part. All or none. */
  pointLmnsWorkbook: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_THERE, FIELD_UNKNOWN, CELL_CANNOT, CELL_HAS_FORMULA })
    .input(
      ofReturn.extend({
        id,
        points: z
          .array(cell.extend({ field: z.string(), overFormula: z.boolean().default(false) }))
          .min(1)
          .max(2000),
      }),
    )
    .output(changed),
  clearLmnsWorkbookCell: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(ofLmnsWorkbook.extend(cell.shape))
    .output(changed),
  /** Says one of our words in the workbook's own, such as "On track" as "G"; empty takes that back. */
  sayInLmnsWorkbook: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(ofLmnsWorkbook.extend({ ours: z.string().min(1).max(200), theirs: z.string().trim().max(200) }))
    .output(changed),
  /** What each cell would hold, and what breaks a rule of the workbook. */
  pouring: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_THERE })
    .input(ofReturn.extend({ id }))
    .output(z.array(pouredCell)),
  /** The workbook with the return in it. Everything else in it stays as it was. */
  pour: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_THERE, BREAKS_RULES })
    .input(ofReturn.extend({ id, despite: z.boolean().default(false) }))
    .output(exportedFile),
};
