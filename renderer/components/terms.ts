import { glossary, type GlossaryKey } from '../help/glossary.ts';

const spoken = (Object.keys(glossary) as GlossaryKey[])
  .flatMap((key) => glossary[key].said.map((words): [string, GlossaryKey] => [words.toLowerCase(), key]))
  .sort(([one], [other]) => other.length - one.length);
const keyOf = new Map(spoken);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyTerm = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${spoken.map(([words]) => escaped(words)).join('|')})(?![\\p{L}\\p{N}_])`,
  'giu',
);

/** Splits a text at its terms; each term counts where it comes first. */
export function splitAtTerms(text: string): { readonly text: string; readonly term: GlossaryKey | null }[] {
  const parts: { text: string; term: GlossaryKey | null }[] = [];
  const seen = new Set<GlossaryKey>();
  let from = 0;
  for (const found of text.matchAll(anyTerm)) {
    const term = keyOf.get(found[0].toLowerCase());
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    parts.push({ text: text.slice(from, found.index), term: null }, { text: found[0], term });
    from = found.index + found[0].length;
  }
  return [...parts, { text: text.slice(from), term: null }].filter((part) => part.text !== '');
}

const firsts = new Map<string, GlossaryKey | null>();

/** The first term of a text. Headings are asked again at every draw of a long table, so the answers are kept. */
export function termIn(text: string): GlossaryKey | null {
  const known = firsts.get(text);
  if (known !== undefined) return known;
  const found = splitAtTerms(text).find(({ term }) => term !== null)?.term ?? null;
  firsts.set(text, found);
  return found;
}
