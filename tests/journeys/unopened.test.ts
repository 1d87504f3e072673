import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { launchDesktop } from './support/desktop.ts';
import { untilReady } from './support/running.ts';
import { project, why } from './support/targets.ts';
import { plainPage } from './support/plain-page.ts';

const reason = why('desktop');

describe.skipIf(reason !== null)(`data that cannot be opened${reason === null ? '' : `: ${reason}`}`, () => {
  test('is shown on a plain page instead of the window, is not touched, and opens once it has been mended', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planner-refused-'));
    const file = join(folder, 'planner.sqlite');
    writeFileSync(file, 'this is no database '.repeat(500));
    const running = await launchDesktop({ dataFolder: folder });
    try {
      const plain = await plainPage(running);
      expect(await plain.getByRole('heading', { level: 1 }).textContent()).toContain(
        'not one that this planner can use',
      );
      const shown = () =>
        running.app.evaluate(
          ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length,
        );
      expect(await shown()).toBe(1);
      expect(readFileSync(file, 'utf8')).toBe('this is no database '.repeat(500));
      rmSync(file);
      await Promise.all([plain.waitForEvent('close'), plain.getByRole('button', { name: 'Try again' }).click()]);
      const page = running.app.windows().find((window) => window.url().startsWith('app://planner/')) ?? running.page;
      await untilReady(page);
      expect(await shown()).toBe(1);
    } finally {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('is asked for its key where it is encrypted, or said to need another build where this Electron cannot open it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planner-locked-'));
    const opened = openPlanner(folder, project);
    if (opened.kind === 'refused') throw new Error(opened.message);
    const PASSPHRASE = 'seven midwives on a Tuesday';
    const planner = inProcessClient(router, opened.context, (failure) => {
      throw failure;
    });
    await planner.protection.lock({ passphrase: PASSPHRASE });
    await opened.close();
    const file = join(folder, 'planner.sqlite');
    const before = readFileSync(file);
    const running = await launchDesktop({ dataFolder: folder });
    try {
      const plain = await plainPage(running);
      const title = plain.getByRole('heading', { level: 1 });
      const nodeApi = await running.app.evaluate(() => Number(process.versions['napi']));
      if (nodeApi < 10) {
        expect(await title.textContent()).toBe('This build cannot open an encrypted store');
        expect(readFileSync(file).equals(before)).toBe(true);
        return;
      }
      expect(await title.textContent()).toBe('This store is locked with a key');
      await plain.getByLabel('Passphrase or recovery code').fill(PASSPHRASE);
      await Promise.all([plain.waitForEvent('close'), plain.getByRole('button', { name: 'Open the store' }).click()]);
      const page = running.app.windows().find((window) => window.url().startsWith('app://planner/')) ?? running.page;
      await untilReady(page);
    } finally {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('is replaced by its newest backup when the person wants that, and kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planner-damaged-'));
    const opened = openPlanner(folder, project);
    if (opened.kind === 'refused') throw new Error(opened.message);
    const planner = inProcessClient(router, opened.context, (failure) => {
      throw failure;
    });
    await planner.organisation.addTrust({ code: 'RX1', name: 'Fernhollow', system: null, sites: [], units: [] });
    await planner.backups.make();
    await opened.close();
    const file = join(folder, 'planner.sqlite');
    const damaged = readFileSync(file).fill(0x5a, 4096 * 3, 4096 * 9);
    writeFileSync(file, damaged);
    const running = await launchDesktop({ dataFolder: folder });
    try {
      const plain = await plainPage(running);
      expect(await plain.getByRole('heading', { level: 1 }).textContent()).toBe('The data file is damaged');
      const putBack = plain.getByRole('button', { name: /^Put back the backup of \d+ \w+ \d{4}/ });
      const page = running.app.windows().find((window) => window.url().startsWith('app://planner/')) ?? running.page;
      await Promise.all([plain.waitForEvent('close'), page.waitForEvent('load'), putBack.click()]);
      await untilReady(page);
      expect(await page.getByRole('combobox', { name: /trust/i }).textContent()).toContain('Fernhollow');
      const aside = readdirSync(join(folder, 'backups')).find((name) => name.startsWith('damaged-'));
      expect(readFileSync(join(folder, 'backups', aside ?? '')).equals(damaged)).toBe(true);
    } finally {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('whose damage is found once it is open is used no longer, and has what can still be read of it saved', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planner-damaged-later-'));
    const opened = openPlanner(folder, project);
    if (opened.kind === 'refused') throw new Error(opened.message);
    const planner = inProcessClient(router, opened.context, (failure) => {
      throw failure;
    });
    await planner.organisation.addTrust({ code: 'RX1', name: 'Fernhollow', system: null, sites: [], units: [] });
    const { sqlite } = opened.context.database;
    const add = sqlite.prepare("INSERT INTO site (trust_id, name) VALUES (1, 'House ' || ?)");
    for (let n = 0; n < 2000; n += 1) add.run(n);
    await opened.close();
    const file = join(folder, 'planner.sqlite');
    const damaged = readFileSync(file);
    damaged.fill(0x5a, damaged.length - 4096 * 6);
    writeFileSync(file, damaged);
    const running = await launchDesktop({ dataFolder: folder });
    try {
      const plain = await plainPage(running);
      expect(await plain.getByRole('heading', { level: 1 }).textContent()).toBe('The data file is damaged');
      expect(await plain.textContent('p')).toContain('has stopped using it');
      const save = plain.getByRole('button', { name: 'Save what can still be read' });
      const page = running.app.windows().find((window) => window.url().startsWith('app://planner/')) ?? running.page;
      await Promise.all([plain.waitForEvent('close'), page.waitForEvent('load'), save.click()]);
      await untilReady(page);
      expect(await page.getByRole('combobox', { name: /trust/i }).textContent()).toContain('Fernhollow');
      const kept = readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('damaged-'));
      expect(kept.filter((name) => name.endsWith('.txt'))).toHaveLength(1);
      const aside = kept.find((name) => name.endsWith('.sqlite')) ?? '';
      expect(readFileSync(join(folder, 'backups', aside)).equals(damaged)).toBe(true);
    } finally {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
