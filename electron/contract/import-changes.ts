import { z } from 'zod';
import { civilDate, id } from './values.ts';

/** What becomes of a row against what the store holds; `missing` is there and not in the file. */
export const changeKind = z.enum(['new', 'changed', 'unchanged', 'missing']);
export type ChangeKind = z.infer<typeof changeKind>;

const rows = z.number().int();
export const changeCounts = z.object({ new: rows, changed: rows, unchanged: rows, missing: rows });
export type ChangeCounts = z.infer<typeof changeCounts>;

/** A row of a dry run, in words. */
const changedRow = z.object({
  what: changeKind,
  /** What such rows are called: "Duties". */
  part: z.string(),
  /** Row of the sheet; null where it is missing from the file. */
  row: rows.nullable(),
  /** Where the stored row came from; null where it is new. */
  stored: z.object({ batch: id, row: rows }).nullable(),
  /** What the row is known by. */
  known: z.array(z.object({ title: z.string(), value: z.string() })),
  /** What differs, old and new; for a new or a missing row all that it says. Null is empty. */
  fields: z.array(z.object({ title: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type ChangedRow = z.infer<typeof changedRow>;

/** What an import would change in the store. */
export const changes = z.object({
  /** A list of one day is compared with the newest earlier one, other files with the same days. */
  by: z.enum(['day', 'period']),
  /** The days of the stored rows that were compared with; null where there are none. */
  against: z.object({ first: civilDate, last: civilDate, rows }).nullable(),
  counts: changeCounts,
  /** Rows that were asked for, of which `rows` is one page. */
  total: rows,
  rows: z.array(changedRow),
});
export type Changes = z.infer<typeof changes>;
