import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desktopHelp } from '../../electron/start-help.ts';
import { openDisplay } from './support/display.ts';
import { electronExecutable, project, why, withoutSandbox } from './support/targets.ts';

const script = join(project, 'scripts', 'start.mjs');
let folder: string;
let started: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planner-start-'));
});
afterEach(async () => {
  if (started !== undefined && started.exitCode === null && started.signalCode === null) {
    const gone = once(started, 'exit');
    started.kill('SIGTERM');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** `npm start -- …args`, and what it has printed once `until` is in it. */
async function start(args: string[], env: Record<string, string>, until: string): Promise<string> {
  const app = spawn(process.execPath, [script, '--data', folder, ...args], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started = app;
  let printed = '';
  for (const stream of [app.stdout, app.stderr])
    stream.on('data', (chunk: Buffer) => void (printed += chunk.toString('utf8')));
  while (!printed.includes(until) && app.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
  return printed;
}

const environment = (changes: Record<string, string>) => ({ ...(process.env as Record<string, string>), ...changes });
const ADDRESS = /^The planner is at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/;

describe('npm start', () => {
  test('with --browser prints the address of browser mode and nothing else, and answers there', async () => {
    const lines = (await start(['--browser', '--no-open'], environment({}), 'token=')).trim().split('\n');
    expect(lines).toEqual([expect.stringMatching(ADDRESS)]);
    const address = lines[0]?.replace('The planner is at ', '') ?? '';
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
    expect(existsSync(join(folder, 'planner.sqlite'))).toBe(true);
  });

  test('where there is no Electron, says so in one line and starts browser mode', async () => {
    const nowhere = environment({ ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' });
    const lines = (await start(['--no-open'], nowhere, 'token=')).trim().split('\n');
    expect(lines).toEqual([
      'ELECTRON_OVERRIDE_DIST_PATH holds no Electron. Starting in the browser instead.',
      expect.stringMatching(ADDRESS),
    ]);
  });

  test('builds nothing that is fresh', async () => {
    await start(['--browser', '--no-open'], environment({}), 'token=');
    const built = join(project, 'dist', 'electron', 'main.cjs');
    const before = statSync(built).mtimeMs;
    started?.kill('SIGTERM');
    await start(['--browser', '--no-open'], environment({}), 'token=');
    expect(statSync(built).mtimeMs).toBe(before);
  });

  test('leaves the data closed when it is ended with Ctrl C', async () => {
    await start(['--browser', '--no-open'], environment({}), 'token=');
    const gone = started === undefined ? [] : once(started, 'exit');
    started?.kill('SIGINT');
    expect(await gone).toEqual([0, null]);
    expect(existsSync(join(folder, 'planner.sqlite-wal'))).toBe(false);
  });

  test('says what is wrong with an option that it does not know', async () => {
    expect(await start(['--brwser'], environment({}), 'FILE')).toContain('Use: npm start -- [--browser]');
  });

  test('with --help says which options there are, opens nothing, and takes every option that it tells of', async () => {
    const help = await start(['--browser', '--help'], environment({}), 'this is never printed');
    expect(help).toMatch(/^Usage: npm start -- --browser/);
    expect(help).toMatch(/^ {2}0 {2}ended by Ctrl C/m);
    expect(started?.exitCode).toBe(0);
    expect(await start(['--help'], environment({}), 'this is never printed')).toMatch(
      /^Use: npm start -- \[--browser\]/,
    );
    expect(readdirSync(folder)).toEqual([]);
    const all = [...help.matchAll(/^ {2}(--[a-z-]+)( [A-Z]+)?/gm)].flatMap(([, option = '', value]) =>
      value === undefined ? [option] : [option, 'x'],
    );
    expect(all.length).toBeGreaterThan(7);
    expect(await start(['--browser', ...all], environment({}), 'this is never printed')).toBe(help);
    expect(await start(['--policy', 'x.json'], environment({}), 'FILE')).toContain('--policy goes with --browser.');
  });

  const reason = why('desktop');
  test.skipIf(reason !== null).each(['--help', '--version'])(
    'the desktop program prints for %s and opens no window',
    (word) => {
      const data = join(folder, 'data');
      // Without a display: whatever opened a window would end otherwise.
      const env = environment({ DISPLAY: '', WAYLAND_DISPLAY: '', HOME: folder });
      const words = [project, ...withoutSandbox, '--data', data, word];
      const { status, stdout } = spawnSync(electronExecutable(), words, { cwd: project, env, encoding: 'utf8' });
      const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
      expect([status, stdout]).toEqual([
        0,
        word === '--help' ? `${desktopHelp}\n` : `Maternity Workforce Planner ${version}\n`,
      ]);
      expect(existsSync(data)).toBe(false);
    },
  );

  test.skipIf(reason !== null)(
    `opens the desktop app and prints nothing${reason === null ? '' : `: ${reason}`}`,
    async () => {
      const display = await openDisplay();
      const app = start([], display.env, 'this is never printed');
      while (!existsSync(join(folder, 'window', 'SingletonLock')) && !existsSync(join(folder, 'planner.sqlite'))) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await new Promise((resolve) => setTimeout(resolve, 2000));
      started?.kill('SIGTERM');
      expect(await app).toBe('');
      display.close();
      expect(existsSync(join(folder, 'planner.sqlite-wal'))).toBe(false);
    },
  );
});
