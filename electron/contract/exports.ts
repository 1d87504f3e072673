import { z } from 'zod';
import { verb } from './access.ts';
import { rate } from './values.ts';

/** A file for the user to save: the name to suggest, and its bytes as base64. */
export const exportedFile = z.object({
  fileName: z.string(),
  contents: z.base64(),
  /** What is left out of it since an earlier file told otherwise, in a sentence; null or missing where nothing is. */
  leftOut: z.string().nullable().optional(),
});

/**
 * What a column holds, which decides how a sheet shows it: `wte` is hundred-thousandths, `minutes` is shown as hours,
 * `rate` is a numerator and a denominator shown as a percentage, `figure` the same shown with four decimals, `date` is
 * YYYY-MM-DD.
 */
export const columnKind = z.enum(['text', 'long_text', 'wte', 'minutes', 'rate', 'figure', 'count', 'date']);

/** A column of a table as a screen shows it may also hold plain numbers: `number` with two decimals, `share` in percent. */
const shownKind = z.enum([...columnKind.options, 'number', 'share']);

/** What one cell holds; null is "not known", and a text stands as it is in a column of any kind. */
export const tableValue = z.union([z.string(), z.number(), rate, z.null()]);

export const tableRow = z.object({ kind: z.enum(['row', 'group', 'total']), values: z.array(tableValue).max(200) });

/** A table as a screen shows it. Every row has a value for each column. */
export const exportTable = z
  .object({
    title: z.string().min(1).max(200),
    /** Of whom, when and by which standard. */
    subtitle: z.string().max(500),
    /** The trust or system whose it is, which its file and its sheet name. */
    of: z.string().max(200).optional(),
    columns: z
      .array(z.object({ heading: z.string().max(200), kind: shownKind }))
      .min(1)
      .max(200),
    rows: z.array(tableRow).max(30_000, 'A sheet takes 30,000 rows at the most. Filter the table first.'),
    /** Terms used in the table and what they mean: a sheet of its own. */
    definitions: z.array(z.object({ term: z.string(), meaning: z.string() })),
  })
  .refine(
    ({ columns, rows }) => rows.every(({ values }) => values.length === columns.length),
    'Every row needs one value for each column.',
  );

export type ExportedFile = z.infer<typeof exportedFile>;
export type ExportTable = z.infer<typeof exportTable>;
export type TableRow = z.infer<typeof tableRow>;
export type TableValue = z.infer<typeof tableValue>;
export type ColumnKind = z.infer<typeof shownKind>;

/** Files made of what a screen shows. */
export const fileExports = {
  /** The table as a workbook, with its definitions. */
  table: verb('export', 'none').input(exportTable).output(exportedFile),
  /** The table as CSV: the headings, and the rows below. */
  csv: verb('export', 'none').input(exportTable).output(exportedFile),
};
