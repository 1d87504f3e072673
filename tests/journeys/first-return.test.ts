import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReturnWorkbook } from '../../electron/features/returns/read-workbook.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { project, type Target, why } from './support/targets.ts';

const samples = join(project, '..', 'shared', 'samples');
const roster = join(samples, 'a_duty_roster_2026-10.xlsx');
const noSamples = existsSync(roster) ? null : 'The sample workbooks do not lie beside the project.';

/** The fill of each unit as the samples' own answers give it, "88.10 %". */
function expectedFill(): Record<string, string> {
  const { units } = JSON.parse(
    readFileSync(join(samples, 'expected', 'a_duty_roster_2026-10.xlsx.expected.json'), 'utf8'),
  );
  return Object.fromEntries(
    Object.entries<{ fill_percent: number }>(units).map(([unit, { fill_percent }]) => [
      unit,
      `${fill_percent.toFixed(2)} %`,
    ]),
  );
}

const screen = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

describe.each(['packaged'] satisfies Target[])('%s', (target) => {
  const reason = why(target) ?? noSamples;
  describe.skipIf(reason !== null)(reason ?? 'from a first start to a written return', () => {
    let running: Running;
    let page: Page;
    const folder = mkdtempSync(join(tmpdir(), 'planner-return-'));
    beforeAll(async () => {
      running = await open(target);
      page = running.page;
    });
    afterAll(async () => {
      await running?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test('a trust is set up by keyboard, and what is missing is said beside the field', async () => {
      await page.getByRole('button', { name: 'Set up my trust' }).focus();
      await page.keyboard.press('Enter');
      await title(page, 'Set up my trust');
      await page.getByLabel('ODS code').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('There is a problem').waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Thistledown & Mallowmere');
      await page.keyboard.press('Tab');
      await page.keyboard.type('rx1');
      await page.keyboard.press('Enter');
      await title(page, 'Today');
      expect(await page.getByLabel('Trust in view').inputValue()).toBe('RX1');
    });

    test('the sample roster is taken in: recognised, checked, stored', async () => {
      await screen(page, 'Imports');
      await page.setInputFiles('input[type=file]', roster);
      await page.getByText('23 of 24 headings match').first().waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'Next: columns' }).click();
      await page.getByRole('cell', { name: 'its heading' }).first().waitFor();
      await page.getByRole('button', { name: 'Next: problems' }).click();
      await page.getByRole('group', { name: 'To mend or leave out' }).getByText('6', { exact: true }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'Next: dry run' }).click();
      await page.getByRole('button', { name: 'Next: store' }).click();
      await page.getByRole('button', { name: 'Store 2,763 rows' }).click();
      await page.getByRole('heading', { name: '2,763 rows are stored' }).waitFor();
      await page.getByRole('button', { name: 'Back to imports' }).click();
      await page.getByRole('button', { name: 'Undo the import of a_duty_roster_2026-10.xlsx' }).waitFor();
    });

    test('the shift fill is the one that the samples give, with its rows behind it', async () => {
      await screen(page, 'Rosters');
      await page.getByRole('group', { name: 'Shift fill' }).getByText('92.76 %').waitFor();
      for (const [unit, fill] of Object.entries(expectedFill()))
        await page
          .getByRole('row', { name: unit === 'ALL' ? 'All units' : unit })
          .getByText(fill, { exact: true })
          .last()
          .waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'rows of Birth Centre, all care duties' }).click();
      const rows = page.getByRole('dialog');
      await rows.getByText('actual care hours ÷ planned care hours × 100').waitFor();
      await rows
        .getByText(/a_duty_roster_2026-10\.xlsx, Duty Detail, row \d+/)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
    });

    test('an establishment line is entered in the grid by keyboard alone, and undone', async () => {
      await screen(page, 'Establishment');
      await page.getByRole('button', { name: 'Add the first line' }).click();
      await page.getByRole('button', { name: 'Add the line' }).click();
      await page.getByRole('grid').getByRole('gridcell').first().waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      for (const wte of ['58.33', '56', '51.28']) {
        await page.keyboard.type(wte);
        await page.keyboard.press('Tab');
      }
      const headline = page.getByRole('group', { name: 'Required minus in post' });
      await headline.getByText('7.05 WTE').waitFor();
      await page.getByRole('group', { name: 'Vacancy rate' }).getByText('8.43 %').waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Control+z');
      await headline.getByText('7.05 WTE').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+y');
      await headline.getByText('7.05 WTE').waitFor();
    });

    test('the return is started, saved, and the written workbook read back', async () => {
      await screen(page, 'Theme 2 return');
      await page.getByRole('button', { name: /^Start/ }).click();
      await page.getByRole('button', { name: 'Save as…' }).click();
      const dialog = page.getByRole('dialog');
      const file = join(folder, 'return.xlsx');
      expect(await findProblems(page)).toEqual([]);
      await running.saveTo(file, () => dialog.getByRole('button', { name: 'Workbook' }).click());
      await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
      const read = await readReturnWorkbook(file);
      expect(read).toMatchObject({
        kind: 'read',
        document: { trust: { code: 'RX1', name: 'Thistledown & Mallowmere' } },
      });
    });

    test('nothing was complained of on the way', () => {
      expect(running.complaints).toEqual([]);
    });
  });
});
