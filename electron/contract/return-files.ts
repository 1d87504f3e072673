import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { ofReturn, returnRefusals } from './return-refusals.ts';

/** A highlight report for Word or as a PDF; every table as CSV files in a zip, or as JSON. */
export const returnFileFormat = z.enum(['docx', 'pdf', 'csv', 'json']);

export type ReturnFileFormat = z.infer<typeof returnFileFormat>;

/** Files that a return goes out as, beside its workbook: part of `returns`. */
export const returnFileVerbs = {
  file: verb('export', 'figures')
    .errors({
      TRUST_UNKNOWN: refusals.TRUST_UNKNOWN,
      NOT_STARTED: returnRefusals.NOT_STARTED,
      NOT_THERE: refusals.NOT_THERE,
    })
    .input(
      ofReturn.extend({
        format: returnFileFormat,
        /** A return that was submitted, by its number from 1; without one the return as it stands. */
        submission: z.number().int().positive().optional(),
      }),
    )
    .output(exportedFile),
};
