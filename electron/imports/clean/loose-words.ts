import { remember } from './remember.ts';
import { cellText, textKey } from './text.ts';
import type { Words } from './words.ts';
import type { CellValue } from '../workbook/cell.ts';

/** A code word that was looked up: its code, or the file's own word where the set does not have it. */
export interface LooseWord {
  readonly code: string | null;
  /** The code, or the word as it stands. */
  readonly kept: string;
}

/** "5. ", "Stage 5 - ", "(5) ": people number the choices of a list so that they sort. */
const numbering = /^(?:(?:stage|step|phase|theme|element)\s*)?[([]?\d{1,2}\s*[.):\]\-\u2013]*\s*(?=\p{L})/iu;
const aside = /\s*[([][^)\]]*[)\]]\s*$/u;

/** What words typed by hand are compared by: blind to case, spaces and punctuation, "&" is "and". A lone sign is kept. */
export function looseKey(text: string): string {
  const key = textKey(text);
  return key.replaceAll('&', ' and ').replace(/[^\p{L}\p{N}]+/gu, '') || key;
}

/** Looks a text up as it stands, then without the number in front of it and without what stands in brackets behind it. */
export function findLoosely<Value>(known: ReadonlyMap<string, Value>, text: string): Value | undefined {
  const bare = text.replace(numbering, '');
  for (const said of [text, bare, text.replace(aside, ''), bare.replace(aside, '')]) {
    const found = known.get(looseKey(said));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A reader of words that people type by hand; null for an empty cell. */
export function looseWordReader(words: Words, set: string): (cell: CellValue) => LooseWord | null {
  const known = new Map([...(words[set] ?? [])].map(([word, code]) => [looseKey(word), code]));
  return remember((cell) => {
    const text = cellText(cell);
    if (text === null) return null;
    const code = findLoosely(known, text) ?? null;
    return { code, kept: code ?? text };
  });
}
