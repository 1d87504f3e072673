import { typedAmount, typedCount } from './amounts.ts';

/** How a field is read from its text. */
export type FieldKind = 'wte' | 'amount' | 'percent' | 'count' | 'text' | 'date' | 'choice' | 'unit';

/** A field as the contract takes it, from what was typed; or what is wrong with it. */
export function readField(kind: FieldKind, text: string): { value: string | number | null } | { message: string } {
  switch (kind) {
    case 'text':
      return { value: text };
    case 'date':
    case 'choice':
      return { value: text || null };
    case 'unit':
      return { value: text === '' ? null : Number(text) };
    case 'count':
      return typedCount(text);
    case 'wte':
      return below(typedAmount(text.replace(/wte$/i, '')), 999_999_999, 'Use 9,999.99999 WTE or less.');
    case 'percent':
      return below(typedAmount(text), 10_000_000, 'Use 100 % or less.');
    case 'amount':
      return typedAmount(text);
  }
}

function below(read: ReturnType<typeof typedAmount>, most: number, message: string) {
  return 'value' in read && read.value !== null && read.value > most ? { message } : read;
}
