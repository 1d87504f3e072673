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

const list = join(project, '..', 'shared', 'samples', 'e_esr_staff_in_post_2026-10-31.xlsx');
const reason = why('browser') ?? (existsSync(list) ? null : 'The sample staff list does not lie beside the project.');

/** A trust with its staff list, and twelve people who could be matron, three of them Black and minority ethnic. */
async function trustWithSuccessors(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-pipeline-'));
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  await planner.organisation.addTrust({ code: 'RXX', name: 'Thistledown', system: null, sites: [], units: [] });
  await importForCommandLine(opened.context, list, { trust: 'RXX' });
  const { id: role } = await planner.retention.setRole({ trust: 'RXX', name: 'Matron', band: '8a', risk: 'high' });
  for (let place = 0; place < 12; place += 1)
    await planner.retention.setSuccessor({
      trust: 'RXX',
      role,
      name: `Successor ${place}`,
      readiness: place < 6 ? 'now' : 'in_1_to_2',
      ethnicGroup: place < 3 ? 'bme' : 'white',
    });
  opened.close();
  return folder;
}

describe.skipIf(reason !== null)(reason ?? 'a pipeline report that protects small groups', () => {
  let running: Running;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await trustWithSuccessors();
    running = await open('browser', { dataFolder: folder });
    page = running.page;
  });
  afterAll(async () => {
    await running?.close();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const isSound = async () => {
    await expect.poll(() => page.getByText('Loading…').count(), { timeout: 20_000 }).toBe(0);
    for (const size of [
      { width: 683, height: 384 },
      { width: 1366, height: 768 },
    ]) {
      await page.setViewportSize(size);
      expect(await findProblems(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `wider than the window at ${size.width}`).toBeLessThanOrEqual(0);
    }
  };
  const goTo = async (title: string) => {
    await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  };

  test('the trust sees who could follow; the report for the LMNS hides three people and their share', async () => {
    await goTo('Succession and careers');
    await page.getByRole('button', { name: 'Successor 11', exact: true }).waitFor();
    await isSound();
    await page.getByRole('button', { name: 'Pipeline report' }).press('Enter');
    const report = page.getByRole('table', { name: /^Pipeline against workforce/ });
    const band8 = report.getByRole('row', { name: /^Bands 8a and above/ });
    await band8.getByText('fewer than 5').first().waitFor();
    const told = (await band8.getByRole('cell').allTextContents()).slice(5);
    expect(told[1]).toBe('fewer than 5');
    expect(told[4]).toBe('not shown');
    expect(told.filter((cell) => cell === '9' || cell === '12').length).toBeLessThan(2);
    expect(await page.getByRole('main').textContent()).not.toContain('Successor');
    await isSound();
  });

  test('inside the trust every count is shown, and the file to share asks for whom it is', async () => {
    await page.getByRole('combobox', { name: 'For' }).selectOption('internal');
    const report = page.getByRole('table', { name: /^Pipeline against workforce/ });
    await report.getByRole('row', { name: /^Bands 8a and above.*9.*3.*0.*12.*25\.0 %$/ }).waitFor();
    await page.getByRole('button', { name: 'Export to share' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Export to share' });
    await dialog.getByRole('button', { name: 'For the LMNS and the board' }).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  });

  test('a snapshot of workforce equality tells the workforce from the staff list, and says what a ratio means', async () => {
    await goTo('Workforce equality');
    await page.getByRole('button', { name: 'Begin a snapshot' }).press('Enter');
    await page.getByLabel('Day', { exact: true }).fill('2026-10-31');
    await page.getByRole('dialog').getByRole('button', { name: 'Begin the snapshot' }).press('Enter');
    await page.getByRole('button', { name: /^Enter the counts of indicator 2/ }).press('Enter');
    const counts = { White: ['30', '100'], 'Black and minority ethnic': ['10', '50'] };
    for (const [group, [appointed = '', shortlisted = '']] of Object.entries(counts)) {
      const fields = page.getByRole('group', { name: group });
      await fields.getByRole('textbox', { name: 'Appointed' }).fill(appointed);
      await fields.getByRole('textbox', { name: 'Shortlisted' }).fill(shortlisted);
    }
    await page.getByRole('button', { name: 'Save the counts' }).press('Enter');
    const line = page.getByRole('row', { name: /Likelihood of being appointed/ });
    await line.getByText('white staff more likely').waitFor();
    expect(await line.textContent()).toContain('1.50');
    await isSound();
    await page.getByRole('button', { name: 'Anti-racism checklist' }).press('Enter');
    await page.getByRole('button', { name: 'Zero-tolerance training' }).waitFor();
    await isSound();
    expect(running.complaints).toEqual([]);
  });
});
