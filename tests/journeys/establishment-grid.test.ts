import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import { type Running, untilReady } from './support/running.ts';
import { project, type Target, why } from './support/targets.ts';

const trust = 'RXX';

/** A data folder with a trust of two units and three lines. */
async function seeded(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-grid-'));
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  const units = [
    { name: 'Delivery Suite', kind: 'delivery_suite', site: null },
    { name: 'Community', kind: 'community', site: null },
  ];
  await planner.organisation.addTrust({ code: trust, name: 'Fernhollow Maternity', system: null, sites: [], units });
  await planner.establishment.pasteLines({
    trust,
    rows: [
      ['Delivery Suite', 'Midwives', '6', '58.33', '56', '51.28', 'Birthrate+', 'Report 12', '14/03/2025'],
      ['Delivery Suite', 'Midwives', '7', '12', '12', '11'],
      ['Community', 'Midwives', '6', '44.62', '45', '43.1'],
    ],
  });
  opened.close();
  return folder;
}

describe.each(['desktop'] satisfies Target[])('%s', (target) => {
  const reason = why(target);
  describe.skipIf(reason !== null)(reason ?? 'the establishment grid', () => {
    let running: Running;
    let folder: string;
    beforeAll(async () => {
      folder = await seeded();
      running = await open(target, { dataFolder: folder });
      await untilReady(running.page);
      await running.page.getByRole('navigation').getByRole('link', { name: 'Establishment' }).click();
      await running.page.getByRole('grid').waitFor();
    });
    afterAll(async () => {
      await running?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    // Rows: 0 Delivery Suite, 1 Band 6, 2 Band 7, 3 Community, 4 Band 6, 5 all. Columns: 0 required, 1 funded, 2 in post.
    const cell = (row: number, column: number) => running.page.locator(`[data-place="${row}:${column}"]`);
    const inFocus = () => running.page.locator(':focus');
    const press = (...keys: string[]) =>
      keys.reduce((done, key) => done.then(() => running.page.keyboard.press(key)), Promise.resolve());
    const says = (row: number, column: number, text: string) =>
      cell(row, column).getByText(text, { exact: true }).waitFor();

    test('is moved through and filled in by the keyboard alone', async () => {
      await cell(1, 0).click();
      await press('ArrowRight', 'ArrowDown');
      await running.page.keyboard.type('12.5');
      await press('Enter');
      await says(2, 1, '12.50');
      expect(await inFocus().getAttribute('data-place')).toBe('4:1');
      await running.page.keyboard.type('46');
      await press('Tab');
      await running.page.keyboard.type('44');
      await press('Tab');
      await says(4, 2, '44.00');
      await running.page.getByRole('button', { name: 'Undo “In post Band 6, 44.00”' }).waitFor();
      await press('Control+z');
      await says(4, 2, '43.10');
    });

    test('says beside the cell what is wrong, keeps what was typed, and Escape gives it up', async () => {
      await cell(1, 2).click();
      await running.page.keyboard.type('fifty');
      await press('Enter');
      await cell(1, 2).getByRole('alert').getByText('“fifty” is not a number.').waitFor();
      expect(await inFocus().inputValue()).toBe('fifty');
      expect(await findProblems(running.page)).toEqual([]);
      await press('Escape');
      await says(1, 2, '51.28');
    });

    test('copies a block and pastes it elsewhere as one change', async () => {
      await cell(1, 0).click();
      await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c');
      await cell(4, 0).click();
      await press('Control+v');
      await says(4, 0, '58.33');
      await says(4, 2, '51.28');
      await press('Control+z');
      await says(4, 0, '44.62');
      await says(4, 2, '43.10');
    });

    test('sets a cell to not known, and the totals say how many lines they cover', async () => {
      await cell(2, 0).click();
      await press('Delete');
      await says(2, 0, 'not known');
      await cell(5, 0).getByText('2 of 3 lines').waitFor();
      await press('Control+z');
      await says(2, 0, '12.00');
    });

    test('tells of each line what was changed in it, by a key and by the button, and by neither of another line', async () => {
      const { page } = running;
      const history = page.getByRole('dialog', { name: /^History of / });
      await cell(2, 1).click();
      await press('Control+Shift+H');
      await history.getByRole('heading', { name: 'History of Delivery Suite, Midwives, Band 7' }).waitFor();
      const summaries = history.locator('summary');
      await summaries.first().waitFor();
      expect(await summaries.allInnerTexts()).toEqual([
        expect.stringMatching(/^Required Band 7, not known \(undone\) · /),
        expect.stringMatching(/^Funded Band 7, 12\.50 · /),
        expect.stringMatching(/^Paste 3 lines · /),
      ]);
      await summaries.nth(1).press('Enter');
      await history.getByRole('cell', { name: '12.50' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await press('Escape');
      await history.waitFor({ state: 'detached' });
      expect(await inFocus().getAttribute('data-place')).toBe('2:1');
      await cell(4, 1).click();
      await page.getByRole('button', { name: 'History of the line' }).press('Enter');
      await history.getByRole('heading', { name: 'History of Community, Midwives, Band 6' }).waitFor();
      await summaries.first().waitFor();
      expect((await summaries.allInnerTexts()).filter((text) => text.includes('Band 7'))).toEqual([]);
      await press('Escape');
    });

    test('takes a line away and brings it back', async () => {
      await cell(2, 0).click();
      await running.page.getByRole('button', { name: 'Remove the line' }).click();
      await running.page.getByRole('button', { name: 'Undo “Remove line Delivery Suite, Midwives, Band 7”' }).click();
      await says(2, 0, '12.00');
    });

    test('a block that is refused takes the focus to the field that says why', async () => {
      const { page } = running;
      await page.getByRole('button', { name: 'Paste lines' }).press('Enter');
      const lines = page.getByLabel('Lines copied from a spreadsheet');
      await lines.fill('Community\tMidwives\t7\t−1\r\n');
      await page.getByRole('button', { name: 'Paste the lines' }).press('Enter');
      await page.getByRole('table', { name: 'Problems by cell' }).waitFor();
      await expect.poll(() => inFocus().getAttribute('id')).toBe('pasted-lines');
      await press('Escape');
    });

    test('passes axe', async () => {
      expect(await findProblems(running.page)).toEqual([]);
    });
  });
});
