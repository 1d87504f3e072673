import type { ColumnKind, Rate, TableValue } from '#contract';
import { hoursOfMinutes } from '../../../core/rates.ts';
import { inThrees, percentInWords, realMinus } from '../../../core/words.ts';
import { formatWte } from '../../../core/wte.ts';

/** "13.79 WTE", with a real minus sign; "not known" for null. */
export function wteInWords(wte: number | null): string {
  return wte === null ? 'not known' : `${realMinus(formatWte(wte))} WTE`;
}

/** "1,234.50 hours" from minutes. */
export function hoursInWords(minutes: number): string {
  const [whole = '', decimals = ''] = hoursOfMinutes(minutes).toFixed(2).split('.');
  return `${inThrees(whole)}.${decimals} hours`;
}

/** "1 line", "2 lines". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** What a measure or an input shows, with its unit. */
export function valueInWords(kind: ColumnKind, value: TableValue): string {
  if (value === null) return 'not known';
  if (typeof value === 'object') return kind === 'figure' ? quotientInWords(value) : percentInWords(value);
  if (typeof value === 'string') return value;
  return kind === 'wte' ? wteInWords(value) : kind === 'minutes' ? hoursInWords(value) : String(value);
}

/** "1.25 times", half up; what nothing divides is not known. */
function quotientInWords({ numerator, denominator }: Rate): string {
  if (denominator === 0) return 'not known';
  return `${(Math.floor((numerator * 100) / denominator + 0.5) / 100).toFixed(2)} times`;
}
