import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fuses, readFuses } from '../../scripts/fuses.mjs';
import { isForDevelopment } from './support/development-page.ts';
import { open } from './support/launch.ts';
import { packagedExecutable } from './support/packaged.ts';
import { askWindow } from './support/ports.ts';
import { type Running, untilReady } from './support/running.ts';
import { targets, why } from './support/targets.ts';

/** Where the page of each target comes from. */
const ORIGIN = {
  desktop: /^app:\/\/planner\//,
  packaged: /^app:\/\/planner\//,
  browser: /^http:\/\/127\.0\.0\.1:\d+\//,
};

for (const target of targets) {
  const reason = why(target);
  const isDesktop = target !== 'browser';
  describe.skipIf(reason !== null)(`the shell, ${target}${reason === null ? '' : `: ${reason}`}`, () => {
    let running: Running;
    beforeAll(async () => {
      running = await open(target);
      // Once more, so that everything it asks for and complains of is seen from the beginning.
      await running.page.reload();
      await untilReady(running.page);
    });
    afterAll(() => running?.close());

    test('opens its first screen without a complaint', async () => {
      expect(await running.page.title()).toContain('Maternity Workforce Planner');
      expect(await running.page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(running.complaints).toEqual([]);
    });

    test('is built for use, not for development, though tests had it built', async () => {
      expect(await isForDevelopment(running.page)).toBe(false);
    });

    test('asks nothing of any other host', async () => {
      expect(running.requests.length).toBeGreaterThan(1);
      const others = running.requests.filter((url) => !ORIGIN[target].test(url));
      expect(others).toEqual([]);
    });

    test('gives the page no Node, no Electron and only one door to its window', async () => {
      const seen = await running.page.evaluate(() => ({
        node: ['require', 'process', 'Buffer', 'global', 'module', 'electron', 'ipcRenderer'].filter(
          (name) => name in window,
        ),
        door: Object.keys((window as { plannerWindow?: object }).plannerWindow ?? {}),
        webview: 'getWebContentsId' in document.createElement('webview'),
      }));
      expect(seen).toEqual({ node: [], door: target === 'browser' ? [] : ['connect'], webview: false });
    });

    test('runs no script that was not built: neither inline, nor from text, nor from elsewhere', async () => {
      const { outcomes, ran } = await running.page.evaluate(async () => {
        const attempts: Record<string, () => void> = {
          inline: () =>
            document.head.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' })),
          // oxlint-disable-next-line no-new-func -- what is to be refused
          text: () => new Function('window.ran = 2')(),
          markup: () =>
            Object.assign(document.createElement('div'), { innerHTML: '<img src="x" onerror="window.ran = 3">' }),
          elsewhere: () => Object.assign(document.createElement('script'), { src: 'https://planner.example/x.js' }),
        };
        const attempt = (work: () => void) => {
          try {
            work();
            return 'allowed';
          } catch (error) {
            return (error as Error).name;
          }
        };
        // Later, because what a debugger asks for is let through by the policy.
        await new Promise((resolve) => setTimeout(resolve, 100));
        const tried = Object.entries(attempts).map(([name, work]) => [name, attempt(work)]);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { outcomes: Object.fromEntries(tried), ran: 'ran' in window };
      });
      expect(ran).toBe(false);
      expect(outcomes).toEqual({
        inline: 'TypeError',
        text: expect.stringMatching(/^(Eval|Type)Error$/),
        markup: 'TypeError',
        elsewhere: 'TypeError',
      });
    });

    test('reaches no other host, even when it tries', async () => {
      const outcome = await running.page.evaluate(() =>
        fetch('https://planner.example/').then(
          () => 'reached',
          () => 'refused',
        ),
      );
      expect(outcome).toBe('refused');
    });

    if (isDesktop)
      test('goes nowhere and opens no window', async () => {
        const { page } = running;
        const opened = await page.evaluate(() => window.open('https://planner.example/') === null);
        expect(opened).toBe(true);
        for (const address of [
          'https://planner.example/',
          'file:///etc/passwd',
          'app://trouble/',
          'app://planner/other',
        ]) {
          await page.evaluate((url) => {
            location.href = url;
          }, address);
          await page.waitForTimeout(100);
          expect(page.url()).toMatch(/^app:\/\/planner\/(#.*)?$/);
        }
        expect(page.context().pages()).toHaveLength(1);
      });

    if (isDesktop)
      test('is given no permission', async () => {
        const answers = await running.page.evaluate(async () => [
          await Notification.requestPermission(),
          await navigator.mediaDevices.getUserMedia({ audio: true }).then(
            () => 'granted',
            () => 'denied',
          ),
          await navigator.mediaDevices.getDisplayMedia().then(
            () => 'granted',
            () => 'denied',
          ),
          (await navigator.permissions.query({ name: 'geolocation' })).state,
        ]);
        expect(answers).toEqual(['denied', 'denied', 'denied', 'denied']);
      });

    if (target === 'packaged')
      test('saves through the real dialog of the system, typed into as a person would', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'planner-save-'));
        const path = join(folder, 'return.xlsx');
        let answer: Promise<unknown> | undefined;
        await running.saveTo(path, async () => {
          answer = askWindow(running.page, { kind: 'save', call: 1, suggestedName: 'return.xlsx', bytes: [80, 75] });
        });
        expect(await answer).toMatchObject({ outcome: { kind: 'saved', path } });
        expect([...readFileSync(path)]).toEqual([80, 75]);
        rmSync(folder, { recursive: true });
      });

    if (target === 'packaged')
      test('has every fuse that this Electron has as it should be', async () => {
        const read = await readFuses(packagedExecutable);
        expect(Object.keys(read).length).toBeGreaterThanOrEqual(7);
        const wanted = Object.fromEntries(Object.entries(fuses).filter(([name]) => name in read));
        expect(read).toEqual(wanted);
      });
  });
}
