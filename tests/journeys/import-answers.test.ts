import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { killDesktop, launchDesktop, type RunningDesktop } from './support/desktop.ts';
import { untilReady } from './support/running.ts';
import { project, why } from './support/targets.ts';

const sample = join(project, '..', 'shared', 'samples', 'm1_bad_roster.xlsx');
/** A busy machine takes its time. */
const patient = { timeout: 20_000 };
const reason = why('desktop') ?? (existsSync(sample) ? null : 'The sample workbooks do not lie beside the project.');

describe.skipIf(reason !== null)(reason ?? 'what was answered of a file', () => {
  let folder: string;
  let running: RunningDesktop;
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planner-answers-'));
    const page = await start();
    await press(page, 'Set up my trust');
    await page.getByLabel('Name of the trust').fill('Thistledown');
    await page.getByLabel('ODS code').fill('RX1');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  });
  afterAll(async () => {
    await running?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function start(): Promise<Page> {
    running = await launchDesktop({ dataFolder: join(folder, 'data') });
    await untilReady(running.page);
    return running.page;
  }

  /** Chooses a file on the Imports screen. */
  async function choose(path: string): Promise<Page> {
    const { page } = running;
    await page.getByRole('navigation').getByRole('link', { name: 'Imports' }).click();
    await page.setInputFiles('input[type=file]', path);
    await page.getByRole('heading', { level: 1, name: /^Import: / }).waitFor();
    return page;
  }

  async function toProblems(page: Page): Promise<void> {
    await press(page, 'Next: columns');
    await press(page, 'Next: problems');
    await page.getByRole('heading', { name: 'Problems' }).waitFor();
  }

  const lineOf = (page: Page, what: string | RegExp) => page.locator('.problem tbody').filter({ hasText: what });
  const note = (page: Page) => page.locator('.draft-note');

  test('is there after the whole app was killed, for the same file by whatever name, and goes where it is given up', async () => {
    let page = await choose(sample);
    await page.getByLabel('First day').fill('2026-10-05');
    await page.getByLabel('Last day').fill('2026-11-01');
    await toProblems(page);
    await lineOf(page, 'Band 14').getByRole('combobox').selectOption('Band 6');
    await lineOf(page, 'means Band 6').waitFor();
    const halfTyped = () => lineOf(page, 'next Tuesday').getByRole('textbox');
    await halfTyped().fill('06/10');
    // So long it may take until what was typed is kept.
    await page.waitForTimeout(600);
    killDesktop(running);

    page = await start();
    await page.getByRole('navigation').getByRole('link', { name: 'Imports' }).click();
    await page.getByText(/^Answered and not stored: m1_bad_roster\.xlsx \(.*\)\. Choose the file again/).waitFor();
    const renamed = join(folder, 'renamed.xlsx');
    copyFileSync(sample, renamed);
    await choose(renamed);
    expect(await note(page).innerText()).toMatch(
      /^You answered this on \w{3} \d+ \w{3}, \d\d:\d\d and did not store it\. Go on, or start anew\./,
    );
    await expect.poll(() => page.getByLabel('First day').inputValue(), patient).toBe('2026-10-05');
    expect(await findProblems(page)).toEqual([]);
    await toProblems(page);
    await lineOf(page, 'means Band 6').waitFor();
    expect(await halfTyped().inputValue()).toBe('06/10');
    await press(page, 'Go on');
    expect(await note(page).count()).toBe(0);
    await press(page, 'Leave for later');

    await choose(sample);
    await note(page).waitFor();
    await press(page, 'Start anew');
    await expect.poll(() => page.getByLabel('First day').inputValue(), patient).toBe('');
    await toProblems(page);
    await lineOf(page, 'Band 14').getByRole('combobox').selectOption('Band 7');
    await lineOf(page, 'means Band 7').waitFor();
    await press(page, 'Leave without importing');
    await choose(sample);
    await toProblems(page);
    await lineOf(page, 'Band 14').getByText('To mend').waitFor();
    expect(await note(page).count()).toBe(0);
  });

  test('is kept of the earlier days, too, and goes once the file is stored', async () => {
    let { page } = running;
    await lineOf(page, 'Band 14').getByRole('combobox').selectOption('Band 6');
    await press(page, 'Next: dry run');
    await press(page, 'Next: store');
    await press(page, /^Store \d+ rows/);
    await page.getByRole('heading', { name: /rows are stored/ }).waitFor();
    await press(page, 'Back to imports');
    await page
      .getByRole('row', { name: /m1_bad_roster/ })
      .getByText('In force')
      .waitFor();
    await expect.poll(() => page.getByText('Answered and not stored').count(), patient).toBe(0);

    // The same file, read otherwise: the days are there already.
    await choose(sample);
    expect(await note(page).count()).toBe(0);
    await toProblems(page);
    await lineOf(page, '#REF!').getByRole('textbox').fill('07:30');
    await page.keyboard.press('Enter');
    await press(page, 'Next: dry run');
    await press(page, 'Next: store');
    await page.getByRole('radio', { name: /^Replace the earlier rows/ }).check();
    await page.waitForTimeout(600);
    killDesktop(running);
    page = await start();
    await choose(sample);
    await note(page).waitFor();
    await toProblems(page);
    await lineOf(page, 'mended to 07:30').waitFor();
    await press(page, 'Next: dry run');
    await press(page, 'Next: store');
    await expect
      .poll(() => page.getByRole('radio', { name: /^Replace the earlier rows/ }).isChecked(), patient)
      .toBe(true);
  });

  test('stays with the files that wait while other screens are looked at', async () => {
    const { page } = running;
    await press(page, 'Leave without importing');
    const go = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    const other = join(folder, 'another.xlsx');
    copyFileSync(join(sample, '..', 'a_duty_roster_2026-10.xlsx'), other);
    await page.setInputFiles('input[type=file]', [sample, other]);
    await press(page, 'Check and store m1_bad_roster.xlsx');
    await toProblems(page);
    await lineOf(page, '#REF!').getByRole('textbox').fill('07:30');
    await page.keyboard.press('Enter');
    await lineOf(page, 'mended to 07:30').waitFor();
    await go('Today');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await go('Imports');
    const waiting = page.getByRole('table', { name: 'Files to import' });
    await waiting.getByRole('row', { name: /another\.xlsx/ }).waitFor();
    // Its file is at hand: nobody is asked to choose it again.
    expect(await page.getByText('Answered and not stored').count()).toBe(0);
    await press(page, 'Leave out another.xlsx');
    await note(page).waitFor();
    await toProblems(page);
    await lineOf(page, 'mended to 07:30').waitFor();
  });
});
