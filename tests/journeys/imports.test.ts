import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLargeRoster } from '../support/large-roster.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { project, type Target, why } from './support/targets.ts';

const samples = join(project, '..', 'shared', 'samples');
const sample = (name: string) => join(samples, name);
const roster = 'a_duty_roster_2026-10.xlsx';
const week = 'b2_birth_centre_week_cp1252.csv';
const noSamples = existsSync(sample(roster)) ? null : 'The sample workbooks do not lie beside the project.';

const slow = { timeout: 90_000 };
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click(slow);
const figure = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const inForce = (page: Page, file: string) => page.getByRole('row', { name: file }).getByText('In force');

async function toDryRun(page: Page): Promise<void> {
  await press(page, 'Next: columns');
  await press(page, 'Next: problems');
  await press(page, 'Next: dry run');
  await figure(page, 'Missing since last time').waitFor(slow);
}

describe.each(['desktop', 'packaged'] satisfies Target[])('%s', (target) => {
  const reason = why(target) ?? noSamples;
  describe.skipIf(reason !== null)(reason ?? 'imports from a drop of files to their undoing', () => {
    let running: Running;
    let page: Page;
    beforeAll(async () => {
      running = await open(target);
      page = running.page;
      await press(page, 'Set up my trust');
      await page.getByLabel('Name of the trust').fill('Thistledown & Mallowmere');
      await page.getByLabel('ODS code').fill('RX1');
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').getByRole('link', { name: 'Imports' }).click();
    });
    afterAll(() => running?.close());

    test('of several files each is recognised with its reason, or refused in words', async () => {
      const files = [roster, 'e_esr_staff_in_post_2026-10-31.xlsx', 'n2_truncated.xlsx'].map(sample);
      await page.setInputFiles('input[type=file]', files);
      const queue = page.getByRole('table', { name: 'Files to import' });
      await queue.getByText('Duty roster: 23 of 24 headings match').waitFor(slow);
      await queue.getByText(/Staff list: \d+ of \d+ headings match/).waitFor(slow);
      await queue
        .getByRole('row', { name: /n2_truncated/ })
        .getByText('Refused')
        .waitFor(slow);
      expect(await findProblems(page)).toEqual([]);
      await press(page, 'Leave out n2_truncated.xlsx');
    });

    test('one is looked at in a dry run and stored, then the next', async () => {
      await press(page, `Check and store ${roster}`);
      await toDryRun(page);
      await figure(page, 'New').getByText('2,763').waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.getByLabel('Find rows by name, number, unit or date').fill('bhatt');
      await page.getByText(/Rows 1 to \d+ of \d+$/).waitFor(slow);
      await press(page, 'Next: store');
      await press(page, 'Store 2,763 rows');
      await page.getByRole('heading', { name: '2,763 rows are stored' }).waitFor(slow);
      await press(page, 'Back to imports');
      await page.getByRole('heading', { name: /Import: e_esr_staff/ }).waitFor(slow);
      await press(page, 'Leave without importing');
      await inForce(page, roster).waitFor(slow);
    });

    test('a later file shows old and new beside each other, and asks what to do with the same days', async () => {
      await page.setInputFiles('input[type=file]', sample(week));
      await toDryRun(page);
      await figure(page, 'Changed').getByText('32').waitFor();
      await press(page, 'Changed 32');
      await page.getByRole('cell', { name: 'BAILEY, Fatima' }).first().waitFor(slow);
      await page.getByRole('cell', { name: 'O’CONNOR, Siân', exact: true }).first().waitFor();
      await press(page, 'Next: store');
      await page.getByText('Choose what to do with the earlier rows first.').waitFor();
      await page.getByRole('radio', { name: /^Replace the earlier rows/ }).check(slow);
      expect(await findProblems(page)).toEqual([]);
      await press(page, 'Store 60 rows');
      await page.getByRole('heading', { name: '60 rows are stored' }).waitFor(slow);
      await press(page, 'Back to imports');
    });

    test('the first one is undone with the later one that took the place of its rows', async () => {
      await press(page, `Undo the import of ${roster}`);
      const dialog = page.getByRole('dialog');
      await dialog.getByText(week).first().waitFor(slow);
      expect(await findProblems(page)).toEqual([]);
      await press(page, 'Undo all 2 imports');
      await dialog.waitFor({ state: 'detached', ...slow });
      for (const file of [roster, week]) await page.getByRole('row', { name: file }).getByText('Undone').waitFor(slow);
      await press(page, `Do the import of ${roster} again`);
      await inForce(page, roster).waitFor(slow);
    });

    test('stopped in the middle of storing it leaves nothing', async () => {
      // Storing them takes several times as long as the page waits from one look at how far it is to the next.
      await page.setInputFiles('input[type=file]', writeLargeRoster(120_000));
      await toDryRun(page);
      await press(page, 'Next: store');
      await page.getByRole('radio', { name: /^Keep both/ }).check(slow);
      await press(page, 'Store 120,000 rows');
      await page.getByText(/Storing: [\d,]+ rows of 120,000/).waitFor(slow);
      await press(page, 'Stop: nothing of it will stay');
      await page.getByText('Stopped. Nothing was stored.').first().waitFor(slow);
      await press(page, 'Leave without importing');
      await inForce(page, roster).waitFor(slow);
      expect(await page.getByRole('row', { name: /roster-120000/ }).count()).toBe(0);
    });

    test('nothing was complained of on the way', () => {
      // Where answers come over HTTP, Chromium itself remarks on the refused file.
      expect(running.complaints.filter((one) => !/status of 422/.test(one))).toEqual([]);
    });
  });
});
