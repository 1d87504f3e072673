import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblemsOfDialog } from './support/accessibility.ts';
import { isAsking } from './support/asking.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { CLOCK, putSample } from './support/sample.ts';
import { screens, settled, show } from './support/screens.ts';
import { why } from './support/targets.ts';
import { MEANT, treeOf, withoutFigures } from './support/tree.ts';

const reason = why('browser');
/** Tables and figures have these of one kind each: the first of all is looked at. */
const ALIKE =
  /^(Arrange|Export or print|How was this made|History of this page|Copy|Rows behind|Filter|Print$|Export$)\b/;

describe.skipIf(reason !== null)(reason ?? 'every dialog that a button of a screen opens', () => {
  let running: Running;
  let page: Page;
  let dialog: Locator;
  const looked = new Set<string>();
  beforeAll(async () => {
    running = await open('browser', { fill: putSample, clock: CLOCK });
    page = running.page;
    dialog = page.locator('dialog[open]');
    await page.getByText('Invented sample data').waitFor();
    // Nobody is there to close the browser's own dialog of printing.
    await page.evaluate('window.print = () => undefined');
  });
  afterAll(() => running?.close());

  /** Names of the buttons of the screen, without those that choose a view; of a table's rows only those of the first row that has one in that column. */
  const openers = async (): Promise<string[]> => {
    const names = await page.evaluate<string[]>(`(() => {
      const columns = new Set();
      return [...document.querySelectorAll('main button:not(:disabled, thead button, .term, [aria-pressed])')].flatMap((button) => {
        const cell = button.closest('td, th');
        const column = cell && [...document.querySelectorAll('table')].indexOf(button.closest('table')) + ' ' + cell.cellIndex;
        if (!button.checkVisibility() || columns.has(column)) return [];
        if (cell) columns.add(column);
        return [button.getAttribute('aria-label') ?? button.innerText.trim()];
      });
    })()`);
    return [...new Set(names)].filter((name) => {
      const alike = ALIKE.exec(name)?.[1] ?? name;
      if (ALIKE.test(name) && looked.has(alike)) return false;
      looked.add(alike);
      return true;
    });
  };

  const drawn = () =>
    page.evaluate('new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)))');
  /** Whether a dialog opened: without one, nothing is asked or loaded any more, twice in a row, and what came is drawn. */
  const isOpen = async (): Promise<boolean> => {
    for (let quiet = 0; quiet < 2; quiet = isAsking(page) ? 0 : quiet + 1) {
      await drawn();
      if ((await dialog.count()) > 0) return true;
    }
    return false;
  };

  const leave = async (title: string) => {
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count(), { message: `Escape closes ${title}` }).toBe(0);
  };

  /** What is wrong with the dialog that a button opened; it is closed again. */
  const lookAt = async (title: string, button: Locator): Promise<string[]> => {
    await settled(page);
    const wrong = await findProblemsOfDialog(page);
    // What an earlier button did may be said a moment later, at the end of what is open by then.
    const told = (await treeOf(page, 'dialog[open]')).replace(/( *status): .*\n$/, '$1\n');
    expect.soft(told, MEANT).toMatchSnapshot(title);
    if (!(await page.evaluate(`document.activeElement.closest('dialog') !== null`))) wrong.push('is without the focus');
    const below = await page.evaluate<number>(
      `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('dialog[open]'))`,
    );
    if (below === 1) wrong.push('scrolls by a pixel, where nothing is below');
    await page.setViewportSize({ width: 320, height: 256 });
    const over = await page.evaluate<number>(
      `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('dialog[open]'))`,
    );
    if (over > 0) wrong.push(`is ${over} pixels wider than a window of 320`);
    await page.setViewportSize({ width: 1366, height: 768 });
    await leave(title);
    const isBack = (await button.count()) === 0 || (await button.evaluate((one) => one === document.activeElement));
    if (!isBack) wrong.push('does not give the focus back');
    return wrong;
  };

  test.each(screens)('$title', async (screen) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await show(page, screen);
    await treeOf(page, 'main');
    const wrong: string[] = [];
    const look = async (name: string, button: Locator) => {
      const title = withoutFigures(await dialog.first().getByRole('heading').first().innerText());
      const isNew = !looked.has(`dialog ${title}`);
      looked.add(`dialog ${title}`);
      if (isNew) wrong.push(...(await lookAt(title, button)).map((problem) => `${name}: ${problem}`));
      else await leave(title);
    };
    let before: Parameters<typeof look> | undefined;
    const lookAtLate = async () => before && (await dialog.count()) > 0 && (await look(...before));
    for (const name of await openers()) {
      // On a busy machine a dialog may come after all was quiet: it belongs to the button before.
      await lookAtLate();
      const button = page.locator('main').getByRole('button', { name, exact: true }).first();
      if ((await button.count()) === 0) await show(page, screen);
      if ((await button.count()) === 0) continue;
      before = [name, button];
      // One that waits for what the button before it does is pressed when it can be.
      await button.click({ timeout: 3000 }).catch(() => undefined);
      if (await isOpen()) await look(name, button);
      const heading = await page.evaluate<string>(`document.querySelector('h1')?.textContent ?? ''`);
      if (!heading.startsWith(screen.title)) await show(page, screen);
    }
    await lookAtLate();
    expect(wrong).toEqual([]);
  });

  test('there were many', () => {
    expect([...looked].filter((name) => name.startsWith('dialog ')).length).toBeGreaterThan(80);
  });
});
