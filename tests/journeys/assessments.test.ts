import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { type Target, why } from './support/targets.ts';

// A whole invented trust of 4,360 births, in the order of the activities of a new assessment.
const births = ['4000', '300', '60'];
const howMany =
  '6 %,14 %,18 %,26 %,36 %,3000,800,150,60,40,1300,300,1500,800,720,1040,1440,3200,120,2,150,90,4300,-350,250,450,60';
const hoursEach = '6,7,9,11,15,1,4,15,6,8,2.5,8,10,5,6,8,11,0.5,12,24,1,1,14,14,14,4,36';

describe.each(['browser'] satisfies Target[])('%s', (target) => {
  const reason = why(target);
  describe.skipIf(reason !== null)(reason ?? 'a Birthrate+ assessment, worked out from cases and hours', () =>
    assessment(target),
  );
});

function assessment(target: Target): void {
  let running: Running;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planner-assessment-'));
    running = await open(target);
    page = running.page;
    await page.getByRole('button', { name: 'Look around with a sample service' }).click();
    await page.getByText('Invented sample data').waitFor({ timeout: 90_000 });
    await page.getByRole('navigation').getByRole('link', { name: 'Required staffing' }).click();
    await page.getByRole('heading', { level: 1, name: 'Required staffing' }).waitFor();
  });
  afterAll(async () => {
    await running?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Types down a column from a field on: Enter saves and goes to the next row. */
  async function typeDown(first: string, values: readonly string[]): Promise<void> {
    await page.getByLabel(first, { exact: true }).focus();
    for (const value of values) {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
  }
  const figure = (name: string) => page.getByRole('group', { name, exact: true });

  test('starts from the usual areas and values, each marked as a default', async () => {
    await page.getByRole('button', { name: 'New assessment' }).click();
    await page.getByRole('heading', { name: 'Areas' }).waitFor();
    await page.getByRole('combobox', { name: 'Enter' }).selectOption('worked');
    await page.getByRole('heading', { name: 'Activities' }).waitFor();
    expect(await page.getByLabel('Travel, %', { exact: true }).inputValue()).toBe('15');
    expect(await page.getByText('default', { exact: true }).count()).toBeGreaterThan(10);
    expect(await findProblems(page)).toEqual([]);
  });

  test('is entered by keyboard and comes to 156.45 WTE', async () => {
    await typeDown('Reference of the report', ['BR-2026-01']);
    await typeDown('Uplift, %', ['24']);
    await typeDown('Births a year, women: Delivery suite', births);
    await typeDown('How many, or % of births: Category I, Delivery suite', howMany.split(','));
    await typeDown('Hours each: Category I, Delivery suite', hoursEach.split(','));
    await figure('Recommended total').getByText('156.45 WTE').waitFor({ timeout: 90_000 });
    await figure('Clinical total').getByText('143.54 WTE').waitFor();
    await figure('Recommended midwives').getByText('142.10 WTE').waitFor();
    await figure('Births per recommended midwife').getByText('30.68', { exact: true }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'BR-2026-01' }).waitFor();
  });

  test('tells of each line of its tables what was typed into it, by a key and by the button of the table', async () => {
    const dialog = page.getByRole('dialog', { name: /^History of / });
    const field = page.getByLabel('Births a year, women: Delivery suite', { exact: true });
    await field.focus();
    await page.keyboard.press('Control+Shift+H');
    await dialog.getByRole('heading', { name: 'History of Delivery suite' }).waitFor();
    await dialog.locator('summary').first().click();
    await dialog
      .getByRole('row', { name: /^Births/ })
      .first()
      .waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByLabel('Births a year, women: Birth centre', { exact: true }).focus();
    const button = page.getByRole('button', { name: 'History of the line' });
    await button.and(page.locator('[aria-disabled="false"]')).press('Enter');
    await dialog.getByRole('heading', { name: 'History of Birth centre' }).waitFor();
    await dialog.locator('summary').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByLabel('Hours each: Category I, Delivery suite', { exact: true }).focus();
    await page.keyboard.press('Control+Shift+H');
    await dialog.getByRole('heading', { name: 'History of Category I, Delivery suite' }).waitFor();
    await dialog.locator('summary').first().click();
    await dialog
      .getByRole('row', { name: /^Hours/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('shows every step of its working', async () => {
    await page.getByRole('button', { name: 'Show working' }).click();
    const step = page.getByRole('row', { name: /Community Hours with travel/ });
    await step.getByText('62,760 × (1 + 15 %)').waitFor();
    await step.getByText('72,174.00').waitFor();
    await page
      .getByRole('row', { name: /Recommended total/ })
      .getByText('156.4543', { exact: true })
      .waitFor();
    expect(await findProblems(page)).toEqual([]);
  });

  test('is exported with the working', async () => {
    const path = join(folder, 'assessment.xlsx');
    await running.saveTo(path, () => page.getByRole('button', { name: 'Export', exact: true }).click());
    // The desktop app writes the file after its Save As has been answered, whole or not at all.
    await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const results = workbook.getWorksheet('Results')!;
    const values = new Map<string, unknown>();
    results.eachRow((row) => values.set(String(row.getCell(1).value), row.getCell(2).value));
    expect(Number(values.get('Recommended total')).toFixed(4)).toBe('156.4543');
    expect(workbook.getWorksheet('Working')!.rowCount).toBeGreaterThan(60);
  });

  test('says beside a field what is wrong with it, and Escape gives it up', async () => {
    const field = page.getByLabel('Hours each: Category I, Delivery suite', { exact: true });
    await field.focus();
    await page.keyboard.type('six');
    await page.keyboard.press('Enter');
    await page.getByText('“six” is not a number. Enter a number such as 6.6').first().waitFor();
    await field.focus();
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('6');
  });

  test('is agreed and becomes the required establishment; Undo takes it back', async () => {
    for (const name of ['Antenatal ward', 'Triage', 'Clinics', 'Day assessment'])
      await page.getByLabel(`Unit: ${name}`, { exact: true }).selectOption({ label: 'Maternity Ward' });
    await page.getByRole('button', { name: 'Agree', exact: true }).click();
    await page.getByRole('button', { name: 'Agree the assessment' }).click();
    await page.getByRole('button', { name: 'Use as the required establishment' }).click();
    await page
      .getByRole('row', { name: /All lines of this assessment/ })
      .getByText('156.45')
      .waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use these lines' }).click();
    await page.getByRole('button', { name: 'Undo “Use BR-2026-01 as the required establishment”' }).waitFor();
    await page.getByRole('button', { name: 'All assessments' }).click();
    await page
      .getByRole('row', { name: /BR-2026-01/ })
      .getByText('Agreed')
      .waitFor();
  });

  test.each(['Neonatal nursing', 'Agreed levels', 'Continuity teams'])('%s passes axe', async (name) => {
    await page.getByRole('button', { name }).click();
    await expect.poll(() => page.getByText('Loading…').count()).toBe(0);
    expect(await findProblems(page)).toEqual([]);
  });
}
