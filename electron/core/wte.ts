import { invariant } from './invariant.ts';
import { roundedQuotient } from './rates.ts';

/** 1.00 WTE: whole-time equivalents are kept as whole hundred-thousandths, since staff lists print five decimals. */
export const oneWte = 100_000;

const decimalNumber = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/**
 * WTE in hundred-thousandths from a number or its text, such as 0.64 or "12.25"; digits past the fifth round half up.
 * Undefined for anything that is not a plain decimal number below 10 million.
 */
export function parseWte(value: number | string): number | undefined {
  const text = typeof value === 'number' ? plainDecimal(value) : value.trim();
  const parts = decimalNumber.exec(text);
  if (parts === null) return undefined;
  const whole = parts[2] ?? '';
  const fraction = parts[3] ?? '';
  if (whole === '' && fraction === '') return undefined;
  if (whole.length > 7) return undefined;
  const size =
    Number(whole) * oneWte + Number(fraction.padEnd(5, '0').slice(0, 5)) + ((fraction[5] ?? '0') >= '5' ? 1 : 0);
  return (parts[1] === '-' ? -size : size) + 0;
}

/** WTE as text with a fixed number of decimals, half up: 1225000 is "12.25". */
export function formatWte(value: number, decimals = 2): string {
  invariant(Number.isSafeInteger(value), 'WTE as whole hundred-thousandths');
  return roundedQuotient(value, oneWte, decimals).toFixed(decimals);
}

/** A number without an exponent; what arithmetic leaves behind the tenth decimal (0.30000000000000004) is dropped. */
function plainDecimal(value: number): string {
  return Number.isFinite(value) ? value.toFixed(10) : '';
}
