import { folded, foldedWords } from '#contract';

/** Something that is found by what it is called, or by other words for it. */
export interface Known {
  /** As it is listed. */
  readonly title: string;
  /** What of the title it is called; all of it where nothing is said. */
  readonly name?: string;
  /** Words of the job by which it is also known, the best known first. */
  readonly also?: readonly string[];
  /** What is shown beside it, which finds it last. */
  readonly beside?: string | null;
}

/** What was found, and which of its other words it was found by. */
export interface Match<One> {
  readonly one: One;
  readonly why: readonly string[];
}

/** From here on a part of a word counts among other words: in a shorter one, a name would be found as “ann” in “annual leave”. */
const ENOUGH = 3;
/** From here on also where it begins amid a word. */
const INSIDE = 4;

const foldedOnce = new WeakMap<readonly string[], readonly string[]>();
/** Lists of other words are always the same ones, and are folded once. */
function foldedAll(words: readonly string[]): readonly string[] {
  const known = foldedOnce.get(words) ?? words.map(folded);
  foldedOnce.set(words, known);
  return known;
}

/** How far a word is from the start of a text: 0 there, 1 where another word starts, 2 amid one; undefined where it is not. */
function distance(text: string, word: string): number | undefined {
  if (text.startsWith(word)) return 0;
  if (text.includes(` ${word}`)) return 1;
  return text.includes(word) ? 2 : undefined;
}

/** The same in one of its other words. */
function distanceInAlso(text: string, word: string): number | undefined {
  const far = distance(text, word);
  if (word.length < ENOUGH && !text.split(' ').includes(word)) return undefined;
  return far === 2 && word.length < INSIDE ? undefined : far;
}

interface Found {
  readonly far: number;
  readonly at: number;
}

/** The nearest of the other words that holds them all; undefined where none does. */
function nearest(also: readonly string[], words: readonly string[]): Found | undefined {
  let best: Found | undefined;
  for (const [at, text] of also.entries()) {
    let far = 0;
    for (const word of words) far += 3 + (distanceInAlso(text, word) ?? Infinity);
    if (far < (best?.far ?? Infinity)) best = { far, at };
  }
  return best;
}

/** Where it is found: how far, and by which of its other words; undefined where it is not. */
function find(one: Known, words: readonly string[], whole: string): { far: number; by: readonly number[] } | undefined {
  const name = folded(one.name ?? one.title);
  const title = folded(one.title);
  if (whole === name || whole === title) return { far: -1, by: [] };
  const also = foldedAll(one.also ?? []);
  const exact = whole === '' ? -1 : also.indexOf(whole);
  if (exact >= 0) return { far: 0, by: words.every((word) => title.includes(word)) ? [] : [exact] };
  let far = 0;
  const rest: string[] = [];
  for (const word of words) {
    const inName = distance(name, word) ?? (title.includes(word) ? 2 : undefined);
    if (inName === undefined) rest.push(word);
    else far += inName;
  }
  if (rest.length === 0) return { far, by: [] };
  const together = nearest(also, rest);
  if (together) return { far: far + together.far, by: [together.at] };
  const beside = folded(one.beside ?? '');
  const by: number[] = [];
  for (const word of rest) {
    const found = nearest(also, [word]);
    const inBeside = word.length >= ENOUGH ? distance(beside, word) : undefined;
    if (found) by.push(found.at);
    else if (inBeside === undefined || inBeside === 2) return undefined;
    far += found?.far ?? 6;
  }
  return { far, by: [...new Set(by)] };
}

/**
 * Those of which every word typed is a part of the title, of other words for it or of what stands beside it, in any order: the
 * one typed in full first, then the nearest, then those best known by that word.
 */
export function matching<One extends Known>(all: readonly One[], typed: string): Match<One>[] {
  const words = foldedWords(typed);
  const whole = words.join(' ');
  return all
    .flatMap((one) => {
      const found = find(one, words, whole);
      return found ? [{ one, ...found }] : [];
    })
    .sort((one, other) => one.far - other.far || (one.by[0] ?? -1) - (other.by[0] ?? -1))
    .map(({ one, by }) => ({ one, why: by.map((at) => one.also?.[at] ?? '') }));
}
