import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Command, commands } from '../../electron/contract/commands.ts';
import { killDesktop, launchDesktop, type RunningDesktop } from './support/desktop.ts';
import { askWindow } from './support/ports.ts';
import { untilReady } from './support/running.ts';
import { electronExecutable, project, why, withoutSandbox } from './support/targets.ts';
import { plainPage } from './support/plain-page.ts';

const reason = why('desktop');

const preferencesOf = ({ app }: RunningDesktop) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });

describe.skipIf(reason !== null)(`the window of the desktop app${reason === null ? '' : `: ${reason}`}`, () => {
  let folder: string;
  let running: RunningDesktop;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planner-window-'));
    running = await launchDesktop({ dataFolder: join(folder, 'data') });
    await untilReady(running.page);
  });
  afterAll(async () => {
    await running?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is sandboxed and isolated, and cannot hold a web view', async () => {
    expect(await preferencesOf(running)).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(await running.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  });

  test('speaks British English, so that its date fields take the day before the month', async () => {
    expect(await running.page.evaluate(() => navigator.language)).toBe('en-GB');
  });

  test('hears nobody but its own page: not another page, a frame within it, or a page elsewhere', async () => {
    const given = await running.app.evaluate(({ ipcMain, BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { postMessage: () => void };
      const post = contents.postMessage;
      let answers = 0;
      contents.postMessage = () => void (answers += 1);
      const page = { parent: null, url: 'app://planner/' };
      const frames = [
        null,
        { parent: null, url: 'app://trouble/' },
        { parent: null, url: 'app://planner.example/' },
        { parent: null, url: 'https://planner.example/' },
        { parent: null, url: 'file:///app://planner/' },
        { parent: {}, url: 'app://planner/' },
      ];
      for (const senderFrame of frames) ipcMain.emit('connect', { sender: contents, senderFrame }, 1);
      ipcMain.emit('connect', { sender: {}, senderFrame: page }, 1);
      contents.postMessage = post;
      return answers;
    });
    expect(given).toBe(0);
  });

  test('has a menu whose items all do something, with the usual keys', async () => {
    const items = await running.app.evaluate(({ Menu }) => {
      const flat = (menu: Electron.Menu | null): Electron.MenuItem[] =>
        (menu?.items ?? []).flatMap((item) => [item, ...flat(item.submenu ?? null)]);
      return flat(Menu.getApplicationMenu()).map(({ label, accelerator }) =>
        `${label.replace('&', '')} ${accelerator ?? ''}`.trim(),
      );
    });
    const known = ['Import a file… CmdOrCtrl+O', 'Undo CmdOrCtrl+Z', 'Go to… CmdOrCtrl+K', 'Print… CmdOrCtrl+P'];
    const wanted = (commands as readonly Command[]).flatMap(({ menu, keys: [key = ''] }) =>
      menu ? [`${menu.label.replace('&', '')} ${key.replace('Ctrl', 'CmdOrCtrl').replaceAll(' ', '+')}`.trim()] : [],
    );
    expect(items).toEqual(expect.arrayContaining([...known, ...wanted, 'Quit CmdOrCtrl+Q']));
  });

  test('sends what is chosen in the menu to the page', async () => {
    const heard = askWindow(running.page, { kind: 'nothing' });
    await running.page.waitForTimeout(300);
    await running.app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File');
      file?.submenu?.items.find(({ label }) => label.startsWith('&Import'))?.click();
    });
    expect(await heard).toEqual({ kind: 'command', command: 'import' });
  });

  test('saves a file where the person chose, and says where', async () => {
    const path = join(folder, 'return.xlsx');
    let answer: unknown;
    await running.saveTo(path, async () => {
      answer = await askWindow(running.page, {
        kind: 'save',
        call: 7,
        suggestedName: 'return.xlsx',
        bytes: [1, 2, 255],
      });
    });
    expect(answer).toEqual({ kind: 'save-answer', call: 7, outcome: { kind: 'saved', path } });
    expect([...readFileSync(path)]).toEqual([1, 2, 255]);
  });

  test('hears the page although another asked for ports just before it, and yet another just after it', async () => {
    await running.app.evaluate(({ ipcMain }) => {
      const others = { before: false, after: false };
      ipcMain.prependListener('connect', (event, asker) => {
        if (others.before) return;
        others.before = true;
        if (asker !== 'before') ipcMain.emit('connect', event, 'before');
      });
      ipcMain.on('connect', (event, asker) => {
        if (others.after || typeof asker === 'string') return;
        others.after = true;
        ipcMain.emit('connect', event, 'after');
      });
    });
    const path = join(folder, 'heard.xlsx');
    const request = { kind: 'save', call: 8, suggestedName: 'heard.xlsx', bytes: [4] };
    let answer: unknown;
    await running.saveTo(path, async () => {
      answer = await Promise.race([askWindow(running.page, request), running.page.waitForTimeout(5000)]);
    });
    expect(answer).toMatchObject({ outcome: { kind: 'saved', path } });
  });

  test('offers the name without any folder that the page might have put before it', async () => {
    await running.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async (...given: unknown[]) => {
        (globalThis as { offered?: unknown }).offered = given[1];
        return { canceled: true, filePath: '' };
      };
    });
    const request = { kind: 'save', call: 8, suggestedName: '../../..\\etc/return.xlsx', bytes: [] };
    expect(await askWindow(running.page, request)).toMatchObject({ outcome: { kind: 'cancelled' } });
    const offered = await running.app.evaluate(() => (globalThis as { offered?: { defaultPath: string } }).offered);
    expect(offered).toMatchObject({
      defaultPath: expect.stringMatching(/^[^.].*[/\\]return\.xlsx$/),
      filters: [{ name: 'Excel workbook', extensions: ['xlsx'] }],
    });
    expect(offered?.defaultPath).not.toContain('..');
  });

  test('says why a file could not be saved', async () => {
    const path = join(folder, 'missing', 'return.xlsx');
    let answer: unknown;
    await running.saveTo(path, async () => {
      answer = await askWindow(running.page, { kind: 'save', call: 9, suggestedName: 'return.xlsx', bytes: [1] });
    });
    expect(answer).toMatchObject({ outcome: { kind: 'failed', message: expect.stringContaining('is not there') } });
  });

  test('is the only one: a second start shows the first, hands it its file and ends', async () => {
    const file = join(folder, 'september.csv');
    writeFileSync(file, 'a,b');
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const heard = askWindow(running.page, { kind: 'nothing' });
    await running.page.waitForTimeout(300);
    const second = spawnSync(electronExecutable(), [project, ...withoutSandbox, '--data', running.dataFolder, file], {
      env: running.env,
      timeout: 30_000,
    });
    expect(second.status).toBe(0);
    expect(await heard).toMatchObject({ kind: 'file', name: 'september.csv' });
    const state = await running.app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      return { count: windows.length, minimised: windows[0]?.isMinimized() };
    });
    expect(state).toEqual({ count: 1, minimised: false });
  });

  test('tells when the backend dies, shows a plain page, and goes on where it was once that is started again', async () => {
    const { app, page } = running;
    // Gives the connection back to the page itself.
    await page.reload();
    await untilReady(page);
    await page.evaluate(() => {
      document.body.dataset['typed'] = 'what was typed';
    });
    const before = readFileSync(join(running.dataFolder, 'planner.sqlite'));
    const pid = await app.evaluate(({ app: electron }) => {
      const metrics = electron.getAppMetrics();
      return metrics.find(({ name, serviceName }) => [name, serviceName].includes('planner backend'))?.pid ?? 0;
    });
    // A change is under way that is not answered any more.
    process.kill(pid, 'SIGSTOP');
    await page.getByRole('button', { name: 'Set up my trust' }).press('Enter');
    await page.getByLabel('Name of the trust').fill('Fernhollow');
    await page.getByLabel('ODS code').fill('RX7');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    process.kill(pid, 'SIGSEGV');
    process.kill(pid, 'SIGCONT');
    // It is neither dropped in silence nor said to be sure: it may have been carried out.
    const unanswered = page.getByText(
      'The planner is not answering. What it showed as saved is safe. Start it again, then check your last change.',
    );
    await unanswered.first().waitFor();
    expect(await page.getByLabel('Name of the trust').inputValue()).toBe('Fernhollow');
    // So it is with what is asked of it before it is back.
    await page.getByLabel('ODS code').press('Enter');
    await unanswered.first().waitFor();
    const plain = await plainPage(running);
    expect(await plain.getByRole('heading', { level: 1 }).textContent()).toBe('The planner has stopped working');
    expect(await plain.textContent('p')).toContain(running.dataFolder);
    await plain.getByRole('button', { name: 'Copy details' }).click();
    await plain.waitForURL('app://trouble/copied');
    expect(await plain.getByRole('status').textContent()).toBe('Details copied.');
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Exit code: ');
    expect(readFileSync(join(running.dataFolder, 'planner.sqlite'))).toEqual(before);
    await Promise.all([plain.waitForEvent('close'), plain.getByRole('button', { name: 'Try again' }).click()]);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => document.body.dataset['typed'])).toBe('what was typed');
    // What was typed is there still, and is asked about anew.
    expect(await page.getByLabel('Name of the trust').inputValue()).toBe('Fernhollow');
    await page.getByLabel('ODS code').fill('R');
    await page.getByLabel('ODS code').press('Enter');
    await page.getByText('Enter the ODS code, such as RX1: 2 to 10 letters and digits.').first().waitFor();
    expect(await unanswered.count()).toBe(0);
    // So long it may take until a form that was sent is known to have been refused, and kept.
    await page.waitForTimeout(2500);
    await page.reload();
    await untilReady(page);
    // Nothing was half done: there is no trust yet.
    await page.getByRole('button', { name: 'Set up my trust' }).click();
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    const dumps = readdirSync(running.dataFolder, { recursive: true, encoding: 'utf8' });
    expect(dumps.filter((name) => /\.dmp$|(^|[\\/])core/.test(name))).toEqual([]);
  });

  /** Opens the form for a trust, in a planner that has none yet, and answers what stands in it. */
  async function openForm() {
    const { page } = running;
    await untilReady(page);
    await page.getByRole('button', { name: 'Set up my trust' }).click();
    const typed = async () => [
      await page.getByLabel('Name of the trust').inputValue(),
      await page.getByRole('textbox', { name: 'Unit 5' }).inputValue({ timeout: 1000 }),
    ];
    return { page, note: page.locator('.draft-note'), typed: () => typed().catch(() => []) };
  }

  test('comes back where it was, with what was typed up to the moment in which it was closed', async () => {
    const { page } = await openForm();
    await page.getByRole('button', { name: 'Add a unit' }).click();
    await page.getByRole('textbox', { name: 'Unit 5' }).fill('Snowdrop ward');
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 700 }),
    );
    await running.page.waitForTimeout(300);
    await page.getByLabel('Name of the trust').pressSequentially('Thistle');
    await running.app.close();
    running = await launchDesktop({ dataFolder: join(folder, 'data') });
    const bounds = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(bounds).toMatchObject({ width: 1000, height: 700 });
    expect(JSON.parse(readFileSync(join(folder, 'data', 'window', 'window.json'), 'utf8'))).toMatchObject({
      width: 1000,
    });
    const { note, typed } = await openForm();
    expect(await note.innerText()).toContain('did not save it');
    await expect.poll(typed).toEqual(['Thistle', 'Snowdrop ward']);
  });

  test('offers what was typed, too, after the whole app was killed', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Keep on' }).click();
    await page.getByLabel('Name of the trust').fill('Thistledown');
    // So long it may take until what was typed is kept.
    await page.waitForTimeout(600);
    killDesktop(running);
    running = await launchDesktop({ dataFolder: join(folder, 'data') });
    const { note, typed } = await openForm();
    await note.waitFor();
    await expect.poll(typed).toEqual(['Thistledown', 'Snowdrop ward']);
    await note.getByRole('button', { name: 'Throw it away' }).click();
    await expect.poll(async () => (await typed())[0]).toBe('');
  });

  test('leaves nothing running and no open data file behind when it is closed', async () => {
    const pid = running.app.process().pid ?? 0;
    await running.app.close();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(existsSync(join(folder, 'data', 'planner.sqlite-wal'))).toBe(false);
  });
});
