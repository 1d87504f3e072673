import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export const isInstalled = (command: string) => spawnSync('which', [command]).status === 0;

/** Whether windows can be shown here, on a screen or on a virtual one. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || isInstalled('Xvfb');

export interface Display {
  /** The environment to start a windowed app in. */
  readonly env: Record<string, string>;
  close(): void;
}

function cleanEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // Set by a test runner or by an editor, these would make Electron behave as plain Node.
  const misleading = new Set(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS']);
  return Object.fromEntries(entries.filter(([name]) => !misleading.has(name)));
}

/** A display for one app: the one that is there, or a virtual one that ends with the app. */
export async function openDisplay(): Promise<Display> {
  const env = cleanEnvironment();
  if (process.platform !== 'linux' || env['DISPLAY']) return { env, close: () => undefined };
  // It chooses a free number, writes it to the descriptor that it is given, and ends when its last client has left.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-terminate'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  return { env: { ...env, DISPLAY: `:${number.toString().trim()}` }, close: () => void server.kill() };
}
