import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxParagraphs, docxTables } from '../support/docx-parts.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { type Target, why } from './support/targets.ts';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The rows of a table on the screen, each with the text of its cells. */
const shownTable = (page: Page, caption: string) =>
  page
    .getByRole('article')
    .getByRole('table', { name: caption })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th,td')].map((cell) => (cell.textContent ?? '').replaceAll('\u00a0', ' ')),
      ),
    );

describe.each(['packaged'] satisfies Target[])('%s', (target) => {
  const reason = why(target);
  describe.skipIf(reason !== null)(reason ?? 'from the sample service to a report that the board can read', () => {
    let running: Running;
    let page: Page;
    const folder = mkdtempSync(join(tmpdir(), 'planner-report-'));
    beforeAll(async () => {
      running = await open(target);
      page = running.page;
    });
    afterAll(async () => {
      await running?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test('the report is seen before it is saved, and says what is missing', async () => {
      await page.getByRole('button', { name: /Look around/ }).click();
      await page.getByRole('navigation').getByRole('link', { name: 'Assurance' }).click();
      await title(page, 'Assurance');
      await page.getByRole('heading', { name: 'What this report says' }).waitFor();
      const report = page.getByRole('article');
      const worked = report.getByText(/of planned care hours were worked/).first();
      await worked.waitFor();
      expect(await report.getByRole('img').count()).toBeGreaterThan(1);
      expect(await findProblems(page)).toEqual([]);
      const month = async (label: 'From' | 'to', text: string) => {
        await page.getByLabel(label, { exact: true }).fill(text);
        await page.keyboard.press('Enter');
      };
      // Of months before the first roster.
      await month('From', 'Dec 2025');
      await month('to', 'Jan 2026');
      await report.getByText('Import the duty rosters').first().waitFor();
      await month('to', 'Sep 2026');
      await month('From', 'Apr 2026');
      await worked.waitFor();
    });

    test('a count is entered in the grid by keyboard alone, undone and done again', async () => {
      await tab(page, 'Red flags and counts');
      const field = page.getByLabel('Sep 2026: Time-critical activity delayed or cancelled');
      await field.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('9');
      await page.keyboard.press('Enter');
      const flags = page.getByRole('group', { name: 'Red flags', exact: true });
      await flags.getByText('187', { exact: true }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Sep 2026: Care missed or delayed',
      );
      expect(await findProblems(page)).toEqual([]);
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('Control+z');
      await flags.getByText('184', { exact: true }).waitFor();
      await page.keyboard.press('Control+y');
      await flags.getByText('187', { exact: true }).waitFor();
    });

    test('a requirement of safety action 5 gets a status and its evidence', async () => {
      await tab(page, 'Incentive scheme');
      await page.getByRole('button', { name: '5c Supernumerary labour ward coordinator' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'On track' }).check();
      await dialog.getByLabel('Title of the document').fill('Escalation policy');
      await dialog.getByLabel('Where it is kept').fill('Intranet, maternity');
      await dialog.getByRole('button', { name: 'Add the document' }).click();
      await dialog.getByText('Escalation policy · Intranet, maternity').waitFor();
      expect(await findProblems(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await page
        .getByRole('row', { name: /5c Supernumerary/ })
        .getByText('On track')
        .waitFor();
      await page.getByRole('button', { name: 'Compare years' }).click();
      await page.getByRole('cell', { name: '2 April 2024' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });

    test('the Word file has the headings and, cell for cell, the tables that were seen', async () => {
      await tab(page, 'Board report');
      const from = page.getByLabel('From', { exact: true });
      await from.fill('May 2026');
      await from.press('Enter');
      const to = page.getByLabel('to', { exact: true });
      await to.fill('Oct 2026');
      await to.press('Enter');
      const report = page.getByRole('article');
      await report.getByText('1 May 2026 to 31 October 2026').waitFor();
      await report
        .getByText(/there at the start of/)
        .first()
        .waitFor();
      const file = join(folder, 'report.docx');
      await running.saveTo(file, () => page.getByRole('button', { name: 'Save as Word' }).click());
      await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
      const bytes = readFileSync(file);
      const tables = docxTables(bytes);
      for (const caption of [
        'Establishment by staff group',
        'Shift fill by unit',
        'Coordinator by month',
        'Birthrate+ by area',
        'Casemix',
        'Birthrate+ against funded',
        'Acuity by month',
        'Red flags by kind',
        'Births a year to each',
      ])
        expect(tables).toContainEqual(await shownTable(page, caption));
      const headings = docxParagraphs(bytes).filter(({ style }) => style === 'Heading1');
      expect(headings.map(({ text }) => text)).toEqual(
        await report.getByRole('heading', { level: 3 }).allTextContents(),
      );
    });

    test('the PDF says the same', async () => {
      const file = join(folder, 'report.pdf');
      const fill = (await shownTable(page, 'Shift fill by unit')).pop() ?? [];
      await running.saveTo(file, () => page.getByRole('button', { name: 'Save as PDF' }).click());
      await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
      expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
      const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      if (read.error) return;
      const text = read.stdout.replaceAll('\u00a0', ' ').replace(/ +/g, ' ');
      expect(text).toContain(fill.join(' '));
      expect(text).toContain('Midwifery staffing report to the board');
    });

    test('nothing was complained of on the way', () => {
      expect(running.complaints).toEqual([]);
    });
  });
});
