import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

function xdotool(env: Record<string, string>, ...args: string[]): string {
  const { status, stdout } = spawnSync('xdotool', args, { env, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

async function until<T>(what: string, look: () => T | '' | false): Promise<T> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const found = look();
    if (found !== '' && found !== false) return found;
    await pause(100);
  }
  throw new Error(`${what} did not come within ${PATIENCE_MS / 1000} s.`);
}

/** Answers the Save As dialog of the system on screen with the keyboard, as a person would; needs xdotool. */
export async function answerSaveDialog(path: string, env: Record<string, string>): Promise<void> {
  const dialog = await until(
    'The Save As dialog',
    () => xdotool(env, 'search', '--onlyvisible', '--name', '^Save as$').split('\n')[0] ?? '',
  );
  xdotool(env, 'windowfocus', '--sync', dialog);
  xdotool(env, 'key', 'ctrl+a');
  xdotool(env, 'type', '--delay', '20', path);
  xdotool(env, 'key', 'Return');
  await until(`The file ${path}`, () => existsSync(path));
}
