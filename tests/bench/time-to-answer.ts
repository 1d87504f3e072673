import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const headless = join(import.meta.dirname, '../../electron/headless.ts');

/** Starts browser mode on a store, asks what the first screen asks, ends it, and gives the time between in milliseconds. */
export async function timeToAnswer(dataFolder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [headless, '--data', dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { origin } = new URL(address);
    const entered = await fetch(address, { redirect: 'manual' });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const headers = { cookie, origin, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/rpc/organisation/overview`, { method: 'POST', body: '{}', headers });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.arrayBuffer();
    return performance.now() - began;
  } finally {
    const gone = once(child, 'exit');
    // Not asked to stop: it would make a backup of it all first.
    child.kill('SIGKILL');
    await gone;
  }
}
