import type { PaperBlock, PaperTable } from '../../../contract/papers.ts';
import { dateInWords } from '../../../core/dates.ts';
import { roundedQuotient } from '../../../core/rates.ts';

export const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });
export const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
export const note = (text: string): PaperBlock => ({ kind: 'note', text });

interface TableParts {
  readonly title: string;
  /** Headings of the columns of words, which come first, and of figures. */
  readonly words: readonly string[];
  readonly figures?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[];
  readonly notes?: readonly string[];
}

export function tableOf({ title, words, figures = [], rows, total, notes = [] }: TableParts): PaperTable {
  return {
    kind: 'table',
    title,
    columns: [
      ...words.map((text) => ({ heading: text, kind: 'words' as const })),
      ...figures.map((text) => ({ heading: text, kind: 'figure' as const })),
    ],
    rows: [
      ...rows.map((cells) => ({ kind: 'row' as const, cells: [...cells] })),
      ...(total ? [{ kind: 'total' as const, cells: [...total] }] : []),
    ],
    notes: [...notes],
  };
}

/** A date in words, or a dash where there is none. */
export const dayOrDash = (day: string | null): string => (day === null ? '–' : dateInWords(day));

/** Minutes, exact or a fraction of them, as hours with two decimals. */
export function hoursInWords(minutes: number | { readonly numerator: number; readonly denominator: number }): string {
  const { numerator, denominator } = typeof minutes === 'number' ? { numerator: minutes, denominator: 1 } : minutes;
  return roundedQuotient(numerator, denominator * 60).toFixed(2);
}
