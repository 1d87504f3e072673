import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { afterwards } from '../support/afterwards.ts';
import { temporaryFolder } from '../support/database.ts';

const project = join(import.meta.dirname, '../..');

/** What the audit of this project says, and how it ends, where a registry knows these faults; null where it knows of no audit. */
async function auditWith(faults: Readonly<Record<string, string>> | null) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (faults === null || request.url !== '/-/npm/v1/security/advisories/bulk') {
        response.writeHead(404).end('{}');
        return;
      }
      const body = Buffer.concat(parts);
      const sent = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
      asked.push(...Object.keys(JSON.parse(sent.toString('utf8')) as object));
      const advisory = (severity: string) => [
        { id: 1, url: 'https://example.invalid/1', title: 'A fault', severity, vulnerable_versions: '*' },
      ];
      const known = Object.entries(faults).map(([name, severity]) => [name, advisory(severity)]);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(Object.fromEntries(known)));
    });
  }).listen(0, '127.0.0.1');
  afterwards(() => server.close());
  await once(server, 'listening');
  const child = spawn(process.execPath, [join(project, 'scripts/audit.mjs')], {
    cwd: project,
    env: {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      npm_config_cache: temporaryFolder(),
      npm_config_fetch_retries: '0',
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const [status] = (await once(child, 'close')) as [number];
  return { status, said, asked };
}

describe('the audit of what is shipped', () => {
  test('fails where the registry knows a grave fault in a package that is shipped', async () => {
    const { status, said, asked } = await auditWith({ yalps: 'high' });
    expect(asked).toContain('yalps');
    expect(said).toMatch(/yalps .*: high/);
    expect(status).toBe(1);
  });

  test('names a slight fault, and passes one in what only tests need', async () => {
    const { status, said } = await auditWith({ yalps: 'low', vitest: 'critical' });
    expect(said).toMatch(/yalps .*: low/);
    expect(said).not.toContain('vitest');
    expect(status).toBe(0);
  });

  test('says that nothing was checked where the registry has no such list', async () => {
    const { status, said } = await auditWith(null);
    expect(said).toContain('NOT CHECKED');
    expect(status).toBe(0);
  });
});
