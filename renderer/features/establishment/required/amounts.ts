import { roundedExact } from '#contract';

/** What was typed as a number: its hundred-thousandths, null for "not known", or what is wrong with it. */
export type Typed = { readonly value: number | null } | { readonly message: string };

const unknown = new Set(['', '-', '–', '?', 'not known', 'unknown', 'n/k']);

/** Reads "12,380", "6.6", "24 %" or "−350"; digits past the fifth decimal are refused, never dropped. */
export function typedAmount(text: string, { negative = false } = {}): Typed {
  const clean = text.replace(/\s|%$/gu, '').replace(/^−/u, '-').toLowerCase();
  if (unknown.has(text.trim().toLowerCase())) return { value: null };
  const parts = /^(-?)((?:\d{1,3}(?:,\d{3})+)|\d+)?(?:\.(\d+))?$/.exec(clean);
  if (!parts || (parts[2] === undefined && parts[3] === undefined))
    return {
      message: `“${text.trim()}” is not a number. Enter a number such as 6.6, or leave it blank if it is not known.`,
    };
  const [, sign, whole = '0', fraction = ''] = parts;
  if (sign && !negative) return { message: `“${text.trim()}” is below 0. Enter 0 or more.` };
  if (fraction.length > 5) return { message: 'Use five decimals or fewer.' };
  const digits = whole.replaceAll(',', '');
  if (digits.length > 7) return { message: 'Use 9,999,999 or less.' };
  const size = Number(digits) * 100_000 + Number(fraction.padEnd(5, '0'));
  return { value: sign ? -size : size };
}

/** Reads a whole number of women, cases or days. */
export function typedCount(text: string): Typed {
  const read = typedAmount(text);
  if ('message' in read || read.value === null) return read;
  return read.value % 100_000 === 0 ? { value: read.value / 100_000 } : { message: 'Use a whole number.' };
}

/** Hundred-thousandths as they are typed: 660000 is "6.6"; blank where not known. */
export function amountText(value: number | null): string {
  if (value === null) return '';
  const [whole = '', fraction = ''] = roundedExact(`${value}/100000`, 5).split('.');
  const kept = fraction.replace(/0+$/, '');
  return kept ? `${whole}.${kept}` : whole;
}

export const countText = (value: number | null): string => (value === null ? '' : String(value));

/** An exact figure with so many decimals, thousands in threes and a real minus sign; a dash where there is none. */
export function exactShown(value: string | null, decimals = 2): string {
  if (value === null) return '–';
  const [whole = '', fraction] = roundedExact(value, decimals).split('.');
  const threes = whole.replace('-', '−').replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? threes : `${threes}.${fraction}`;
}
