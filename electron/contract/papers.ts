import { z } from 'zod';
import { civilDate, instant } from './values.ts';

const words = z.string();

/** A column of a paper's table: words stand on the left, figures on the right. The cells are written as they are shown. */
const paperColumn = z.object({ heading: words, kind: z.enum(['words', 'figure']) });
const paperRow = z.object({ kind: z.enum(['row', 'total']), cells: z.array(words) });

const table = z.object({
  kind: z.literal('table'),
  /** Printed above it, and what a screen reader calls it. */
  title: words,
  columns: z.array(paperColumn).min(1),
  /** Every row has a cell for each column; the first cell names the row. */
  rows: z.array(paperRow),
  notes: z.array(words),
});

const chart = z.object({
  kind: z.literal('chart'),
  type: z.enum(['line', 'bar']),
  title: words,
  /** What it shows, in words: the alternative text. */
  description: words,
  /** What the values are, such as "WTE" or "%", and their decimals. */
  unit: words,
  decimals: z.number().int().min(0).max(2),
  /** Where the axis starts, where that is not nought; and where it ends whatever the values are, such as 100 for a share. */
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
  categories: z.array(words).min(1),
  /** One value for each category; null leaves a gap. */
  series: z
    .array(
      z.object({
        name: words,
        values: z.array(z.number().nullable()),
        /** The colour that a status is known by; without one series are told apart by their place. */
        tone: z.enum(['blue', 'green', 'amber', 'red']).optional(),
      }),
    )
    .min(1)
    .max(4),
});

const paperBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text: words }),
  z.object({ kind: z.literal('paragraph'), text: words }),
  z.object({ kind: z.literal('list'), items: z.array(words).min(1) }),
  /** Something to know or to do about the figures: what is missing, what warns. */
  z.object({ kind: z.literal('note'), text: words }),
  table,
  chart,
  z.object({ kind: z.literal('definitions'), items: z.array(z.object({ term: words, meaning: words })) }),
]);

/**
 * A document that leaves the planner, such as a board report: what a Word file, a PDF and the preview on the screen are
 * all made of, so that they say the same. Figures are text already, rounded once.
 */
export const paper = z.object({
  title: words,
  /** Of whom and when. */
  subtitle: words,
  /** What the foot of each page says beside the page number. */
  foot: words,
  madeOn: civilDate,
  madeAt: instant,
  blocks: z.array(paperBlock),
});

export const paperFormat = z.enum(['docx', 'pdf']);

export type Paper = z.infer<typeof paper>;
export type PaperBlock = z.infer<typeof paperBlock>;
export type PaperTable = z.infer<typeof table>;
export type PaperChart = z.infer<typeof chart>;
export type PaperFormat = z.infer<typeof paperFormat>;
