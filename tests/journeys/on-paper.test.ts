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
});
