import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { serveForDevelopment } from './development-page.ts';
import { chooseDataFolder, type Launch, type Running, runOnce, watch } from './running.ts';
import { chromiumExecutable, project, withoutSandbox } from './targets.ts';

/** Without these, Chromium looks for its maker's hosts at every start. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium as this machine has it. */
export function launchChromium() {
  const executablePath = chromiumExecutable();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...withoutSandbox, ...QUIET],
  });
}

/** Browser mode as its own process, to be stopped or killed; its clock stands still where one is given. `more` are further options. */
export async function startServer(dataFolder: string, clock?: string, more: readonly string[] = []) {
  const script = join(project, 'electron', 'headless.ts');
  const fixed =
    clock === undefined ? [] : ['--import', pathToFileURL(join(import.meta.dirname, 'fixed-clock.ts')).href];
  const server = spawn(process.execPath, [...fixed, script, '--data', dataFolder, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(clock !== undefined && { PLANNER_CLOCK: clock }) },
  });
  const lines = createInterface({ input: server.stdout });
  const [address] = (await Promise.race([once(lines, 'line'), once(server, 'exit').then(() => [''])])) as [string];
  if (!address.startsWith('http://127.0.0.1:')) throw new Error('Browser mode did not start.');
  const stop = async () => {
    if (server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  };
  const kill = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  return { address, stop, kill };
}

/** Starts browser mode and opens the address that it prints in Chromium, as a person would. */
export async function launchBrowser({ clock, forDevelopment, ...data }: Launch = {}): Promise<Running> {
  runOnce('build.mjs');
  const { dataFolder, forget } = await chooseDataFolder(data);
  const server = await startServer(dataFolder, clock);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  if (clock !== undefined) await page.clock.setFixedTime(clock);
  const { requests, complaints } = watch(page);
  const takeAway = forDevelopment === true ? await serveForDevelopment(page, server.address) : undefined;
  await page.goto(server.address);
  return {
    page,
    dataFolder,
    requests,
    complaints,
    async saveTo(path, act) {
      const download = page.waitForEvent('download');
      await act();
      await (await download).saveAs(path);
    },
    async close() {
      await browser.close();
      await server.stop();
      takeAway?.();
      forget();
    },
  };
}
