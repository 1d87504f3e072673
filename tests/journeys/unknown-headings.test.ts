import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProblems, findProblemsOfDialog } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import { why } from './support/targets.ts';

const reason = why('browser');
/** A list of staff in words of its own. */
const rows = ['1', '2', '3'].map(
  (at) => `2000000${at},"Frost, Ada",Delivery Suite,Band 6,0.8,03/04/2021,N2C,Permanent`,
);
const text = ['Payroll ref,Who,Where,Pay point,Contract share,Joined,Job code,Contract', ...rows, ''].join('\r\n');

describe.skipIf(reason !== null)(reason ?? 'a staff list whose headings are not known, by keyboard', () => {
  test('is said to be one, has its columns pointed out, is stored, and is known the next time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planner-unknown-'));
    const running = await open('browser');
    const { page } = running;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
    const take = async (...names: string[]) => {
      for (const name of names) writeFileSync(join(folder, name), text);
      await page.getByLabel('Files to import').setInputFiles(names.map((name) => join(folder, name)));
    };
    try {
      await press('Set up my trust');
      await page.getByLabel('Name of the trust').fill('St Mary’s');
      await page.getByLabel('ODS code').fill('RX1');
      await press('Save the trust');
      // While the dialog is open, a link behind it takes no focus and no key.
      await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Imports', exact: true }).press('Enter');
      await take('people.csv');
      await page.getByRole('heading', { name: 'What is this file?' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await press('Read it as this');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('import-kind');
      await page.getByText('Choose what the file is.').waitFor();
      await page.getByLabel('Kind of file').selectOption('Staff list');
      expect(await page.getByLabel('Row of the headings').locator(':checked').innerText()).toMatch(
        /^Row 1: Payroll ref/,
      );
      await press('Read it as this');
      await page.getByRole('region', { name: 'Questions about the columns' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      const fields = {
        'Payroll ref': 'Employee number',
        Who: 'Name',
        Where: 'Unit',
        'Pay point': 'Pay grade',
        'Contract share': 'FTE (needed)',
        Joined: 'Latest start date (needed)',
        'Job code': 'Occupation code (needed)',
      };
      for (const [heading, field] of Object.entries(fields)) {
        const choice = page.getByLabel(`What ${heading} is`, { exact: true });
        await choice.selectOption({ label: field });
        await expect.poll(() => choice.locator(':checked').innerText()).toBe(field);
      }
      const asked = page.getByRole('region', { name: 'Questions about the columns' });
      while ((await asked.count()) > 0)
        await asked.getByRole('button', { name: 'There is none' }).first().press('Enter');
      await page.getByRole('button', { name: /^1 File/ }).press('Enter');
      await page.getByLabel('As on which day?').fill('2026-10-31');
      await page.getByLabel('As on which day?').blur();
      const seeChanges = page.getByRole('button', { name: 'See what will change', disabled: false });
      await seeChanges.press('Enter');
      await press('Next: store');
      await page.getByRole('button', { name: /^Store \d+ rows?$/ }).press('Enter');
      await page.getByRole('heading', { name: /rows? (is|are) stored$/ }).waitFor();
      await press('Back to imports');
      await take('next.csv', 'other.csv');
      const waiting = page.getByRole('table', { name: 'Files to import' });
      await waiting.getByRole('row', { name: /next\.csv.*Staff list/ }).waitFor();
      // What was recognised as what it is not is said to be another kind, and back.
      await press('Check and store next.csv');
      const another = page.getByRole('button', { name: 'This is another kind of file' });
      await another.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'What is this file?' });
      const kind = dialog.getByLabel('Kind of file');
      await expect.poll(() => kind.locator(':checked').innerText()).toBe('Staff list');
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
      expect(await findProblemsOfDialog(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await another.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await kind.selectOption('Leavers');
      await dialog.getByRole('button', { name: 'Read it as this' }).press('Enter');
      await page.getByText(/^Read as leavers: \d+ of 8 headings match/).waitFor();
      await asked
        .getByText(/Leaving date/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: /^1 File/ }).press('Enter');
      await another.press('Enter');
      await dialog.getByLabel('Row of the headings').selectOption({ index: 3 });
      await dialog.getByRole('button', { name: 'Read it as this' }).press('Enter');
      await page
        .getByRole('alert')
        .getByText(/no rows below them/)
        .waitFor();
      await press('Read it as it was recognised at first');
      await page.getByText(/^Recognised as staff list: .*, as you said of an earlier file/).waitFor();
      expect(running.complaints.filter((one) => !one.includes('422'))).toEqual([]);
    } finally {
      await running.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
