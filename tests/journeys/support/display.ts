import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

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

/** So long a virtual display may take to start, in milliseconds, and how often it is tried. */
const [PATIENCE, TRIES] = [10_000, 5];

/**
 * A display for one app: the one that is there, or a virtual one that ends with the app. Two that start at once may want the
 * same number, and one of them then ends, or says nothing: it is started anew.
 */
export async function openDisplay(): Promise<Display> {
  const env = cleanEnvironment();
  if (process.platform !== 'linux' || env['DISPLAY']) return { env, close: () => undefined };
  // It chooses a free number, writes it to the descriptor that it is given, and ends when its last client has left.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-terminate'];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const said = once(server.stdio[3] as Readable, 'data').then(([number]) => String(number).trim());
    const number = await Promise.race([said, once(server, 'exit').then(() => ''), pause(PATIENCE, '', { ref: false })]);
    if (number !== '') return { env: { ...env, DISPLAY: `:${number}` }, close: () => void server.kill() };
    server.kill('SIGKILL');
  }
  throw new Error(`No virtual display started in ${TRIES} tries.`);
}
