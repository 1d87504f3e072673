import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importForCommandLine } from '../../electron/imports/command-line.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { project, why } from './support/targets.ts';

const samples = join(project, '..', 'shared', 'samples');
const lists = ['e_esr_staff_in_post_2026-10-31.xlsx', 'g_leavers_24_months.xlsx'].map((name) => join(samples, name));
const reason =
  why('browser') ?? (lists.every(existsSync) ? null : 'The sample workbooks do not lie beside the project.');
const workLife = 'Voluntary Resignation - Work Life Balance';
const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 1920, height: 1080 },
];

/** A trust whose staff list and leavers are imported. */
async function trustWithLeavers(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-retention-'));
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  await planner.organisation.addTrust({ code: 'RXX', name: 'Thistledown', system: null, sites: [], units: [] });
  for (const file of lists) await importForCommandLine(opened.context, file, { trust: 'RXX' });
  opened.close();
  return folder;
}

describe.skipIf(reason !== null)(reason ?? 'from a leaver reason that grew to an action and its effect', () => {
  let running: Running;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await trustWithLeavers();
    running = await open('browser', { dataFolder: folder });
    page = running.page;
  });
  afterAll(async () => {
    await running?.close();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const goTo = async (title: string) => {
    await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  };
  /** Axe finds nothing and nothing is wider than the window, at every size. */
  const isSound = async () => {
    await expect.poll(() => page.getByText('Loading…').count(), { timeout: 20_000 }).toBe(0);
    for (const size of sizes) {
      await page.setViewportSize(size);
      expect(await findProblems(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `wider than the window at ${size.width}`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  };

  test('the reason that grew most leads to its rows and to an action with its figure', async () => {
    await goTo('Leavers');
    await page.getByText('13.16 %').waitFor();
    const line = page.getByRole('row', { name: new RegExp(workLife) });
    expect(await line.textContent()).toContain('6 more');
    await isSound();
    await page.getByRole('button', { name: `Start an action about ${workLife}` }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add an action' });
    await dialog.waitFor();
    expect(await dialog.getByRole('combobox', { name: 'Figure of the planner' }).inputValue()).toBe(
      `reason:${workLife}`,
    );
    expect(await dialog.getByRole('textbox', { name: 'Evidence' }).inputValue()).toContain('8 of 25 leavers');
    expect(await findProblems(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Action', exact: true }).fill('Self-rostering on every unit');
    await dialog.getByRole('textbox', { name: 'Start' }).fill('2025-11-01');
    await dialog.getByRole('textbox', { name: 'Action', exact: true }).press('Tab');
    await dialog.getByRole('button', { name: 'Add the action' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Self-rostering on every unit' }).waitFor();
  });

  test('the chart says whether the change is more than ordinary variation, with every month as a table', async () => {
    await page.getByText(/More than ordinary variation: leavers in a month/).waitFor();
    await page.locator('.recharts-surface').first().waitFor();
    await isSound();
    await page.getByRole('button', { name: 'Show as a table' }).press('Enter');
    const rows = page.getByRole('table', { name: new RegExp(workLife) }).getByRole('row');
    expect(await rows.count()).toBe(25);
    await page.getByRole('button', { name: 'Back to the plan' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Retention plan' }).waitFor();
  });

  test('the plan moves an action on its board by keys, keeps a version, and prints on one page', async () => {
    await page.getByRole('button', { name: 'Board' }).press('Enter');
    const card = page.getByRole('region', { name: 'Not started' }).getByRole('button', { name: /Self-rostering/ });
    await card.press('Shift+ArrowRight');
    await page
      .getByRole('region', { name: 'In progress' })
      .getByRole('button', { name: /Self-rostering/ })
      .waitFor();
    await isSound();
    await page.getByRole('button', { name: 'Versions' }).press('Enter');
    await page.getByRole('button', { name: 'Keep a version' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name of the version' }).fill('2026/27, version 1');
    await page.getByRole('textbox', { name: 'Approved by' }).fill('Trust Board');
    await page.getByRole('button', { name: 'Keep the version' }).press('Enter');
    await page.getByRole('button', { name: '2026/27, version 1', exact: true }).waitFor();
    await isSound();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(1);
  });

  test('a gap of the self-assessment becomes an action, and a conversation hides what is confidential', async () => {
    await goTo('Self-assessment');
    await page.getByRole('button', { name: 'Begin a round' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Autumn 2026');
    await page.getByLabel('Day', { exact: true }).fill('2026-10-01');
    await page.getByRole('button', { name: 'Begin the round' }).press('Enter');
    await page.getByRole('button', { name: /Requests are decided in time/ }).press('Enter');
    await page.getByRole('combobox', { name: 'Rating' }).selectOption('partly');
    await page.getByRole('textbox', { name: 'Gap' }).fill('Refusals are not looked at again');
    await page.getByRole('button', { name: 'Save the rating' }).press('Enter');
    await page.getByRole('button', { name: /^Make an action of the gap/ }).press('Enter');
    await page.getByRole('button', { name: 'Close the gap: Refusals are not looked at again', exact: true }).waitFor();
    await isSound();
    await goTo('Conversations');
    await page.getByRole('button', { name: 'Add a conversation' }).press('Enter');
    await page.getByRole('textbox', { name: 'With' }).fill('Amara Osei');
    await page.getByLabel(/^Confidential/).check();
    await page.getByRole('button', { name: 'Save the conversation' }).press('Enter');
    await page.getByRole('button', { name: /^Confidential, Stay/ }).waitFor();
    expect(await page.getByRole('main').textContent()).not.toContain('Amara');
    await isSound();
  });

  test('a request for flexible working is entered and refused with its ground, and who is 55 and over is told', async () => {
    await goTo('Flexible working and later careers');
    await page.getByRole('button', { name: 'Add a request' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Amara Osei');
    await page.getByLabel('Asked for on').fill('2026-01-31');
    await page.getByLabel('Decided on').fill('2026-03-05');
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('refused');
    await page.getByRole('button', { name: 'Save the request' }).press('Enter');
    await page.getByText('Enter the ground of the refusal', { exact: false }).first().waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Ground of a refusal' }).selectOption('demand');
    await page.getByRole('button', { name: 'Save the request' }).press('Enter');
    await page.getByRole('combobox', { name: 'Asked for in' }).selectOption('5');
    await page.getByRole('row', { name: /Amara Osei.*Late, 33 days.*Refused/ }).waitFor();
    await isSound();
    await page.getByRole('button', { name: '55 and over' }).press('Enter');
    await page
      .getByRole('group', { name: '55 and over' })
      .getByText(/whose age band is known/)
      .waitFor();
    await isSound();
  });

  test('results of a survey are pasted as a block, none of too few answers is kept, and a finding becomes an action', async () => {
    await goTo('Surveys and learning environment');
    await page.getByRole('combobox', { name: 'Who answered' }).selectOption('Midwives');
    // Until then the fields are those of everybody's survey.
    await page.getByRole('heading', { name: /, Midwives$/ }).waitFor();
    const answers = page.getByRole('textbox', { name: 'Answers: Would recommend as a place to work' });
    await answers.focus();
    await answers.evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '120\t48\t55.5\n8\t30\t29\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText('1 score of fewer than 11 answers was not kept.').first().waitFor();
    await isSound();
    // What the planner could not take stays in its field, with why beside it.
    const call = '**/rpc/retention/enterSurvey';
    await page.route(call, (route) => route.fulfill({ status: 503, body: '' }));
    await answers.fill('121');
    await answers.press('Enter');
    await page.getByRole('alert').getByText('Something unexpected went wrong').waitFor();
    expect(await answers.inputValue()).toBe('121');
    await page.unroute(call);
    await answers.press('Escape');
    expect(await answers.inputValue()).toBe('120');
    await page.getByRole('button', { name: 'Add an indicator' }).press('Enter');
    await page.getByRole('textbox', { name: 'Indicator' }).fill('Breaks are taken');
    expect(await findProblems(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Indicator' }).press('Enter');
    await page.getByRole('textbox', { name: 'Score: Breaks are taken' }).waitFor();
    await page.getByRole('button', { name: 'Make an action of Would recommend as a place to work' }).press('Enter');
    await page.getByRole('button', { name: /^Improve: Would recommend/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Improve: Would recommend/ }).waitFor();
    await page.getByText('Midwives: 48 %; benchmark 55.5 %; 120 answered', { exact: false }).waitFor();
    await goTo('Surveys and learning environment');
    await page.getByRole('button', { name: 'Learning environment' }).press('Enter');
    await page.getByRole('button', { name: 'Assess a placement area' }).press('Enter');
    await page.getByRole('combobox', { name: 'Placement area' }).fill('Hazel Ward');
    await page.getByLabel('Day', { exact: true }).fill('2026-10-01');
    await page.getByRole('button', { name: 'Begin the assessment' }).press('Enter');
    await page.getByRole('button', { name: /^Supervision/ }).press('Enter');
    await page.getByRole('combobox', { name: 'Rating' }).selectOption('level_2');
    await page.getByRole('button', { name: 'Save the rating' }).press('Enter');
    await page.getByText('2 Developing').first().waitFor();
    await isSound();
    // The call that was made to fail, and nothing else.
    expect(running.complaints).toEqual([expect.stringContaining('503')]);
  });
});
