import { z } from 'zod';

/** Row id of the store. */
export const id = z.number().int().positive();

/** ODS code of a trust: letters and digits, kept in upper case. */
export const trustCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2,10}$/, 'Enter the ODS code, such as RX1: 2 to 10 letters and digits.');

/** What a person may type as a name: one line, not blank, 120 characters at the most. */
export const name = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, 'Enter a name.').max(120, 'Use 120 characters or fewer.'));

/** The text with line ends as line feeds and without control characters and broken ones, which no workbook can hold. */
export function legible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '');
}

/** What a person may type over several lines. */
export const typedText = z.string().transform(legible);

/** A civil date without a time, `YYYY-MM-DD`, that exists in the calendar. */
export const civilDate = z.iso.date('Enter a date as YYYY-MM-DD.');

/** A point in time as the store keeps it: ISO 8601, UTC. */
export const instant = z.iso.datetime();

/** Whole-time equivalents in hundred-thousandths: 1.00 WTE is 100000. */
export const wte = z.number().int().min(-1_000_000_000).max(1_000_000_000);

/** An establishment figure that a person enters: 0 to 9,999.99999 WTE, or null for "not known". */
export const enteredWte = z
  .number()
  .int()
  .min(0, 'Use 0 or more.')
  .max(999_999_999, 'Use 9,999.99999 or less.')
  .nullable();

/** A rate before rounding: shown as numerator / denominator; a denominator of 0 has no rate. */
export const rate = z.object({ numerator: z.number(), denominator: z.number() });

/** A quarter of the NHS year by calendar year of its April: 2026-Q2 is July to September 2026, 2026-Q4 January to March 2027. */
export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, 'Enter a quarter as 2026-Q2.');

/** What a return is of: a quarter of the NHS year (2026-Q2), or a month (2026-10). */
export const returnPeriod = z
  .string()
  .regex(/^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/, 'Enter a quarter as 2026-Q2, or a month as 2026-10.');

/** First and last day of a period, both counted. */
export const period = z
  .object({ first: civilDate, last: civilDate })
  .refine(({ first, last }) => first <= last, 'The first day is after the last.');

/** What a change was named, for its undo; null where everything was as asked already. */
export const changed = z.object({ label: z.string().nullable() });

export type Period = z.infer<typeof period>;
export type Rate = z.infer<typeof rate>;
