import axe from 'axe-core';
import type { Page } from 'playwright';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the screen as it is now: rule, what it asks, and where, in one line each. */
export const findProblems = (page: Page) => problemsOf(page, 'html', { type: 'tag', values: STANDARDS });

/** The same of the dialog that is open, without the screen behind it. */
export const findProblemsOfDialog = (page: Page) =>
  problemsOf(page, 'dialog[open]', { type: 'tag', values: STANDARDS });

/** What cannot be read for want of contrast: the one thing that differs between the light and the dark appearance. */
export const findFaint = (page: Page) => problemsOf(page, 'html', { type: 'rule', values: ['color-contrast'] });

/**
 * Controls of the screen that the Tab key passes over, and that no arrow key reaches either: those of a grid, a table or a board
 * are reached by arrow keys where one beside them has the Tab key's stop. Also what pushes itself before others in the order.
 */
export const findUnreachable = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const all = [...document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary, [role=button], [role=gridcell], [tabindex])')];
    const named = (one) => one.tagName.toLowerCase() + ' ' + (one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 60);
    const isControl = (one) => one.matches('a, button, input, select, textarea, summary, [role=button], [role=gridcell]');
    const inStops = (one) => one.closest('[role=grid], table, .board')?.querySelector('[tabindex="0"], button:not([tabindex="-1"])');
    return all.filter((one) => one.checkVisibility() && !one.disabled).flatMap((one) =>
      one.tabIndex > 0 ? ['before all others: ' + named(one)]
        : one.tabIndex < 0 && isControl(one) && !inStops(one) ? ['out of reach: ' + named(one)] : []);
  })()`);

/** What a screen reader would stumble over that axe lets pass: more or fewer than one first heading, tables without a name. */
export const findNameless = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const firsts = document.querySelectorAll('h1').length;
    const tables = [...document.querySelectorAll('table')].filter((table) =>
      !table.caption && !table.ariaLabel && !table.hasAttribute('aria-labelledby') && !table.closest('[aria-hidden]'));
    const live = document.querySelectorAll('footer [role=status]').length;
    return [
      ...(firsts === 1 ? [] : [firsts + ' first headings']),
      ...tables.map((table) => 'a table without a name: ' + table.innerText.slice(0, 80)),
      ...(live > 0 ? [] : ['no place that messages are read from']),
    ];
  })()`);

async function problemsOf(page: Page, place: string, runOnly: axe.RunOnly): Promise<string[]> {
  // It is half a megabyte: a page reads it once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  await stick(page, false);
  const violations = await page.evaluate(
    async ([at, options]) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const found = await inPage.run(at, options);
      return found.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        places: nodes.map(({ target }) => target.join(' ')),
      }));
    },
    // Of what passes it would name every element, which takes longer than the rules themselves.
    [place, { runOnly, resultTypes: ['violations'] }] as [string, axe.RunOptions],
  );
  await stick(page, true);
  return violations.flatMap(({ id, help, places }) => places.map((at) => `${id}: ${help}: ${at}`));
}

/** What lies half under the bars of the frame can be scrolled out: it is no small target, though axe takes it for one. */
const stick = (page: Page, isStuck: boolean) =>
  page.evaluate(
    (position) => {
      for (const bar of document.querySelectorAll<HTMLElement>('.frame__header, .frame__status'))
        bar.style.position = position;
    },
    isStuck ? '' : 'static',
  );
