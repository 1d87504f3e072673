import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { CLOCK, putSample } from './support/sample.ts';
import { why } from './support/targets.ts';

const reason = why('browser');
describe.skipIf(reason !== null)(reason ?? 'tables on paper, with the sample service', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await open('browser', { fill: putSample, clock: CLOCK });
    page = running.page;
  });
  afterAll(() => running?.close());
  const goTo = async (title: string) => {
    await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  };
  const table = (name: RegExp) => page.getByRole('table', { name });

  test('on paper a filter is told, totals stand below the last row alone, and nothing is cut short', async () => {
    await goTo('Due list');
    await page.getByLabel('Filter What is due').fill('delivery');
    await page.emulateMedia({ media: 'print' });
    await page.getByText('What is due · Filter: delivery', { exact: true }).waitFor();
    // Whose page it is, the day of printing, what its words mean, and the number of each sheet.
    const said = page.locator('.page > .page__printed');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const day = await page.evaluate(() =>
      new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
    );
    await expect.poll(() => said.innerText()).toMatch(new RegExp(`^Fernhollow.* · printed ${day}`));
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    const definition = page
      .locator('main dl.definitions div')
      .filter({ hasText: /^Unit|^Escalation/ })
      .first();
    expect(await definition.isVisible()).toBe(true);
    const sheets = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap(({ cssRules }) => [...cssRules])
        .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print')
        .map(({ cssText }) => cssText)
        .join(' '),
    );
    expect(sheets).toMatch(/@bottom-right \{ content: counter\(page\) " \/ " counter\(pages\)/);
    await page.emulateMedia({ media: null });
    await page.getByLabel('Filter What is due').fill('');
    await goTo('The gap');
    const display = () => page.evaluate(() => getComputedStyle(document.querySelector('main tfoot')!).display);
    await table(/^Required, funded/).waitFor();
    expect(await display()).toBe('table-footer-group');
    await page.emulateMedia({ media: 'print' });
    expect(await display()).toBe('table-row-group');
    await page.emulateMedia({ media: null });
    await goTo('Theme 2 return');
    await table(/^Lines of the trust/).waitFor();
    const cutShort = () =>
      page.locator('main td *').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
    await page.emulateMedia({ media: 'print' });
    expect(await cutShort()).toBe(0);
    await page.emulateMedia({ media: null });
  });

  test('rules are printed in short, but whole where one pack is chosen, a filter stands, or the table alone is printed', async () => {
    await goTo('Rules and defaults');
    await table(/^Rules and defaults/).waitFor();
    const pack = page.getByRole('combobox', { name: 'Pack' });
    const packs = await pack.locator('option:not([value=""])').count();
    /** Rows on paper: of the page, or of the table alone as its own button prints it. */
    const printed = (alone = false) =>
      page.evaluate((isAlone) => {
        document.documentElement.toggleAttribute('data-prints-part', isAlone);
        dispatchEvent(new Event('beforeprint'));
        const rows = [...document.querySelectorAll('main tbody tr')].filter((row) => row.checkVisibility()).length;
        dispatchEvent(new Event('afterprint'));
        document.documentElement.removeAttribute('data-prints-part');
        return rows;
      }, alone);
    // None of the sample's values is its own.
    expect(await printed()).toBe(packs);
    expect(await printed(true)).toBeGreaterThan(500);
    await page.getByLabel('Filter Rules and defaults').fill('uplift');
    const filtered = await table(/^Rules and defaults/)
      .locator('tbody tr')
      .count();
    expect(filtered).not.toBe(packs);
    expect(await printed()).toBe(filtered);
    await page.getByLabel('Filter Rules and defaults').fill('');
    await pack.selectOption('Defaults of the staffing forecast');
    await expect
      .poll(() =>
        table(/^Rules and defaults/)
          .locator('tbody tr')
          .count(),
      )
      .toBe(10);
    expect(await printed()).toBe(10);
  });

  test('the cohort board is printed on A4 or A3 as is chosen, as a table and as a timeline, with everybody and nothing cut off', async () => {
    await goTo('Preceptorship');
    await table(/^Preceptees/).waitFor();
    const counted = async () => Number(/^\d+/.exec(await page.locator('.board-count').innerText())?.[0]);
    const inProgramme = await counted();
    await page.getByLabel('Show').selectOption('Everybody');
    await expect.poll(counted).toBeGreaterThan(inProgramme);
    // The dialog of the system would wait for a person.
    await page.evaluate(() => {
      window.print = () => void (document.body.dataset['printedAs'] = document.documentElement.className);
    });
    const before = await page.evaluate(() => document.documentElement.className);
    /** What the button asks to be printed: the sizes of its sheets in millimetres, and what lies beyond their edge. */
    const printed = async (paper: string, width: number) => {
      await page.getByLabel('Paper').selectOption(paper);
      await page.getByRole('button', { name: 'Print', exact: true }).press('Enter');
      expect(await page.evaluate(() => document.documentElement.className)).toBe(before);
      await page.evaluate(() => (document.documentElement.className = document.body.dataset['printedAs'] ?? ''));
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
      const sheets = new Set(
        boxes.map((box) => [1, 2].map((side) => Math.round(Number(box[side]) / (72 / 25.4))).join(' × ')),
      );
      await page.emulateMedia({ media: 'print' });
      // What a sheet holds between its margins of 14 mm, at 96 dots to the inch.
      await page.setViewportSize({ width: Math.floor(((width - 28) * 96) / 25.4), height: 768 });
      const beyond = await page.evaluate(() => {
        window.dispatchEvent(new Event('beforeprint'));
        const lines = document.querySelectorAll('main tr[data-line]').length;
        const { scrollWidth, clientWidth } = document.documentElement;
        window.dispatchEvent(new Event('afterprint'));
        return { lines, beyond: Math.max(0, scrollWidth - clientWidth) };
      });
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.emulateMedia({ media: null });
      await page.evaluate((name) => (document.documentElement.className = name), before);
      return { sheets: [...sheets], ...beyond };
    };
    const lines = await counted();
    for (const view of ['Table', 'Timeline']) {
      await page.getByRole('button', { name: view, exact: true }).press('Enter');
      expect(await printed('A3', 420)).toEqual({ sheets: ['420 × 297'], lines, beyond: 0 });
      expect(await printed('A4', 297)).toEqual({ sheets: ['297 × 210'], lines, beyond: 0 });
    }
  });
});
