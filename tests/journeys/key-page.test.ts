import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { runLine } from '../../electron/command-line/line.ts';
import { temporaryFolder } from '../support/database.ts';

const project = join(import.meta.dirname, '../..');
const PASSPHRASE = 'seven midwives on a Tuesday';

/** One request on a connection of its own. */
function ask(address: string, method: string, headers: Record<string, string> = {}, body = '') {
  return new Promise<{ status: number; text: string; cookie: string }>((resolve, reject) => {
    const sent = request(address, { method, headers, agent: false }, async (response) => {
      const [cookie = ''] = response.headers['set-cookie']?.[0]?.split(';') ?? [];
      let text = '';
      for await (const part of response) text += String(part);
      resolve({ status: response.statusCode ?? 0, text, cookie });
    });
    sent.once('error', reject).end(body);
  });
}

test('browser mode asks for the key of an encrypted store on a plain page, takes the right one, and nothing before it', async () => {
  const data = temporaryFolder();
  const keyFile = join(temporaryFolder(), 'key');
  writeFileSync(keyFile, `${PASSPHRASE}\n`);
  const line = async (...words: string[]) => {
    const [printed, said]: [string[], string[]] = [[], []];
    const code = await runLine([...words, '--data', data], project, {
      print: (text) => printed.push(text),
      say: (text) => said.push(text),
    });
    return { code, printed: printed.join('\n'), said: said.join('\n') };
  };
  expect((await line('lock', '--key-file', keyFile)).printed).toMatch(/"recoveryCode": "(\w{4}-){5}\w{4}"/);
  expect(await line('check')).toMatchObject({ code: 1, said: expect.stringContaining('--key-file FILE') });
  expect(await line('check', '--key-file', keyFile)).toMatchObject({ code: 0 });

  const child = spawn(process.execPath, [join(project, 'electron/headless.ts'), '--data', data], { stdio: 'pipe' });
  try {
    const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { origin } = new URL(address);
    const entered = await ask(address, 'GET');
    const cookie = entered.cookie;
    const post = (path: string, body: string) => ask(`${origin}/rpc/${path}`, 'POST', { cookie, origin }, body);
    expect((await ask(origin, 'GET', { cookie })).text).toContain('This store is locked with a key');
    expect((await post('organisation/overview', '{}')).status).toBe(404);
    expect(await post('open', 'eight midwives on a Tuesday')).toMatchObject({
      status: 403,
      text: expect.stringContaining('neither the passphrase'),
    });
    expect((await ask(`${origin}/rpc/open`, 'POST', {}, PASSPHRASE)).status).toBe(403);
    expect((await post('open', PASSPHRASE)).status).toBe(204);
    expect((await post('organisation/overview', '{}')).status).toBe(200);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}, 180_000);
