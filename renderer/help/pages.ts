import type { HelpPage } from './page.ts';
import { dataPages } from './pages-data.ts';
import { peoplePages, retentionPages } from './pages-people.ts';
import { lmnsPages, returnPages } from './pages-returns.ts';
import { startPages } from './pages-start.ts';
import { trainingPages } from './pages-training.ts';
import { workforcePages } from './pages-workforce.ts';

/** Every page of help, by task. */
export const helpPages: readonly HelpPage[] = [
  ...startPages,
  ...workforcePages,
  ...peoplePages,
  ...retentionPages,
  ...trainingPages,
  ...returnPages,
  ...lmnsPages,
  ...dataPages,
];

/** The page of a screen; the first one where it has none. */
export function pageOfScreen(path: string): HelpPage {
  const own = helpPages.find(({ screens }) => screens.some((one) => path === one || path.startsWith(`${one}/`)));
  return own ?? helpPages[0]!;
}
