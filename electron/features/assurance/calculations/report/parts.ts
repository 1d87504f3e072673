import type { PaperBlock, PaperChart, PaperTable } from '../../../../contract/papers.ts';

/** A part of the report: what it says in whole sentences, which the summary repeats, and what shows it. */
export interface Section {
  readonly title: string;
  readonly says: readonly string[];
  readonly blocks: readonly PaperBlock[];
}

export const note = (text: string): PaperBlock => ({ kind: 'note', text });
export const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

interface TableParts {
  readonly title: string;
  /** Headings of the columns of words, which come first, and of figures. */
  readonly words: readonly string[];
  readonly figures: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[];
  readonly notes?: readonly string[];
}

export function tableOf({ title, words, figures, rows, total, notes = [] }: TableParts): PaperTable {
  return {
    kind: 'table',
    title,
    columns: [
      ...words.map((heading) => ({ heading, kind: 'words' as const })),
      ...figures.map((heading) => ({ heading, kind: 'figure' as const })),
    ],
    rows: [
      ...rows.map((cells) => ({ kind: 'row' as const, cells: [...cells] })),
      ...(total ? [{ kind: 'total' as const, cells: [...total] }] : []),
    ],
    notes: [...notes],
  };
}

/** A chart with its alternative text: what kind it is, then each series with its values in words. */
export function chartOf(
  chart: Omit<PaperChart, 'kind' | 'description'>,
  inWords: (value: number) => string,
): PaperChart {
  const seriesInWords = chart.series.map(
    ({ name, values }) =>
      `${name}: ${values
        .map((value, index) => `${chart.categories[index]} ${value === null ? 'not known' : inWords(value)}`)
        .join(', ')}.`,
  );
  const kind = chart.type === 'line' ? 'Line chart' : 'Bar chart';
  return { kind: 'chart', description: `${kind}, ${chart.title}. ${seriesInWords.join(' ')}`, ...chart };
}

/** Hundred-thousandths as a chart draws them: WTE to two decimals. */
export const wteOfChart = (wte: number | null): number | null => (wte === null ? null : Math.round(wte / 1000) / 100);
