import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { closeDatabase } from '../../electron/database/database.ts';
import { openTestDatabase, temporaryFolder } from '../support/database.ts';

const project = join(import.meta.dirname, '../..');

test('a store whose damage is found after the start is used no longer, and the browser says so', async () => {
  const dataFolder = temporaryFolder();
  const { sqlite, file } = openTestDatabase({ dataFolder });
  sqlite.exec("INSERT INTO trust (code, name) VALUES ('RX1', 'Northmere')");
  const add = sqlite.prepare("INSERT INTO site (trust_id, name) VALUES (1, ? || ' by the sea')");
  for (let n = 0; n < 2000; n += 1) add.run(n);
  closeDatabase({ sqlite });
  const bytes = readFileSync(file);
  bytes.fill(0xa5, bytes.length - 4096 * 6);
  writeFileSync(file, bytes);

  const child = spawn(process.execPath, [join(project, 'electron/headless.ts'), '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  try {
    const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { origin } = new URL(address);
    const entered = await fetch(address, { redirect: 'manual' });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const read = async () => (await fetch(origin, { headers: { cookie } })).text();
    while (!(await read()).includes('The data file is damaged')) await pause(100);
    expect(await read()).toContain('has stopped using it');
    const call = await fetch(`${origin}/rpc/organisation/overview`, {
      method: 'POST',
      body: '{}',
      headers: { cookie, origin, 'content-type': 'application/json' },
    });
    expect(call.status).toBe(503);
    expect(said).toContain('The data file is damaged');
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
  expect(readFileSync(file).equals(bytes)).toBe(true);
});
