import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { openDisplay } from './display.ts';
import { chooseDataFolder, type Launch, type Running, runOnce, watch } from './running.ts';
import { answerSaveDialog } from './save-dialog.ts';
import { project, withoutSandbox } from './targets.ts';

export const packagedExecutable = join(project, 'release', 'linux-unpacked', 'maternity-workforce-planner');

/** The port that Chromium chose, which it writes into the folder of its profile. */
async function debuggingPort(app: ChildProcess, file: string): Promise<string> {
  for (;;) {
    const end = app.exitCode ?? app.signalCode;
    if (end !== null) throw new Error(`The packaged app ended at once, with ${end}.`);
    try {
      const [port = ''] = readFileSync(file, 'utf8').split('\n');
      if (port !== '') return port;
    } catch {
      // Not written yet.
    }
    await pause(50);
  }
}

/** So long the app may take to answer, in milliseconds, and how often it is asked: while its window opens it may not. */
const [PATIENCE, TRIES] = [15_000, 3];

async function connect(address: string): Promise<Browser> {
  for (let tries = 1; ; tries += 1)
    try {
      return await chromium.connectOverCDP(address, { noDefaults: true, timeout: PATIENCE });
    } catch (error) {
      if (tries === TRIES) throw error;
      process.stderr.write(
        `The packaged app had not answered after ${PATIENCE / 1000} s (try ${tries} of ${TRIES}).\n`,
      );
    }
}

async function pageOf(browser: Browser): Promise<Page> {
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((candidate) => candidate.url().startsWith('app://planner/'));
    if (page !== undefined) return page;
    await pause(50);
  }
}

/**
 * Packages what is stale and starts the packaged app. Its fuses keep Node's inspector out, and with it Playwright's way
 * into Electron; what is left is Chromium's own debugging port, which the tests ask for.
 */
export async function launchPackaged({ files = [], ...data }: Launch = {}): Promise<Running> {
  runOnce('package.mjs');
  const { dataFolder, forget } = await chooseDataFolder(data);
  const portFile = join(dataFolder, 'window', 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const args = [...withoutSandbox, '--remote-debugging-port=0', '--data', dataFolder, ...files];
  const { env, close: closeDisplay } = await openDisplay();
  const app = spawn(packagedExecutable, args, { stdio: 'ignore', env });
  const port = await debuggingPort(app, portFile);
  const browser = await connect(`http://127.0.0.1:${port}`);
  const page = await pageOf(browser);
  const { requests, complaints } = watch(page);
  return {
    page,
    dataFolder,
    requests,
    complaints,
    async saveTo(path, act) {
      await act();
      await answerSaveDialog(path, env);
    },
    async close() {
      await browser.close();
      const gone = (app.exitCode ?? app.signalCode) === null ? once(app, 'exit') : null;
      app.kill('SIGTERM');
      await gone;
      closeDisplay();
      forget();
    },
  };
}
