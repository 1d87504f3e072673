import { z } from 'zod';
import { batch } from './import-shapes.ts';
import { civilDate } from './values.ts';

/** Files that a figure is made of: those with rows of the days from `first` to `last`, or of a list the newest up to `last`. */
export const filesUsed = z.object({
  kind: z.string(),
  first: civilDate.nullish(),
  last: civilDate.nullish(),
});
export type FilesUsed = z.infer<typeof filesUsed>;

/** A file with rows that a figure is made of: how many of those that it brought. */
export const fileBehind = batch
  .pick({ id: true, fileName: true, sheet: true, period: true, accepted: true, committedAt: true, committedBy: true })
  .extend({ rows: z.number().int() });
export type FileBehind = z.infer<typeof fileBehind>;
