import type { PaperFormat } from '../../contract/papers.ts';

/** A name that every file system takes: letters, digits, spaces, dots and hyphens, with the format's ending. */
export function paperFileName(title: string, format: PaperFormat): string {
  const plain = title
    .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${plain.slice(0, 100).replace(/[. ]+$/, '') || 'Paper'}.${format}`;
}
