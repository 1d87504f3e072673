import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { why } from './support/targets.ts';

const reason = why('browser');

describe.skipIf(reason !== null)(reason ?? 'somebody entered mid-route, by keyboard', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await open('browser', { clock: '2026-11-02T09:30:00.000Z' });
    page = running.page;
    await page.getByRole('button', { name: 'Set up my trust' }).click();
    await page.getByLabel('Name', { exact: false }).first().fill('Fernhollow Maternity');
    await page.getByLabel('ODS code').fill('rx1');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
  });
  afterAll(async () => running?.close());

  const dialog = () => page.locator('dialog[open]');
  const show = async (title: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };
  const group = () => dialog().getByRole('group', { name: 'What was held before today?' });

  test('says once what was held before, and nothing of it is overdue; one undo takes all of it back', async () => {
    await show('Preceptorship');
    await page.getByRole('button', { name: 'Add a preceptee' }).press('Enter');
    await dialog().getByLabel('Name', { exact: true }).fill('Ada Test');
    expect(await group().count()).toBe(0);
    await dialog().getByLabel('Start', { exact: true }).fill('2026-02-02');
    await group().getByLabel('6 month meeting, due 2 August 2026').waitFor();
    await group().getByRole('button', { name: 'All held on the day they were due' }).press('Enter');
    await group().getByLabel('3 month meeting: held on').fill('2026-05-06');
    await group().getByLabel('6 month meeting, due 2 August 2026').selectOption('Not known');
    expect(await findProblems(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Add the preceptee' }).press('Enter');
    await dialog().getByRole('link', { name: 'Enter who the preceptor is, or choose “Not known”.' }).press('Enter');
    await page.keyboard.type('Jane Mistry');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ada Test' }).waitFor();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await row('3 month meeting').getByText('6 May 2026').waitFor();
    await row('6 month meeting').getByText('Not applicable', { exact: true }).waitFor();
    expect(await page.getByText('Overdue', { exact: true }).count()).toBe(0);
    await show('Preceptorship');
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { name: 'Nobody is followed yet' }).waitFor();
  });

  test('and so for an appointment to Band 7', async () => {
    await show('Mentors');
    await page.getByRole('button', { name: 'Add an appointment' }).first().press('Enter');
    await dialog().getByLabel('Name', { exact: true }).fill('Callum Test');
    await dialog().getByLabel('Appointed', { exact: true }).fill('2026-05-04');
    await group().getByRole('button', { name: 'None of it is known' }).press('Enter');
    expect(await findProblems(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Add the appointment' }).press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await show('Due list');
    await page.getByText('Mentor named').first().waitFor();
    expect(await page.getByText('Review at 1 month').count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });

  test('a name of 120 letters is cut in what can be undone and in its row, and makes the page no wider', async () => {
    await show('Preceptorship');
    await page.getByRole('button', { name: 'Add a preceptee' }).first().press('Enter');
    await dialog()
      .getByLabel('Name', { exact: true })
      .fill('Maximiliana-Wilhelmina Featherstonehaugh '.repeat(3).slice(0, 120).trim());
    await dialog().getByLabel('Start', { exact: true }).fill('2026-10-05');
    // A name that was typed and taken back with its question is neither sent nor in the way.
    const named = group().getByLabel(/^Preceptor named, due/);
    await named.selectOption('Held');
    await group().getByLabel('Preceptor', { exact: true }).fill('Jane Mistry');
    await named.selectOption('Still to do');
    await dialog().getByRole('button', { name: 'Add the preceptee' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Maximiliana/ }).waitFor();
    await show('Preceptorship');
    const name = page.getByRole('button', { name: /^Maximiliana/ });
    await name.waitFor();
    const box = async (of: Locator) => (await of.boundingBox())!;
    expect((await box(page.getByRole('button', { name: /^Undo “New preceptee Max/ }))).height).toBeLessThan(30);
    expect((await box(name)).width).toBeLessThanOrEqual((await box(page.locator('th', { has: name }))).width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
