import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { project, why } from './support/targets.ts';

const reason = why('browser');

/** A trust with an establishment, whose return of the quarter before was submitted with every line complete but 4.1. */
async function trustAtQuarterEnd(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-quarter-end-'));
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { organisation, establishment, returns } = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  const units = [{ name: 'Delivery Suite', kind: 'delivery_suite', site: null }];
  const added = await organisation.addTrust({ code: 'RXX', name: 'Thistledown', system: null, sites: [], units });
  const place = { unit: added.units[0]?.id ?? 0, staffGroup: 'midwives', band: '6' };
  const wte = { required: 6_000_000, funded: 5_600_000, inPost: 5_000_000 };
  await establishment.addLine({ trust: 'RXX', ...place, ...wte });
  const { quarter, periods } = await returns.periods({ trust: 'RXX' });
  const last = periods.find(({ kind, period }) => kind === 'quarter' && period < quarter)?.period ?? '';
  const of = { trust: 'RXX', period: last };
  const { lines } = await returns.start(of);
  for (const { plan } of lines) {
    const save = (change: Parameters<typeof returns.save>[0]['change']) =>
      returns.save({ ...of, reference: plan.reference, change });
    await save({ field: 'lead', value: 'Head of midwifery' });
    if (plan.reference === '4.1') continue;
    await save({ field: 'status', value: 'blue' });
    await save({ field: 'evidence', value: 'Board minutes' });
  }
  await returns.check({ ...of, role: 'Maternity workforce lead' });
  await returns.signOff({ ...of, role: 'Head of midwifery' });
  await returns.submit({ ...of, role: 'Head of midwifery' });
  await returns.start({ trust: 'RXX', period: quarter });
  opened.close();
  return folder;
}

describe.skipIf(reason !== null)(reason ?? 'a quarter’s end from draft to submission, by keyboard alone', () => {
  let running: Running;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await trustAtQuarterEnd();
    running = await open('browser', { dataFolder: folder });
    page = running.page;
  });
  afterAll(async () => {
    await running?.close();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const press = (key: string) => page.keyboard.press(key);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const text = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      return { text: text.trim(), id: element?.id ?? '' };
    });
  /** Goes on with Tab until what has the focus is called, or has the id, that is wanted. */
  const tabTo = async (wanted: { name: string | RegExp } | { id: string }, key = 'Tab') => {
    for (let presses = 0; presses < 150; presses += 1) {
      const { text, id } = await focused();
      if (
        'id' in wanted
          ? id === wanted.id
          : typeof wanted.name === 'string'
            ? text === wanted.name
            : wanted.name.test(text)
      )
        return;
      await press(key);
    }
    throw new Error(`The Tab key does not lead to ${JSON.stringify(wanted)}`);
  };
  const act = async (name: string | RegExp) => {
    await tabTo({ name });
    await press('Enter');
  };
  const saved = (field: string) =>
    expect.poll(() => page.locator(`.answer__field:has(#${field}) .save-mark`).textContent()).toBe('Saved');

  test('the draft opens with what the checks found, and a finding leads into its field', async () => {
    await press('Control+k');
    await page.keyboard.type('theme 2');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Theme 2 return' }).waitFor();
    await page.getByRole('button', { name: /^Checks \(\d+\)/ }).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await act(/^Checks/);
    await page.getByRole('button', { name: '4.1 has no status yet.' }).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await act('4.1 has no status yet.');
    await page.getByRole('heading', { level: 1, name: /^4\.1/ }).waitFor();
    await expect.poll(async () => (await focused()).id).toBe('status');
  });

  test('the line is answered: status, progress, next steps, a document, a figure, risk and mitigation', async () => {
    // From "No status", the last, upwards to "Off track" and "At risk".
    await press('ArrowUp');
    await press('ArrowUp');
    for (const [field, text] of [
      ['progress', 'Business case agreed'],
      ['nextSteps', 'Advertise in January'],
    ] as const) {
      await tabTo({ id: field });
      await page.keyboard.type(text);
    }
    await act('Add a document or meeting');
    await page.getByRole('dialog').waitFor();
    await tabTo({ id: 'piece-title' });
    await page.keyboard.type('Board paper 7');
    await press('Tab');
    await page.keyboard.type('SharePoint: Workforce');
    await press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Board paper 7' }).waitFor();
    await tabTo({ id: 'risk' });
    await page.keyboard.type('Funding ends in March');
    await tabTo({ id: 'mitigation' });
    await page.keyboard.type('A bid to the ICB');
    await act('Accept: Midwives');
    await page.getByRole('article', { name: 'Midwives', exact: true }).getByText('✓ In the evidence').waitFor();
    await saved('mitigation');
    expect(await findProblems(page)).toEqual([]);
    await tabTo({ name: 'All lines' }, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('button', { name: 'Checks (0)' }).waitFor();
  });

  test('what changed since last time is a page of the return', async () => {
    await tabTo({ name: 'What changed' }, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('heading', { name: /^Since / }).waitFor();
    await page.getByRole('row', { name: /^4\.1 progress nothing Business case agreed/ }).waitFor();
    expect(await findProblems(page)).toEqual([]);
  });

  test('it is checked, signed off and submitted, each by a role, and stays as it is', async () => {
    for (const [button, next] of [
      ['Mark as checked', 'Sign off'],
      ['Sign off', 'Submit'],
      ['Submit', 'Start a correction'],
    ] as const) {
      await tabTo({ name: button }, button === 'Mark as checked' ? 'Shift+Tab' : 'Tab');
      await press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Role').waitFor();
      await dialog.getByText(/^(The checks found nothing|Nothing has changed)/).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await act(button);
      await page.getByRole('button', { name: next, exact: true }).waitFor();
      await expect.poll(async () => (await focused()).text).toBe(next);
    }
    await page.getByRole('listitem').filter({ hasText: 'Submitted' }).getByText('Maternity workforce lead').waitFor();
    await act('Lines');
    await act('Workforce planning and staffing levels');
    await page.getByText('This return has been submitted and stays as it is.').waitFor();
    expect(await page.getByLabel('Progress').getAttribute('readonly')).not.toBeNull();
    expect(await findProblems(page)).toEqual([]);
    expect(running.complaints).toEqual([]);
  });
});
