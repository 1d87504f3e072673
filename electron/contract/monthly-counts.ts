import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, name, rate, trustCode, typedText } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE, NAME_TAKEN, STILL_USED } = refusals;
const count = z.number().int();

/** A calendar month, `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Enter a month as 2026-10.');
export const grouping = z.enum(['month', 'quarter', 'half']);

/** A sum; what was entered by hand counts before what an import has. Null is "not known", which is not nought. Missing are units and months of those who enter it that were not entered. */
const cell = z.object({
  count: count.nullable(),
  known: count,
  missing: count,
  /** Units and months whose count an import has. */
  fromImport: count,
  /** What imports have, where counts entered by hand differ and count instead; null where none does. */
  besideHand: count.nullable(),
});

const countedRow = z.object({
  key: z.string(),
  name: z.string(),
  meaning: z.string(),
  /** From the guideline, the trust's own, or not a red flag. */
  source: z.enum(['NICE', 'local', 'counted']),
  cells: z.array(cell),
  total: cell,
});

const counts = z.object({
  columns: z.array(z.object({ key: z.string(), title: z.string(), months: z.array(month) })),
  rows: z.array(countedRow),
  /** All red flags together. */
  flags: z.object({ cells: z.array(cell), total: cell }),
  /** Women with one-to-one care over women in labour, of the units and months where both are known. */
  oneToOne: z.object({ cells: z.array(rate), total: rate, formula: z.string() }),
  /** The trust's own flags, with their ids, and names that units often add. */
  ownFlags: z.array(z.object({ id, key: z.string(), name: z.string(), meaning: z.string() })),
  suggestions: z.array(z.string()),
  pack: z.object({ title: z.string(), version: z.string(), source: z.string() }),
});

/** A count that a file has, and where it was read. */
const readCount = z.object({
  unit: z.string(),
  month,
  counted: z.string(),
  name: z.string(),
  count,
  /** The count entered by hand that counts instead; null where the file's counts. */
  byHand: count.nullable(),
  batch: id,
  fileName: z.string(),
  sheet: z.string(),
  row: count,
});

const problem = z.object({ cell: z.number().int(), read: z.string(), message: z.string() });
const CELLS_REFUSED = {
  status: 422,
  message: 'Some counts could not be understood. Nothing was changed. Correct them and try again.',
  data: z.object({ problems: z.array(problem) }),
} as const;

const actionCells = z.object({
  month,
  unit: id.nullable(),
  flag: z.string().nullable(),
  action: typedText.pipe(z.string().trim().min(1, 'Enter what was done.').max(2000, 'Use 2,000 characters or fewer.')),
  lead: typedText.pipe(z.string().trim().max(120, 'Use 120 characters or fewer.')),
  due: civilDate.nullable(),
  done: civilDate.nullable(),
});
const action = actionCells.extend({ id, unitName: z.string().nullable(), flagName: z.string() });

export type Grouping = z.infer<typeof grouping>;
export type MonthlyCounts = z.infer<typeof counts>;
export type CountedRow = z.infer<typeof countedRow>;
export type CountCell = z.infer<typeof cell>;
export type ReadCount = z.infer<typeof readCount>;
export type CountProblem = z.infer<typeof problem>;
export type RedFlagAction = z.infer<typeof action>;
export type RedFlagActionCells = z.infer<typeof actionCells>;

/** Red flags, one-to-one care and births by month, and what was done: part of `assurance`. Every change can be undone. */
export const countVerbs = {
  /** Counts by month, quarter or half of the NHS year, of one unit or of all; the last column holds `last`, or this month. */
  counts: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(
      z.object({
        trust: trustCode,
        unit: id.nullish(),
        by: grouping.default('month'),
        last: month.nullish(),
        columns: count.min(1).max(24).default(12),
      }),
    )
    .output(counts),
  /** The rows of files behind the counts of some months, of one unit or of all. */
  countRows: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust: trustCode, unit: id.nullish(), first: month, last: month }))
    .output(z.array(readCount)),
  /** Counts as typed or pasted: all or nothing. Blank is "not known". */
  enterCounts: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, CELLS_REFUSED })
    .input(
      z.object({
        trust: trustCode,
        cells: z
          .array(z.object({ unit: id, month, counted: z.string(), text: z.string().max(200) }))
          .min(1)
          .max(5_000),
      }),
    )
    .output(changed),
  addFlag: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NAME_TAKEN })
    .input(z.object({ trust: trustCode, name, meaning: typedText.pipe(z.string().trim().max(500)).default('') }))
    .output(changed.extend({ id })),
  /** Takes a local flag away that has no counts and no actions. */
  removeFlag: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, STILL_USED })
    .input(z.object({ trust: trustCode, id }))
    .output(changed),
  /** What was done about red flags of some months. */
  actions: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, first: month, last: month }))
    .output(z.array(action)),
  addAction: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(actionCells.extend({ trust: trustCode }))
    .output(changed.extend({ id })),
  changeAction: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(actionCells.partial().extend({ trust: trustCode, id }))
    .output(changed),
  removeAction: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust: trustCode, id }))
    .output(changed),
};
