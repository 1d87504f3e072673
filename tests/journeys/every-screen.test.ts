import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../electron/contract/commands.ts';
import { findFaint, findNameless, findProblems, findUnreachable } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { CLOCK, openStore } from './support/sample.ts';
import { screens, show, view } from './support/screens.ts';
import { findByTab } from './support/tab.ts';
import { why } from './support/targets.ts';
import { MEANT, treeOf } from './support/tree.ts';

const reason = why('browser');
/** The screen to serve first, the same at 200 % zoom, one of 1280 pixels at 400 %, and a large one. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 320, height: 256 },
  { width: 1920, height: 1080 },
];

const NAME = "St Mary's & St John's – Women’s";
const LONG = 'Wilhelmina-Konstancja Featherstonehaugh-Cholmondeley Ó Súilleabháin, Bartholomea';

/** The sample service under a name with every awkward sign, with a unit that is empty, 600 people and a very long name. */
async function fill(folder: string): Promise<void> {
  const { planner, sqlite, close } = openStore(folder);
  const { code: trust, system } = await planner.sample.load();
  await planner.organisation.renameTrust({ trust, name: NAME, system });
  await planner.organisation.addUnit({ trust, name: `${LONG} ward`, kind: 'other', site: null });
  const columns = sqlite.pragma('table_info(assignment)') as { name: string }[];
  const names = columns.map(({ name }) => name).filter((name) => name !== 'id');
  for (const [turn, name] of [LONG, 'Another, Person'].entries()) {
    const changed: Record<string, string> = {
      person: `person + ${turn + 1}0000000`,
      assignment: `assignment + ${turn + 1}0000000`,
      name: `'${name}'`,
    };
    sqlite.exec(
      `insert into assignment (${names}) select ${names.map((column) => changed[column] ?? column)} from assignment where date = '2026-10-31' and person < '42000000'`,
    );
  }
  await close();
}

describe.skipIf(reason !== null)(reason ?? 'every screen, with the sample service', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await open('browser', { fill, clock: CLOCK });
    page = running.page;
    await page.getByText('Invented sample data').waitFor();
    // What the status line half covers would be measured by what is seen of it.
    await page.evaluate(() => document.querySelector('footer')?.style.setProperty('position', 'static'));
  });
  afterAll(() => running?.close());

  test('there is every screen', () => {
    expect(screens.length).toBeGreaterThan(48);
  });

  test.each(screens)(
    '$title passes axe, can be read in the dark, fits at every size and tells the same',
    async (screen) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await show(page, screen);
      await expect.poll(() => findNameless(page)).toEqual([]);
      expect(await findUnreachable(page)).toEqual([]);
      expect.soft(await treeOf(page, 'main'), MEANT).toMatchSnapshot();
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findFaint(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      for (const size of sizes) {
        await page.setViewportSize(size);
        // A larger window shows nothing else than the first: axe would find the same.
        if (size.width === 1366 || size.width === 683) expect(await findProblems(page)).toEqual([]);
        // A chart takes its new width a moment later.
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
            message: `wider than the window at ${size.width}`,
          })
          .toBeLessThanOrEqual(0);
      }
      expect(await findByTab(page)).toEqual([]);
    },
  );

  test('header, navigation and status line tell the same', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    for (const what of ['lmns', 'trust'] as const) {
      await view(page, what);
      const first = what === 'trust' ? 'Today' : 'Returns received';
      await page.getByRole('navigation').getByRole('link', { name: first, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: first }).waitFor();
      for (const part of ['header', 'nav', 'footer'])
        expect(await treeOf(page, part), MEANT).toMatchSnapshot(`${what}, ${part}`);
    }
  });

  test('an appearance that is chosen stands against the system’s, and nothing moves for whoever asks for that', async () => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const choose = async (words: string) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    };
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await paper();
    expect(dark).not.toBe(light);
    await choose('Light appearance');
    await expect.poll(paper).toBe(light);
    await page.emulateMedia({ colorScheme: 'light' });
    await choose('Dark appearance');
    await expect.poll(paper).toBe(dark);
    await choose('Appearance as the system has it');
    await expect.poll(paper).toBe(light);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moves = await page.evaluate(() => {
      document.body.style.transition = 'opacity 5s';
      const { transitionDuration, animationName } = getComputedStyle(document.body);
      document.body.style.transition = '';
      return { transitionDuration, animationName, animations: document.getAnimations().length };
    });
    expect(moves).toEqual({ transitionDuration: '0s', animationName: 'none', animations: 0 });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  test('the box to go anywhere opens by key, finds by part of a word, and gives the focus back', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    const button = page.getByRole('button', { name: 'Trust and units' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('rost');
    expect(await findProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Rosters' }).waitFor();
    expect(await button.count()).toBe(0);
    // From within a text field, the sheet of keys has every command.
    await page.locator('main input').first().focus();
    await page.keyboard.press('Control+/');
    const sheet = page.getByRole('table', { name: 'Commands and their keys' });
    const words = await sheet.locator('tbody th').allInnerTexts();
    expect(words).toEqual(expect.arrayContaining(commands.map((command) => command.words)));
    await page.keyboard.press('Escape');
  });

  test('of 600 people those in view are drawn, each with its place among all; on paper and where it is asked all are', async () => {
    await show(page, { section: 'Workforce', title: 'Staff in post' });
    await page.getByRole('button', { name: 'People and assignments' }).press('Enter');
    const table = page.getByRole('table', { name: /^People/ });
    const lines = table.locator('tbody tr[data-line]');
    const count = Number(await table.getAttribute('aria-rowcount'));
    expect(count).toBeGreaterThan(600);
    expect(Number(await table.getAttribute('aria-colcount'))).toBe(
      await table.locator('thead tr').last().locator('th').count(),
    );
    const drawn = () => lines.count();
    const places = () => lines.evaluateAll((all) => all.map((one) => Number(one.getAttribute('aria-rowindex'))));
    await expect.poll(drawn).toBeGreaterThan(5);
    expect(await drawn()).toBeLessThan(100);
    const heads = await table.locator('thead tr').count();
    expect((await places())[0]).toBe(heads + 1);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const all = await drawn();
    expect(all).toBeGreaterThan(600);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(drawn).toBeLessThan(100);
    // They come in parts, each told, and what was asked for can be taken back after any of them.
    const every = page.getByRole('button', { name: /^Show all \d+ rows$/ });
    const inView = page.getByRole('button', { name: 'Draw those in view' });
    await table.locator('tbody').evaluate((body) => {
      const linesDrawn = () => body.querySelectorAll('[data-line]').length;
      const seen = { parts: [] as number[][], printed: [] as number[], takesBack: true };
      new MutationObserver(() => {
        const far = document.querySelector<HTMLProgressElement>('main progress');
        if (!far) return;
        seen.parts.push([linesDrawn(), far.value, far.max]);
        // A click within the click by key that began it would be none.
        if (seen.takesBack) far.nextElementSibling?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }).observe(body, { childList: true });
      window.print = () => seen.printed.push(linesDrawn());
      Object.assign(window, { seen });
    });
    const seen = () => page.evaluate<{ parts: number[][]; printed: number[] }>('window.seen');
    await every.press('Enter');
    await expect.poll(drawn).toBeLessThan(100);
    expect((await seen()).parts).toEqual([[400, 400, all]]);
    const print = async () => {
      await page.getByRole('button', { name: /^Export or print People/ }).press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Print this table' }).press('Enter');
    };
    await print();
    await expect.poll(async () => (await seen()).parts.length).toBe(2);
    await expect.poll(drawn).toBeLessThan(100);
    await page.evaluate('window.seen.takesBack = false');
    await print();
    await expect.poll(async () => (await seen()).printed).toEqual([all]);
    await inView.press('Enter');
    await expect.poll(drawn).toBeLessThan(100);
    await page.keyboard.press('Control+p');
    await expect.poll(async () => (await seen()).printed).toEqual([all, all]);
    await inView.press('Enter');
    await expect.poll(drawn).toBeLessThan(100);
    await every.press('Enter');
    await expect.poll(drawn).toBe(all);
    expect(await places()).toEqual(Array.from({ length: all }, (_, at) => heads + 1 + at));
    expect((await seen()).parts).toEqual(Array.from({ length: 5 }, () => [400, 400, all]));
    await page.locator('footer').getByText(`All ${all} rows are drawn`).waitFor();
  });

  test('what the words of a table mean is read at 400 % too', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await show(page, { section: 'Workforce', title: 'The gap' });
    await page.getByRole('button', { name: /^Arrange Required, funded/ }).press('Enter');
    await page.setViewportSize({ width: 320, height: 256 });
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press('Escape');
  });

  test('in high contrast what is chosen, focused and drawn keeps apart from the rest, in the person’s own colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await show(page, { section: 'Workforce', title: 'Forecast' });
    await page.locator('.recharts-line path').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    const look = await page.evaluate(() => {
      const style = (of: Element | null) => getComputedStyle(of!);
      const [here, other] = ['a[aria-current="page"]', 'a:not([aria-current])'].map(
        (one) => style(document.querySelector(`nav ${one}`)).backgroundColor,
      );
      const text = style(document.querySelector('h1')).color;
      const lines = [...document.querySelectorAll('.recharts-line path')].map((line) => style(line).stroke);
      const { outlineStyle, outlineWidth } = style(document.activeElement);
      return {
        isToldApart: here !== other,
        strange: lines.filter((stroke) => stroke !== text),
        outlineStyle,
        outlineWidth,
      };
    });
    expect(look).toEqual({ isToldApart: true, strange: [], outlineStyle: 'solid', outlineWidth: '3px' });
    await page.emulateMedia({ forcedColors: 'none' });
  });

  test('every control of a screen can be reached with the Tab key and back with Shift, and the focus shows', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('trust and');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Trust and units' }).waitFor();
    const controls = await page.locator('main').getByRole('button').count();
    const reached = new Set<string>();
    for (let presses = 0; presses < controls + 30; presses += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const inMain = element.closest('main') !== null && element.tagName === 'BUTTON';
        const style = getComputedStyle(element);
        return {
          name: inMain ? (element.getAttribute('aria-label') ?? element.textContent ?? '') : '',
          shows: style.outlineStyle !== 'none',
        };
      });
      if (focus.name) {
        reached.add(focus.name);
        expect(focus.shows, focus.name).toBe(true);
      }
    }
    expect(reached.size).toBe(controls);
    // Round the whole window, and back.
    expect(await findByTab(page, 'Tab', 'body')).toEqual([]);
    expect(await findByTab(page, 'Shift+Tab', 'body')).toEqual([]);
  });

  test('the sample service goes with one click, and leads to its gap with two', async () => {
    await page.getByRole('button', { name: 'Remove the sample' }).click();
    await page.getByRole('button', { name: 'Look around with a sample service' }).waitFor();
    expect(running.complaints).toEqual([]);
    await page.getByRole('button', { name: 'Look around with a sample service' }).click();
    await page.getByRole('link', { name: 'The gap', exact: true }).first().click();
    await page.getByRole('group', { name: 'Required − available' }).getByText(/WTE/).first().waitFor();
  });
});
