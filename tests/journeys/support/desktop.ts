import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication } from 'playwright';
import { _electron } from 'playwright';
import { openDisplay } from './display.ts';
import { chooseDataFolder, type Launch, type Running, runOnce, watch } from './running.ts';
import { electronExecutable, project, withoutSandbox } from './targets.ts';

export interface RunningDesktop extends Running {
  /** The first process, to look into. */
  readonly app: ElectronApplication;
  /** The environment that it runs in, display included. */
  readonly env: Record<string, string>;
}

/** So long Electron may take to start, in milliseconds, and how often it is tried. */
const [PATIENCE, TRIES] = [40_000, 3];

/**
 * About once in a hundred starts Electron does not come up under Playwright's debugger, whose own patience does not end it; why
 * is not known. What was started is then killed, said, and started anew.
 */
async function start(dataFolder: string, files: readonly string[], env: Record<string, string>) {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const launched = _electron.launch({
      executablePath: electronExecutable(),
      args: [project, ...withoutSandbox, '--data', dataFolder, ...files],
      cwd: project,
      env,
    });
    const slow = pause(PATIENCE, `not after ${PATIENCE / 1000} s`, { ref: false });
    const app = await Promise.race([launched.catch(String), slow]);
    if (typeof app !== 'string') return app;
    spawnSync('pkill', ['-KILL', '-f', dataFolder]);
    process.stderr.write(`Electron did not start (try ${tries} of ${TRIES}): ${app}\n`);
  }
  throw new Error(`Electron did not start in ${TRIES} tries.`);
}

/** Builds what is stale and starts the desktop app from the project's folder, in the real Electron. */
export async function launchDesktop({ files = [], ...data }: Launch = {}): Promise<RunningDesktop> {
  runOnce('build.mjs');
  const { dataFolder, forget } = await chooseDataFolder(data);
  const display = await openDisplay();
  const app = await start(dataFolder, files, display.env);
  const page = await app.firstWindow();
  const { requests, complaints } = watch(page);
  return {
    app,
    env: display.env,
    page,
    dataFolder,
    requests,
    complaints,
    async saveTo(path, act) {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
      await act();
    },
    async close() {
      await app.close();
      display.close();
      forget();
    },
  };
}

/** Ends the whole app without warning, as a power cut would. */
export function killDesktop({ app }: RunningDesktop): void {
  const first = app.process().pid ?? 0;
  const { stdout } = spawnSync('pgrep', ['-P', String(first)], { encoding: 'utf8' });
  const children = stdout.split('\n').filter(Boolean).map(Number);
  for (const pid of [first, ...children]) process.kill(pid, 'SIGKILL');
}
