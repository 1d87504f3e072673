import type { Page } from 'playwright';

/** The pages of this file's planners, the last one last. */
const pages = new Set<Page>();

/** Has what a page shows printed where a test of its file fails. */
export function showIfFailed(page: Page): void {
  pages.add(page);
  page.once('close', () => pages.delete(page));
}

const WIDEST = 3000;

/** What the pages show now: dialogs and live messages too, as text. */
export async function whatIsShown(): Promise<string[]> {
  const texts = [...pages].map((page) =>
    page
      .locator('body')
      .innerText({ timeout: 5000 })
      .then(
        (text) => `${page.url()} shows:\n${text.replace(/\n\s*\n/g, '\n').slice(0, WIDEST)}`,
        (error: unknown) => `${page.url()} does not say what it shows: ${String(error)}`,
      ),
  );
  return Promise.all(texts);
}
