import { z } from 'zod';

/** An exact figure in lowest terms, "3597/80", or "12" where it is whole: it is rounded once, where it is shown. */
export const exact = z.string().regex(/^-?\d+(\/[1-9]\d*)?$/);

/**
 * What a person enters as a decimal number, in hundred-thousandths: 6.6 hours are 660000, 12.5 % is 1250000. Cases a
 * year may be millions, so this reaches further than WTE. Null is "not known".
 */
export const amount = z
  .number()
  .int()
  .min(0, 'Use 0 or more.')
  .max(999_999_999_999, 'Use 9,999,999 or less.')
  .nullable();

/** The same, where it may be below nought: cases that another trust takes over. */
export const signedAmount = z.number().int().min(-999_999_999_999).max(999_999_999_999).nullable();

/** A percentage from 0 to 100 in hundred-thousandths of a percent. */
export const percentage = z.number().int().min(0, 'Use 0 or more.').max(10_000_000, 'Use 100 or less.').nullable();

/** An exact figure with so many decimals, half up (a half goes away from nought), as plain text: "-1.65". */
export function roundedExact(value: string, decimals: number): string {
  const [above = '0', below = '1'] = value.split('/');
  const negative = above.startsWith('-');
  const size = BigInt(negative ? above.slice(1) : above) * 10n ** BigInt(decimals);
  const units = (2n * size + BigInt(below)) / (2n * BigInt(below));
  const digits = units.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative && units !== 0n ? `-${text}` : text;
}
