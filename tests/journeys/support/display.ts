import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

let started: Promise<string> | null = null;
let server: ChildProcess | null = null;

export const isInstalled = (command: string) => spawnSync('which', [command]).status === 0;

/** Whether windows can be shown here, on a screen or on a virtual one. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || isInstalled('Xvfb');

async function startVirtual(): Promise<string> {
  // It chooses a free number and writes it to the descriptor that it is given.
  server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => server?.kill());
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  return `:${number.toString().trim()}`;
}

/** The environment to start a windowed app in; starts one virtual screen where there is no other. */
export async function displayEnvironment(): Promise<Record<string, string>> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  // Set by a test runner or by an editor, it would make Electron behave as plain Node.
  delete inherited['ELECTRON_RUN_AS_NODE'];
  delete inherited['NODE_OPTIONS'];
  if (process.platform !== 'linux' || inherited['DISPLAY']) return inherited;
  started ??= startVirtual();
  return { ...inherited, DISPLAY: await started };
}
