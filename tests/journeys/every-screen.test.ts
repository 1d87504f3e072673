import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFaint, findNameless, findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { CLOCK, openStore } from './support/sample.ts';
import { screens, show, view } from './support/screens.ts';
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

  test('the box to go anywhere opens by key, finds by part of a word, and gives the focus back', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    const button = page.getByRole('button', { name: 'Trust and units' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('rost');
    expect(await findProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Rosters' }).waitFor();
    expect(await button.count()).toBe(0);
  });

  test('every control of a screen can be reached with the Tab key, and the focus shows', async () => {
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
  });

  test('the sample service goes with one click', async () => {
    await page.getByRole('button', { name: 'Remove the sample' }).click();
    await page.getByRole('button', { name: 'Look around with a sample service' }).waitFor();
    expect(running.complaints).toEqual([]);
  });
});
