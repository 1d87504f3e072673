import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { chooseDataFolder, type Launch, type Running, runScript, watch } from './running.ts';
import { chromiumExecutable, project, withoutSandbox } from './targets.ts';

/** Without these, Chromium looks for its maker's hosts at every start. */
export const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Browser mode as its own process, to be stopped or killed. */
export async function startServer(dataFolder: string) {
  const script = join(project, 'electron', 'headless.ts');
  const server = spawn(process.execPath, [script, '--data', dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
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
export async function launchBrowser({ dataFolder: given }: Launch = {}): Promise<Running> {
  runScript('build.mjs');
  const { dataFolder, forget } = chooseDataFolder(given);
  const server = await startServer(dataFolder);
  const executablePath = chromiumExecutable();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...withoutSandbox, ...QUIET],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  const { requests, complaints } = watch(page);
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
      forget();
    },
  };
}
