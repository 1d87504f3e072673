import type { ReturnDocument } from '#contract';

/**
 * A return without the sentences that tell its counts in words. Each was protected by its trust for itself; beside the sums of
 * a system one of them could tell another trust's number. What people typed stays.
 */
export function withoutSentences(document: ReturnDocument): ReturnDocument {
  return {
    ...document,
    figures: document.figures.map((figure) => ({ ...figure, sentence: '' })),
    lines: document.lines.map((line) => ({
      ...line,
      evidenceItems: line.evidenceItems.map((item) => (item.kind === 'figure' ? { ...item, detail: '' } : item)),
    })),
    restatements: document.restatements.map((one) => ({
      ...one,
      changes: one.changes.map(({ place }) => ({ place, from: '', to: '' })),
    })),
  };
}
