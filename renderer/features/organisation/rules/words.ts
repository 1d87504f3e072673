import type { RuleShown } from '#contract';
import { dateText } from '../../../components/numbers.ts';

type Value = RuleShown['published'];

/** How sure a published value is, in words. */
export const markWords: Readonly<Record<RuleShown['mark'], string>> = {
  V: 'Read in the source',
  C: 'Worked out from the source',
  'K-high': 'General knowledge, sure',
  'K-med': 'General knowledge, fairly sure',
  'K-low': 'General knowledge, check it',
};

/** The same in a column of a table. */
export const markShort: Readonly<Record<RuleShown['mark'], string>> = {
  V: 'Read',
  C: 'Worked out',
  'K-high': 'Sure',
  'K-med': 'Fairly sure',
  'K-low': 'Check it',
};

/** A value as it is read: "yes", "1 April 2026", "18", "Voluntary". */
export function valueText(value: Value, { kind, choices }: Pick<RuleShown, 'kind' | 'choices'>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const choice = choices?.find(({ key }) => key === value);
  if (choice) return choice.name;
  return kind === 'date' ? dateText(String(value)) : String(value);
}

/** What was typed, as the value it stands for; null where it is no such value. */
export function valueOf(text: string, kind: RuleShown['kind']): Value | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (kind === 'yes_no') return typed === 'yes';
  if (kind !== 'number') return typed;
  const number = Number(typed.replace(/,/g, ''));
  return Number.isFinite(number) ? number : null;
}
