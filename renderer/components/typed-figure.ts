import type { ReturnMeasure, TableValue } from '#contract';

/** What one of a unit is in the store, and what the unit is called: a rate is typed as a percentage. */
const units = {
  wte: { scale: 100_000, name: 'WTE' },
  minutes: { scale: 60, name: 'hours' },
  count: { scale: 1, name: '' },
  rate: { scale: 100, name: '%' },
} as const;
type Typed = keyof typeof units;

/** A rate that was typed has this denominator: a hundredth of a percent is told, as it is shown. */
const OF = 10_000;

/** Measures that a person can put another number in place of: a number or a percentage, and no words. */
export const canBeTyped = ({ kind }: ReturnMeasure) => kind in units;

/** "Vacancy rate, %". */
export const typedLabel = ({ title, kind }: ReturnMeasure): string =>
  [title, units[kind as Typed].name].filter(Boolean).join(', ');

/** The value as it is typed; empty where it is not known. */
export function typedValue({ kind, value }: ReturnMeasure): string {
  if (typeof value === 'number') return String(value / units[kind as Typed].scale);
  if (typeof value !== 'object' || value === null || value.denominator === 0) return '';
  return (Math.round((value.numerator / value.denominator) * OF) / 100).toFixed(2);
}

/** What was typed in place of a measure's value as the store has it; null where it is the same, undefined for no number. */
export function readTyped(measure: ReturnMeasure, text: string): { value: TableValue } | null | undefined {
  if (text.trim() === typedValue(measure)) return null;
  if (text.trim() === '') return { value: null };
  const number = Number(text.replace(/[,%]/g, '').replace('−', '-'));
  if (!Number.isFinite(number)) return undefined;
  const stored = Math.round(number * units[measure.kind as Typed].scale);
  if (measure.kind !== 'rate') return stored === measure.value ? null : { value: stored };
  return { value: { numerator: stored, denominator: OF } };
}
