import type { HelpPage } from './page.ts';

/** The screens that the text of a page leads to, by their paths. */
export const pathsLedTo = ({ text, steps = [], notes = [] }: HelpPage): string[] =>
  [text, ...steps, ...notes].flatMap((one) => [...one.matchAll(/\]\((\/[^)]*)\)/g)].map(([, path = '']) => path));
