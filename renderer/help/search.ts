import { folded, foldedWords } from '#contract';
import type { HelpPage } from './page.ts';

/** The text of a page without its marks. */
export const plainText = ({ title, text, steps = [], notes = [] }: HelpPage): string =>
  [title, text, ...steps, ...notes]
    .join(' ')
    .replace(/\[\[[^|\]]+\|([^\]]+)\]\]/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('**', '');

/** Pages that have every word, those that have them in their title first. */
export function searchPages(pages: readonly HelpPage[], typed: string): HelpPage[] {
  const words = foldedWords(typed);
  const has = (text: string) => {
    const searched = folded(text);
    return words.every((word) => searched.includes(word));
  };
  const inTitle = (page: HelpPage) => Number(has(page.title));
  return pages.filter((page) => has(plainText(page))).sort((one, other) => inTitle(other) - inTitle(one));
}
