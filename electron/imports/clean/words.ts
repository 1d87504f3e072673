import { textKey } from './text.ts';

/** Code words of one set, such as the fill types: what a file may say, and the code that it means. */
export interface WordSet {
  readonly [code: string]: { readonly title: string; readonly words: readonly string[] };
}

/** A trust's own answers by set: "MW6" of the set `grade` means "6". */
export interface OwnWords {
  readonly [set: string]: Readonly<Record<string, string>>;
}

/** Ready for look-up: set to word (as `textKey`) to code. */
export type Words = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** Joins a format's code words with a trust's own; its own win. A code itself and its title are words for it too. */
export function wordsOf(sets: Readonly<Record<string, WordSet>>, own: OwnWords = {}): Words {
  const found: Record<string, Map<string, string>> = {};
  for (const [set, codes] of Object.entries(sets)) {
    const words = new Map<string, string>();
    for (const [code, { title, words: said }] of Object.entries(codes)) {
      for (const word of [code, title, ...said]) words.set(textKey(word), code);
    }
    found[set] = words;
  }
  for (const [set, answers] of Object.entries(own)) {
    const words = (found[set] ??= new Map());
    for (const [word, code] of Object.entries(answers)) words.set(textKey(word), code);
  }
  return found;
}

const published = new WeakMap<object, Words>();

/** The words of a format alone. A file is held against it row by row: they are put in order once. */
export function publishedWords(sets: Readonly<Record<string, WordSet>>): Words {
  const words = published.get(sets) ?? wordsOf(sets);
  published.set(sets, words);
  return words;
}
