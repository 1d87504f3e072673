import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SWITCHABLE } from '../../electron/policy/policy.ts';
import { partOfPath } from '../../renderer/client/screen-parts.ts';
import { launchChromium, startServer } from './support/browser.ts';
import { untilReady } from './support/running.ts';
import { CLOCK, putSample } from './support/sample.ts';
import { why } from './support/targets.ts';

const reason = why('browser');
const SWITCHED_OFF = 403;

const some = ['imports', 'exports', 'history', 'lmns', 'vacancies', 'sample', 'protection', 'personalData', 'today'];
const others = SWITCHABLE.filter((part) => !some.includes(part));

describe.skipIf(reason !== null)(reason ?? 'what the policy of a PC switches off', () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planner-off-'));
    await putSample(folder);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Where links of the page lead that the policy leaves nothing of, and buttons that would be refused. */
  async function offered(page: Page, disabled: readonly string[]): Promise<string[]> {
    const paths = await page
      .locator('a[href^="#/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const astray = paths.filter((path) => disabled.includes(partOfPath((path ?? '').slice(1)) ?? ''));
    const isWithoutExports = disabled.includes('exports');
    const buttons = isWithoutExports ? page.getByRole('button', { name: /^Export or print/ }) : null;
    return [...astray.map(String), ...((await buttons?.allInnerTexts()) ?? [])];
  }

  test.each([{ disabled: some }, { disabled: others }])(
    'is neither asked for nor led to on any screen that is left: $disabled',
    async ({ disabled }) => {
      const policy = join(folder, 'policy.json');
      const format = 'maternity-workforce-planner/policy';
      const decided = { disabled, idleLockMinutes: 20, smallNumbers: { lmnsBelow: 6 } };
      writeFileSync(policy, JSON.stringify({ format, ...decided }));
      const server = await startServer(folder, CLOCK, ['--policy', policy]);
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      try {
        await page.clock.setFixedTime(CLOCK);
        const refused: string[] = [];
        page.on('response', (response) => response.status() === SWITCHED_OFF && refused.push(response.url()));
        await page.goto(server.address);
        await untilReady(page);
        const screens = await page
          .getByRole('navigation')
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        expect(screens.length).toBeGreaterThan(10);
        const found: [screen: string, what: string[]][] = [];
        for (const screen of screens) {
          await page.evaluate((path) => {
            location.hash = path;
          }, screen);
          await expect.poll(() => page.getByText(/^Loading…$/).count(), { timeout: 20_000 }).toBe(0);
          await page.waitForTimeout(100);
          const wrong = [...(await offered(page, disabled)), ...refused.splice(0)];
          if (wrong.length > 0) found.push([screen, wrong]);
        }
        expect(found).toEqual([]);
        // Whoever wonders why something is not there finds it in About, with the file that says so.
        await page.evaluate(() => {
          location.hash = '/about';
        });
        const said = page.getByRole('definition').filter({ hasText: policy });
        await said.waitFor();
        expect(await said.getByRole('listitem').allInnerTexts()).toEqual([
          `Switched off: ${disabled.join(', ')}.`,
          'Counts below 6 are left out of what goes to the LMNS and the board.',
          'An idle screen is locked after 20 minutes at the latest.',
        ]);
      } finally {
        await page.close();
        await server.stop();
      }
    },
  );
});
