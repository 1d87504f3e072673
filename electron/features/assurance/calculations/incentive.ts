import type { IncentiveComparison } from '../../../contract/incentive.ts';
import type { IncentiveFieldKind, IncentiveRequirement, IncentiveScheme } from '../../../contract/assurance-rules.ts';
import { dateInWords, isDate } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import { formatWte, parseWte } from '../../../core/wte.ts';

export type FieldReading =
  | { readonly kind: 'value'; readonly value: string | null }
  | { readonly kind: 'wrong'; readonly message: string };

/** What was typed into a field, as it is stored: a date, a whole number, yes or no, hundred-thousandths of a WTE, or text. */
export function readField(kind: IncentiveFieldKind, typed: string): FieldReading {
  const text = typed.trim();
  if (text === '') return { kind: 'value', value: null };
  const wrong = (expected: string): FieldReading => ({
    kind: 'wrong',
    message: `“${text}” is not ${expected}. Nothing was changed.`,
  });
  switch (kind) {
    case 'text':
      return { kind: 'value', value: text };
    case 'date':
      return isDate(text) ? { kind: 'value', value: text } : wrong('a date, such as 2026-10-05');
    case 'count':
      return /^\d{1,7}$/.test(text)
        ? { kind: 'value', value: String(Number(text)) }
        : wrong('a whole number, such as 12');
    case 'yes_no':
      return /^(yes|no)$/i.test(text) ? { kind: 'value', value: text.toLowerCase() } : wrong('yes or no');
    default: {
      const wte = parseWte(text);
      return wte === undefined || wte < 0 ? wrong('a WTE, such as 12.60') : { kind: 'value', value: String(wte) };
    }
  }
}

/** A stored value as it is typed and shown: WTE to two decimals. */
export function fieldInWords(kind: IncentiveFieldKind, value: string | null): string | null {
  return value !== null && kind === 'wte' ? formatWte(Number(value)) : value;
}

/** What met a requirement over all, of its own fields; null where one of them is not entered. */
export function shareOfFields(
  { share }: Pick<IncentiveRequirement, 'share'>,
  values: ReadonlyMap<string, string>,
): Rate | null {
  if (share === null) return null;
  const [met, all] = share.map((field) => values.get(field));
  return met === undefined || all === undefined ? null : { numerator: Number(met), denominator: Number(all) };
}

/** A share against the percent that is wanted, exactly; null where nothing is wanted. */
export function standingOf(share: Rate | null, threshold: number | null): 'reached' | 'below' | 'not known' | null {
  if (threshold === null) return null;
  if (share === null || share.denominator === 0) return 'not known';
  return share.numerator * 100 >= threshold * share.denominator ? 'reached' : 'below';
}

/** What differs between two years: their days, and each requirement by its reference. */
export function compareSchemes(one: IncentiveScheme, other: IncentiveScheme): IncentiveComparison {
  const requirementsOf = (scheme: IncentiveScheme) => scheme.actions.flatMap(({ requirements }) => requirements);
  const ones = new Map(requirementsOf(one).map((requirement) => [requirement.reference, requirement]));
  const others = new Map(requirementsOf(other).map((requirement) => [requirement.reference, requirement]));
  const days: [string, (scheme: IncentiveScheme) => string][] = [
    ['Window begins', ({ window }) => dateInWords(window.first)],
    ['Window ends', ({ window }) => dateInWords(window.last)],
    ['Declare by', ({ declareBy: { date, time } }) => `${time} on ${dateInWords(date)}`],
    ['Report to the board every', ({ reportEveryMonths }) => `${reportEveryMonths} months`],
  ];
  return {
    one: { year: one.year, title: one.title },
    other: { year: other.year, title: other.title },
    days: days.map(([what, read]) => ({
      what,
      one: read(one),
      other: read(other),
      differs: read(one) !== read(other),
    })),
    requirements: [...new Set([...ones.keys(), ...others.keys()])].sort().map((reference) => {
      const [before, after] = [ones.get(reference), others.get(reference)];
      const { title } = (after ?? before)!;
      if (!before) return { reference, title, change: 'added', details: [] };
      if (!after) return { reference, title, change: 'removed', details: [] };
      const details = differences(before, after);
      return { reference, title, change: details.length > 0 ? 'changed' : 'same', details };
    }),
  };
}

function differences(before: IncentiveRequirement, after: IncentiveRequirement): string[] {
  const percent = (threshold: number | null) => (threshold === null ? 'none' : `${threshold} %`);
  const fields = (requirement: IncentiveRequirement) =>
    new Map(requirement.fields.map(({ key, label }) => [key, label]));
  const [had, has] = [fields(before), fields(after)];
  return [
    ...(before.title === after.title ? [] : [`Title: “${before.title}” became “${after.title}”.`]),
    ...(before.asks === after.asks ? [] : [`Asks: “${before.asks}” became “${after.asks}”.`]),
    ...(before.advisory === after.advisory ? [] : [after.advisory ? 'Now advice, not scored.' : 'Now scored.']),
    ...(before.threshold === after.threshold
      ? []
      : [`Threshold: ${percent(before.threshold)} became ${percent(after.threshold)}.`]),
    ...[...has].filter(([key]) => !had.has(key)).map(([, label]) => `New field: ${label}.`),
    ...[...had].filter(([key]) => !has.has(key)).map(([, label]) => `No longer asked: ${label}.`),
  ];
}
