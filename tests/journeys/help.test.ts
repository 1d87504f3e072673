import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { glossary } from '../../renderer/help/glossary.ts';
import { helpPages, pageOfScreen } from '../../renderer/help/pages.ts';
import { pathsLedTo } from '../../renderer/help/paths.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { CLOCK, putSample } from './support/sample.ts';
import { listedScreens } from '../support/listed-screens.ts';
import { screens, show, view } from './support/screens.ts';
import { why } from './support/targets.ts';

const reason = why('browser');
const pathOf = new Map(listedScreens.map(({ section, path, title }) => [`${section} ${title}`, path]));
const titleOf = new Map(listedScreens.map(({ path, title }) => [path, title]));
const meanings = new Map(Object.values(glossary).map(({ term, meaning }) => [term as string, meaning as string]));

const shownPage = (page: Page) => page.getByRole('region', { name: 'Page of help' });
const title = (page: Page) => shownPage(page).locator('h3').first().innerText();
/** The term at which the glossary stands open, in sight. */
const wanted = (page: Page) => shownPage(page).locator('[data-wanted] dt').innerText();
/** Presses each term in view once, and tells at which of its terms the glossary stood open. */
const LED = `(async () => {
  const soon = () => new Promise((settle) => setTimeout(settle, 10));
  const nameOf = (mark) => mark.getAttribute('aria-label') ?? mark.textContent ?? '';
  const marks = [...document.querySelectorAll('main .term')].filter((mark) => mark.checkVisibility());
  const led = [];
  for (const mark of new Map(marks.map((mark) => [nameOf(mark), mark])).values()) {
    mark.focus();
    mark.click();
    let wanted = null;
    for (let looks = 0; looks < 500 && wanted === null; looks += 1) {
      await soon();
      wanted = document.querySelector('dialog[open] [data-wanted] dt');
    }
    led.push({ term: nameOf(mark), wanted: wanted?.innerText ?? 'nowhere' });
    [...document.querySelectorAll('dialog[open] button')].find(({ innerText }) => innerText === 'Close')?.click();
    for (let looks = 0; looks < 500 && document.querySelector('dialog[open]'); looks += 1) await soon();
    if (document.activeElement !== mark) led.push({ term: nameOf(mark), wanted: 'and the focus is not given back' });
  }
  return led;
})()`;
const toPage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of help' }).getByRole('button', { name, exact: true }).click();

describe.skipIf(reason !== null)(reason ?? 'help, from the screens to its pages and back', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await open('browser', { fill: putSample, clock: CLOCK });
    page = running.page;
    await page.getByText('Invented sample data').waitFor();
  });
  afterAll(() => running?.close());

  test.each(screens)('F1 on $title opens its own page, and terms there lead to what they mean', async (screen) => {
    await show(page, screen);
    for (const { term, wanted: led } of await page.evaluate<{ term: string; wanted: string }[]>(LED))
      expect([...meanings.keys()], `where “${term}” leads`).toContain(led);
    await page.keyboard.press('F1');
    const { title: own } = pageOfScreen(pathOf.get(`${screen.section} ${screen.title}`) ?? '');
    await expect.poll(() => title(page)).toBe(own);
    await page.keyboard.press('Escape');
  });

  test('F1 in a dialog, also within a text field, opens the page of its screen, and Escape gives the dialog back', async () => {
    for (const [screenTitle, opens] of [
      ['Vacancies', 'Add a vacancy'],
      ['Backups', 'Choose a second place'],
    ] as const) {
      await show(page, screens.find((screen) => screen.title === screenTitle)!);
      await page.locator('main').getByRole('button', { name: opens }).first().press('Enter');
      const dialog = page.locator('dialog[open]');
      await dialog.locator('input').first().focus();
      await page.keyboard.press('F1');
      await expect.poll(() => dialog.count()).toBe(2);
      await shownPage(page).waitFor();
      const path = [...pathOf].find(([name]) => name.endsWith(` ${screenTitle}`))?.[1] ?? '';
      await expect.poll(() => title(page)).toBe(pageOfScreen(path).title);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(1);
      expect(await page.evaluate(() => document.activeElement?.closest('dialog[open]') !== null)).toBe(true);
      await page.keyboard.press('Escape');
    }
  });

  test('each link of a page leads to the screen it names, and each term to what it means', async () => {
    for (const helpPage of helpPages) {
      const { title: name, group, text, steps = [], notes = [] } = helpPage;
      const paths = pathsLedTo(helpPage);
      const terms = [text, ...steps, ...notes].flatMap((one) => [...one.matchAll(/\[\[([^|\]]+)\|([^\]]+)\]\]/g)]);
      if (paths.length + terms.length > 0) await view(page, group === 'LMNS' ? 'lmns' : 'trust');
      for (const [turn, path] of paths.entries()) {
        await page.keyboard.press('F1');
        await toPage(page, name);
        await shownPage(page).locator('a').nth(turn).click();
        const to = titleOf.get(path) ?? '';
        await page.getByRole('heading', { level: 1, name: to === 'Imports' ? /^Imports/ : to, exact: true }).waitFor();
        expect(await page.getByRole('dialog').count()).toBe(0);
      }
      for (const [, key = '', words = ''] of terms) {
        await page.keyboard.press('F1');
        await toPage(page, name);
        await shownPage(page).getByRole('button', { name: words, exact: true }).click();
        expect(await wanted(page)).toBe(glossary[key as keyof typeof glossary].term);
        await page.keyboard.press('Escape');
      }
    }
    expect(running.complaints).toEqual([]);
  });
});
