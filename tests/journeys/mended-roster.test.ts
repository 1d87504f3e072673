import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { project, type Target, why } from './support/targets.ts';

const roster = join(project, '..', 'shared', 'samples', 'm1_bad_roster.xlsx');
const noSamples = existsSync(roster) ? null : 'The sample workbooks do not lie beside the project.';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const figure = (page: Page, name: string, value: string) =>
  page.getByRole('group', { name, exact: true }).getByText(value, { exact: true }).waitFor();

/** The problem that has the focus: the label of its answer. */
const inFocus = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** Presses F8 until the answer with that label has the focus. */
async function goTo(page: Page, label: RegExp): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('F8');
    if (label.test(await inFocus(page))) return;
  }
  throw new Error(`No problem ${label}; the last one was ${await inFocus(page)}`);
}

/** What the workbook of problem rows says: its headings, and row number and words of each row. */
async function readProblems(path: string): Promise<{ headings: unknown[]; rows: [number, string][] }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0]!;
  const rows: [number, string][] = [];
  sheet.eachRow((row, number) => {
    if (number > 4) rows.push([Number(row.getCell(2).value), String(row.getCell(3).value)]);
  });
  return { headings: (sheet.getRow(4).values as unknown[]).slice(1), rows };
}

describe.each(['browser'] satisfies Target[])('%s', (target) => {
  const reason = why(target) ?? noSamples;
  describe.skipIf(reason !== null)(reason ?? 'a bad roster is mended in place, and its rest after the import', () => {
    let running: Running;
    let page: Page;
    const folder = mkdtempSync(join(tmpdir(), 'planner-mended-'));
    beforeAll(async () => {
      running = await open(target);
      page = running.page;
      await page.getByRole('button', { name: 'Set up my trust' }).click();
      await page.getByLabel('Name of the trust').fill('Thistledown & Mallowmere');
      await page.getByLabel('ODS code').fill('RX1');
      await page.keyboard.press('Enter');
      await page.getByLabel('Trust in view').waitFor();
    });
    afterAll(async () => {
      await running?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test('every problem is told with the value read and the value expected', async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Imports' }).click();
      await page.setInputFiles('input[type=file]', roster);
      await page.getByText('21 of 21 headings match').first().waitFor();
      await page.getByLabel('First day').fill('2026-10-05');
      await page.getByLabel('Last day').fill('2026-11-01');
      await page.getByLabel('Units that the trust does not have yet').selectOption('refuse');
      await page.getByRole('button', { name: 'Next: columns' }).click();
      await page.getByText('21 of 21 columns are read').waitFor();
      await page.getByRole('button', { name: 'Next: problems' }).click();
      await figure(page, 'To mend or leave out', '25');
      await page.getByRole('status').getByText('23 problems to answer in 25 rows').waitFor();
      expect(await findProblems(page)).toEqual([]);
    });

    test('a cell is mended by keyboard alone, F8 goes on also from within a field', async () => {
      await goTo(page, /^Work Hours, row 11: /);
      await page.keyboard.type('11:30');
      await page.keyboard.press('Enter');
      await figure(page, 'To mend or leave out', '24');
      await page.getByRole('status').getByText('22 problems to answer in 24 rows; 1 answered').waitFor();
      await goTo(page, /^Duty Date, row 58: /);
      await page.keyboard.press('Shift+F8');
      expect(await inFocus(page)).not.toMatch(/row 58/);
    });

    test('one answer says what a grade means', async () => {
      await goTo(page, /^What .* in Grade means$/);
      // A letter chooses in a list as it does everywhere.
      await page.keyboard.type('Band 6');
      await page.keyboard.press('Enter');
      await figure(page, 'To mend or leave out', '23');
      await page.getByText('means Band 6').waitFor();
      // Few enough to be seen whole: a field that is half out of view is called too small.
      await page.getByRole('combobox', { name: 'Column', exact: true }).selectOption('Grade');
      expect(await findProblems(page)).toEqual([]);
      await page.getByRole('combobox', { name: 'Column', exact: true }).selectOption('');
    });

    test('the answered ones can be looked at by themselves, and the problems of one column', async () => {
      await page.getByRole('combobox', { name: 'Show', exact: true }).selectOption('answered');
      await page
        .getByRole('table')
        .getByRole('button', { name: /^Change the answer/ })
        .nth(1)
        .waitFor();
      expect(await page.getByRole('table').getByText('To mend').count()).toBe(0);
      await page.getByRole('combobox', { name: 'Show', exact: true }).selectOption('all');
      await page.getByRole('combobox', { name: 'Column', exact: true }).selectOption('Duty Date');
      await page.getByText(/Shown: \d of 23/).waitFor();
      await page.getByRole('combobox', { name: 'Column', exact: true }).selectOption('');
    });

    test('the rows that are left are saved for whoever made the file, and read back', async () => {
      const file = join(folder, 'to-mend.xlsx');
      await running.saveTo(file, () => page.getByRole('button', { name: 'Save problem rows' }).click());
      await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
      const { headings, rows } = await readProblems(file);
      expect(headings.slice(0, 6)).toEqual([
        'Original sheet',
        'Original row',
        'What is wrong',
        'Unit',
        'Staff Number',
        'Name',
      ]);
      expect(rows).toHaveLength(23);
      expect(rows.find(([row]) => row === 58)?.[1]).toContain('Read in Duty Date: 31/02/2026.');
    });

    test('the import is stored with what was mended, the rest stays with it', async () => {
      await page.getByRole('button', { name: /^5 / }).click();
      await page.getByRole('button', { name: 'Store 51 rows' }).click();
      await page.getByRole('heading', { name: '51 rows are stored' }).waitFor();
      await page.getByRole('button', { name: 'Back to imports' }).click();
      await page.getByRole('button', { name: 'Change what is remembered of Duty roster' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
    });

    test('what was remembered is seen and changed', async () => {
      await page.getByRole('button', { name: 'Change what is remembered of Duty roster' }).click();
      const dialog = page.getByRole('dialog');
      const meaning = dialog.getByRole('combobox', { name: /^What .* means$/ }).first();
      await meaning.waitFor();
      expect(await findProblems(page)).toEqual([]);
      await meaning.selectOption({ label: 'Band 7' });
      await dialog.getByRole('button', { name: 'Save what is remembered' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: 'Band 14 means 7', exact: true }).waitFor();
    });

    test('rows left out are mended later and join the import', async () => {
      await page.getByRole('button', { name: 'Mend rows left out of m1_bad_roster.xlsx' }).click();
      await title(page, 'Rows left out: m1_bad_roster.xlsx');
      await figure(page, 'Left out', '23');
      await goTo(page, /^Duty Date, row 58: /);
      await page.keyboard.type('28/10/2026');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Add 1 row to the import' }).click();
      await figure(page, 'Stored', '52');
      await figure(page, 'Mended before', '1');
      await page.getByRole('combobox', { name: 'Column', exact: true }).selectOption('Grade');
      expect(await findProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'Back to imports' }).click();
      await page.getByRole('cell', { name: 'In force, 1 mended later' }).waitFor();
    });

    test('undoing the import takes them too', async () => {
      await page.getByRole('button', { name: 'Undo the import of m1_bad_roster.xlsx' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('52 rows go out of every figure').waitFor();
      await dialog.getByRole('button', { name: 'Undo this import' }).click();
      await page.getByRole('cell', { name: 'Undone, 1 mended later' }).waitFor();
    });

    test('nothing was complained of on the way', () => {
      expect(running.complaints).toEqual([]);
    });
  });
});
