import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { QUIET, startServer } from './support/browser.ts';
import { untilReady } from './support/running.ts';
import { chromiumExecutable, project, why, withoutSandbox } from './support/targets.ts';

const reason = why('browser');

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
    await planner.organisation.addTrust({ code: 'RX1', name: 'Thistledown', system: null, sites: [], units: [] });
    await opened.close();
    const executablePath = chromiumExecutable();
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [...withoutSandbox, ...QUIET],
    });
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

  test('is put back with words after the planner was killed, and is gone once it is given up', async () => {
    let page = await openForm();
    await page.getByLabel('With', { exact: true }).pressSequentially('Olivia Bh');
    await page.getByLabel('Note').pressSequentially('She would stay if');
    await page.getByLabel('Staffing and workload').check();
    // So long it may take until what was typed is kept, and not longer.
    await page.waitForTimeout(500);
    await server.kill();
    await page.close();

    page = await openForm();
    const note = page.locator('.draft-note');
    expect(await note.innerText()).toMatch(
      /^You typed this on \w{3} \d+ \w{3}, \d\d:\d\d and did not save it\. Keep on/,
    );
    await expect.poll(() => page.getByLabel('Note').inputValue()).toBe('She would stay if');
    expect(await page.getByLabel('With', { exact: true }).inputValue()).toBe('Olivia Bh');
    expect(await page.getByLabel('Staffing and workload').isChecked()).toBe(true);
    expect(await page.locator('.frame__status').innerText()).toContain('1 form typed and not saved');
    await page.getByRole('button', { name: 'Keep on' }).click();
    // Escape gives nothing up.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a conversation' }).first().click();
    await note.waitFor();
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await expect.poll(() => page.getByLabel('Note').inputValue()).toBe('');
    await expect.poll(() => page.locator('.frame__status').innerText()).not.toContain('not saved');
    await page.close();
  });
});
