import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { findProblems } from './support/accessibility.ts';
import { launchChromium, startServer } from './support/browser.ts';
import { untilReady } from './support/running.ts';
import { project, why } from './support/targets.ts';

const reason = why('browser');
/** The second column of the establishment's grid. */
const FUNDED = 1;

describe.skipIf(reason !== null)(`a half-typed form${reason === null ? '' : `: ${reason}`}`, () => {
  let folder: string;
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planner-drafts-'));
    const opened = openPlanner(folder, project);
    if (opened.kind === 'refused') throw new Error(opened.message);
    const planner = inProcessClient(router, opened.context, ({ error }) => {
      throw error;
    });
    const units = [{ name: 'Rowan ward', kind: 'antenatal', site: null }];
    const added = { code: 'RX1', name: 'Thistledown', system: null, sites: [], units };
    const { id: unit = 0 } = (await planner.organisation.addTrust(added)).units[0] ?? {};
    await planner.establishment.addLine({ trust: 'RX1', unit, staffGroup: 'midwives', band: '6', funded: 1_000_000 });
    await opened.close();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Starts the planner anew and opens the form for a new conversation. */
  async function openForm(): Promise<Page> {
    server = await startServer(folder);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(server.address);
    await untilReady(page);
    await page.evaluate(() => {
      location.hash = '/conversations';
    });
    await page.getByRole('button', { name: 'Add a conversation' }).first().click();
    return page;
  }

  /** The funded WTE of the only line of the establishment, in a page of its own. */
  async function openGrid() {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(server.address);
    await untilReady(page);
    await page.evaluate(() => {
      location.hash = '/establishment';
    });
    const cell = page
      .getByRole('row', { name: /Band 6/ })
      .getByRole('gridcell')
      .nth(FUNDED);
    await cell.click();
    return { page, cell };
  }

  test('is put back with words after the planner was killed, and is gone once it is given up', async () => {
    let page = await openForm();
    await page.getByLabel('With', { exact: true }).pressSequentially('Olivia Bh');
    await page.getByLabel('Note').pressSequentially('She would stay if');
    await page.getByLabel('Staffing and workload').check();
    const other = await openGrid();
    await other.cell.press('Enter');
    await other.page.locator('.grid__editor').fill('12.3 or so');
    // So long it may take until what was typed is kept, and not longer.
    await page.waitForTimeout(500);
    await server.kill();
    await page.close();
    await other.page.close();

    page = await openForm();
    const note = page.locator('.draft-note');
    expect(await note.innerText()).toMatch(
      /^You typed this on \w{3} \d+ \w{3}, \d\d:\d\d and did not save it\. Keep on/,
    );
    await expect.poll(() => page.getByLabel('Note').inputValue()).toBe('She would stay if');
    expect(await page.getByLabel('With', { exact: true }).inputValue()).toBe('Olivia Bh');
    expect(await page.getByLabel('Staffing and workload').isChecked()).toBe(true);
    expect(await page.locator('.frame__status').innerText()).toContain('2 forms typed and not saved');
    await page.getByRole('button', { name: 'Keep on' }).click();
    // Escape gives nothing up.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a conversation' }).first().click();
    await note.waitFor();
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await expect.poll(() => page.getByLabel('Note').inputValue()).toBe('');

    const again = await openGrid();
    await again.page.locator('.draft-note').waitFor();
    expect(await again.cell.innerText()).toContain('12.3 or so');
    // A cell that was kept opens with what was typed, and saves as any other.
    await again.cell.press('Enter');
    await again.page.locator('.grid__editor').fill('12.3');
    await again.page.keyboard.press('Enter');
    await expect.poll(() => again.cell.innerText()).toBe('12.30');
    await expect.poll(() => again.page.locator('.frame__status').innerText()).not.toContain('not saved');
    await page.close();
    await again.page.close();
  });

  test('comes back after unlocking with the PIN; of what lay beneath the lock nothing is left in the page', async () => {
    server ??= await startServer(folder);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.clock.install();
    await page.goto(server.address);
    await untilReady(page);
    const go = (path: string) =>
      page.evaluate((to) => {
        location.hash = to;
      }, path);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
    const text = () => page.evaluate(() => document.documentElement.outerHTML + document.title);
    const pin = page.getByLabel('PIN or passphrase', { exact: true });
    await go('/profiles');
    await press('Add a profile');
    await page.getByLabel('Name', { exact: true }).fill('Ana Field');
    await pin.fill('246810');
    await page.getByLabel('The same again').fill('246811');
    await page.keyboard.press('Enter');
    await page.getByText('The two are not the same. Type it again.').waitFor();
    await page.getByLabel('The same again').fill('246810');
    await page.keyboard.press('Enter');
    const code = page.getByRole('dialog').getByText(/^(?:[A-Z0-9]{4}-)+[A-Z0-9]{4}$/);
    await code.waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button').first().press('Enter');

    await go('/conversations');
    await page.getByRole('button', { name: 'Add a conversation' }).first().press('Enter');
    await page.getByLabel('With', { exact: true }).fill('Olivia Bhatt');
    await page.getByLabel('Note').fill('She would stay if');
    await page.clock.runFor(1000);
    await page.waitForTimeout(500);
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'The planner is locked' }).waitFor();
    expect(await page.title()).toBe('The planner is locked – Maternity Workforce Planner');
    for (const secret of ['Olivia Bhatt', 'She would stay', 'Thistledown', 'Rowan ward'])
      expect(await text()).not.toContain(secret);
    expect(await findProblems(page)).toEqual([]);
    expect(await pin.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('135790');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the PIN or passphrase of Ana Field. Try again.').waitFor();
    expect([await pin.inputValue(), (await text()).includes('135790')]).toEqual(['', false]);
    await page.keyboard.type('246810');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    await page.getByRole('button', { name: 'Add a conversation' }).first().press('Enter');
    await expect.poll(() => page.getByLabel('Note').inputValue()).toBe('She would stay if');
    await page.getByRole('button', { name: 'Throw it away' }).press('Enter');
    await page.keyboard.press('Escape');

    // Nobody is there: not before the minutes that are set, and then by itself.
    await go('/profiles');
    await page.getByLabel('Lock when nobody is there').selectOption('5');
    await page.getByText('Saved when the screen is locked').first().waitFor({ state: 'attached' });
    // The minutes count from then on.
    await page.waitForTimeout(1000);
    await page.clock.fastForward('04:30');
    await page.waitForTimeout(500);
    expect(await page.getByRole('navigation').count()).toBe(1);
    await page.clock.fastForward('01:00');
    await page.getByRole('heading', { name: 'The planner is locked' }).waitFor();
    // Another window of the same planner is locked with it, and a new start asks who is there.
    const other = await browser.newPage();
    await other.goto(server.address);
    await other.getByRole('heading', { name: 'The planner is locked' }).waitFor();
    await server.stop();
    server = await startServer(folder);
    await other.goto(server.address);
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    await other.getByLabel('PIN or passphrase', { exact: true }).fill('246810');
    await other.keyboard.press('Enter');
    await other.getByRole('button', { name: 'Lock now' }).waitFor();
    await page.close();
    await other.close();
  });
});
