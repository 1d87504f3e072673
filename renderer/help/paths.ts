import type { HelpPage } from './page.ts';

/** The screens that a text leads to, by their paths. */
export const linksIn = (text: string): string[] => [...text.matchAll(/\]\((\/[^)]*)\)/g)].map(([, path = '']) => path);

/** The screens that the texts of a page lead to, by their paths. */
export const pathsLedTo = ({ text, steps = [], notes = [] }: HelpPage): string[] =>
  [text, ...steps, ...notes].flatMap(linksIn);
