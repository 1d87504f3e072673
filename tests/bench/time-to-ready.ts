import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDisplay } from '../journeys/support/display.ts';
import { electronExecutable, withoutSandbox } from '../journeys/support/targets.ts';

const POLL_MS = 4;

interface Target {
  readonly type: string;
  readonly webSocketDebuggerUrl: string;
}

/** Settles in the page, with the time of day, as soon as the page says that it can be used. */
const UNTIL_READY = `new Promise((resolve) => {
  const look = () => document.documentElement?.hasAttribute('data-ready') && resolve(Date.now());
  new MutationObserver(look).observe(document, { attributes: true, childList: true, subtree: true });
  look();
})`;

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function untilThere<T>(app: ChildProcess, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    if (hasEnded(app)) throw new Error(`The app ended at once, with ${app.exitCode ?? app.signalCode}.`);
    const found = await look();
    if (found !== undefined) return found;
    await pause(POLL_MS);
  }
}

function readPort(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[0] || undefined;
  } catch {
    return undefined;
  }
}

async function findPage(port: string): Promise<Target | undefined> {
  try {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as Target[];
    return targets.find(({ type }) => type === 'page');
  } catch {
    return undefined;
  }
}

/** Evaluates `expression` in the page and settles with its number; undefined where the page was replaced meanwhile. */
function evaluate({ webSocketDebuggerUrl }: Target, expression: string): Promise<number | undefined> {
  const socket = new WebSocket(webSocketDebuggerUrl);
  return new Promise((resolve) => {
    socket.addEventListener('open', () => {
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    });
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: { result?: { value?: unknown } } };
      if (id !== 1) return;
      const value = result?.result?.value;
      resolve(typeof value === 'number' ? value : undefined);
      socket.close();
    });
    socket.addEventListener('error', () => resolve(undefined));
    socket.addEventListener('close', () => resolve(undefined));
  });
}

/** Starts Electron with `args`, waits for a usable page, ends it, and gives the time between in milliseconds. */
export async function timeToReady(args: readonly string[], profile: string): Promise<number> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const display = await openDisplay();
  const started = Date.now();
  const app = spawn(electronExecutable(), [...args, ...withoutSandbox, '--remote-debugging-port=0'], {
    stdio: 'ignore',
    env: display.env,
  });
  try {
    const port = await untilThere(app, () => readPort(portFile));
    const ready = await untilThere(app, async () => {
      const page = await findPage(port);
      return page === undefined ? undefined : evaluate(page, UNTIL_READY);
    });
    return ready - started;
  } finally {
    const gone = hasEnded(app) ? null : once(app, 'exit');
    app.kill('SIGTERM');
    await gone;
    display.close();
  }
}
