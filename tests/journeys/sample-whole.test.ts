import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isForDevelopment } from './support/development-page.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { CLOCK, putSample } from './support/sample.ts';
import { screens, settled, show, type ShownScreen } from './support/screens.ts';
import { why } from './support/targets.ts';

const reason = why('browser');

/** What may be empty in the sample, and why. */
const meant: Readonly<Record<string, string>> = {
  'Backups: No backup yet':
    'A backup is of the whole store of this PC, and the first is made when the planner is closed.',
  'Profiles: One editor, without a PIN':
    'Profiles are of this PC, not of a trust: one that came with the sample would ask whoever looks around for a PIN.',
};

/** Ways to see a screen: what can be pressed and is not, outside tables, by its words. */
const WAYS = 'main button[aria-pressed]:not(td button, th button)';
const FIRST_LINKS = 'main table tbody';

describe.skipIf(reason !== null)(reason ?? 'the sample service has something to show in every view', () => {
  let running: Running;
  let page: Page;
  const met = new Set<string>();
  beforeAll(async () => {
    running = await open('browser', { fill: putSample, clock: CLOCK, forDevelopment: true });
    page = running.page;
    await page.getByText('Invented sample data').waitFor();
  });
  afterAll(() => running?.close());

  /** Titles of what says that it is empty, and tables that are there without a row. */
  const empties = async (title: string): Promise<string[]> => {
    await settled(page);
    const found = await page.evaluate<string[]>(`(() => {
      const seen = (one) => one.checkVisibility();
      const said = [...document.querySelectorAll('main .empty h2, dialog .empty h2')].filter(seen).map((one) => one.innerText);
      const bare = [...document.querySelectorAll('main table, dialog table')]
        .filter((one) => seen(one) && one.tBodies[0] && one.tBodies[0].rows.length === 0)
        .map((one) => 'no row in ' + (one.caption?.innerText || one.getAttribute('aria-label') || 'a table'));
      return [...said, ...bare];
    })()`);
    return found.flatMap((what) => {
      const said = `${title}: ${what}`;
      met.add(said);
      return said in meant ? [] : [said];
    });
  };

  /** By their words, without the count behind them, which comes later. */
  const named = (text: string) => text.trim().replace(/ \(\d+\)$/, '');
  const ways = async (pressed: boolean) => {
    const all = await page
      .locator(`${WAYS}[aria-pressed=${String(pressed)}]`)
      .filter({ visible: true })
      .allTextContents();
    return all.map(named);
  };
  const press = async (way: string) => {
    const all = page.locator(WAYS).filter({ visible: true });
    const place = (await all.allTextContents()).map(named).indexOf(way);
    if (place < 0) return false;
    await all.nth(place).click();
    await settled(page);
    return true;
  };

  /** Presses every way to see what is shown that was not pressed before, those within a way too. */
  const walk = async (screen: ShownScreen, seen: Set<string>, trail: readonly string[] = []): Promise<string[]> => {
    const wrong: string[] = [];
    for (const way of await ways(false)) {
      if (seen.has(way)) continue;
      seen.add(way);
      if (!(await press(way))) {
        // Another way took it away: it is looked for where it was found.
        await show(page, screen);
        for (const earlier of trail) await press(earlier);
        if (!(await press(way))) wrong.push(`${screen.title}: ${way} is there no more`);
      }
      wrong.push(...(await empties(screen.title)), ...(await walk(screen, seen, [...trail, way])));
    }
    return wrong;
  };

  test.each(screens)('$title', { timeout: 120_000 }, async (screen) => {
    await show(page, screen);
    const seen = new Set(await ways(true));
    const wrong = [...(await empties(screen.title)), ...(await walk(screen, seen))];
    // The first record of each table, as a page or a dialog of its own.
    await show(page, screen);
    const tables = await page.locator(FIRST_LINKS).count();
    for (let place = 0; place < tables; place += 1) {
      const link = page.locator(FIRST_LINKS).nth(place).locator('button.link').first();
      if ((await link.count()) === 0) continue;
      await link.click();
      wrong.push(...(await empties(screen.title)));
      await page.keyboard.press('Escape');
      await show(page, screen);
    }
    expect(wrong).toEqual([]);
  });

  test('React complained of nothing on all these ways', async () => {
    expect(await isForDevelopment(page)).toBe(true);
    expect(running.complaints).toEqual([]);
  });

  test('the walk met each exception that is meant', () => {
    expect(Object.keys(meant).filter((one) => !met.has(one))).toEqual([]);
    expect(met.size).toBe(Object.keys(meant).length);
  });
});
