import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtFiles } from '../../electron/transport/built-files.ts';
import { httpCalls } from '../../electron/transport/http.ts';
import { type LoopbackServer, serveLoopback } from '../../electron/transport/loopback-server.ts';
import { temporaryFolder } from '../support/database.ts';
import { smallRouter } from './small-planner.ts';
import { cookieOf } from './three-transports.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const CALL = '/rpc/double';
const CALL_BODY = JSON.stringify({ json: { hours: 4 } });
let server: LoopbackServer;
let origin: string;
let cookie: string;

beforeAll(async () => {
  const folder = temporaryFolder();
  const built = join(folder, 'renderer');
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(built, 'index.html'), '<!doctype html>the page');
  writeFileSync(join(built, 'assets', 'index.js'), 'the script');
  writeFileSync(join(built, 'assets', 'index.js.map'), 'not for serving');
  writeFileSync(join(folder, 'package.json'), 'a file outside');
  const calls = httpCalls(smallRouter, { factor: 2 }, () => {});
  server = await serveLoopback(builtFiles(built), calls);
  origin = new URL(server.address).origin;
  cookie = await cookieOf(server);
});
afterAll(() => server.close());

/** One request as it is written, without the tidying that `fetch` does to paths and headers. */
function ask(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET', body = ''): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    // Node frames the body of a DELETE only when it is told its length.
    const framed = { 'content-length': Buffer.byteLength(body), ...headers };
    const sent = request({ hostname, port, path, method, headers: framed }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
    });
    sent.once('error', reject).end(body);
  });
}

const call = (headers: OutgoingHttpHeaders, method = 'POST') =>
  ask(CALL, { 'content-type': 'application/json', ...headers }, method, method === 'GET' ? '' : CALL_BODY);

test('the printed address gives a cookie that scripts cannot read and other sites cannot send, and leads to the page', async () => {
  const { pathname, search } = new URL(server.address);
  const { status, headers } = await ask(pathname + search);
  expect(status).toBe(303);
  expect(headers.location).toBe('/');
  expect(headers['set-cookie']?.[0]).toMatch(/^planner-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
});

test('with the cookie, the page, its files and its calls are answered', async () => {
  expect(await ask('/', { cookie })).toMatchObject({ status: 200, body: '<!doctype html>the page' });
  expect(await ask('/assets/index.js', { cookie })).toMatchObject({ status: 200, body: 'the script' });
  expect(await call({ cookie, origin })).toMatchObject({ status: 200, body: '{"json":8}' });
});

test('every answer carries the content security policy, forbids guessing of types and allows no other site', async () => {
  const answers = [
    await ask('/', { cookie }),
    await ask('/'),
    await call({ cookie, origin }),
    await ask('/nothing', { cookie }),
  ];
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
});

test.each([
  ['without a cookie', {}],
  ['with another value in the cookie', { cookie: () => `${cookie.split('=')[0]}=wrong` }],
  ['with the right value under another port', { cookie: () => `planner-1=${cookie.split('=')[1]}` }],
  ['with an empty cookie', { cookie: () => `${cookie.split('=')[0]}=` }],
] as const)('%s, nothing is served but a plain page', async (_name, wrong) => {
  const given = 'cookie' in wrong ? { cookie: wrong.cookie() } : {};
  for (const path of ['/', '/index.html', '/assets/index.js', '/favicon.ico', '/rpc/double']) {
    const { status, body } = await ask(path, given);
    expect(status).toBe(403);
    expect(body).toContain('Open the planner with the address that it printed when it started.');
    expect(body).not.toContain('the page');
  }
  expect((await call({ origin, ...given })).status).toBe(403);
});

test('a wrong token gets no cookie', async () => {
  for (const token of ['', 'wrong', `${new URL(server.address).searchParams.get('token')}x`]) {
    const { status, headers } = await ask(`/?token=${token}`);
    expect(status).toBe(403);
    expect(headers['set-cookie']).toBeUndefined();
  }
});

test('a wrong Host is refused even with the cookie and the token (DNS rebinding)', async () => {
  const { port, search } = new URL(server.address);
  for (const host of ['planner.example', `planner.example:${port}`, `localhost:${port}`, '127.0.0.1', '127.0.0.1:1']) {
    expect((await ask('/', { cookie, host })).status).toBe(403);
    expect((await ask(`/${search}`, { host })).status).toBe(403);
    expect((await call({ cookie, origin, host })).status).toBe(403);
  }
});

test('a wrong Origin is refused even with the cookie', async () => {
  for (const wrong of ['https://planner.example', 'null', origin.replace('http:', 'https:'), `${origin}0`]) {
    expect((await call({ cookie, origin: wrong })).status).toBe(403);
    expect((await ask('/', { cookie, origin: wrong })).status).toBe(403);
  }
});

test('a call without an Origin is refused', async () => {
  expect((await call({ cookie })).status).toBe(403);
});

test('a request that another site caused is refused', async () => {
  for (const site of ['cross-site', 'same-site']) {
    expect((await ask('/', { cookie, 'sec-fetch-site': site })).status).toBe(403);
    expect((await call({ cookie, origin, 'sec-fetch-site': site })).status).toBe(403);
  }
});

test('other methods are refused: calls are POST, files are GET or HEAD', async () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
    expect((await call({ cookie, origin }, method)).status).toBe(405);
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    expect((await ask('/', { cookie, origin }, method)).status).toBe(405);
  }
  expect(await ask('/', { cookie }, 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('no spelling of a path reaches a file outside, or one that was not built for the page', async () => {
  const paths = [
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets//index.js',
    '/./index.html',
    '//etc/passwd',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    '/assets/index.js.map',
    '/constructor',
    '/__proto__',
  ];
  for (const path of paths) {
    const { status, body } = await ask(path, { cookie });
    expect([path, status]).toEqual([path, 404]);
    expect(body).not.toContain('a file outside');
  }
});

test('a call that is not in the contract is not there', async () => {
  expect((await ask('/rpc/erase', { cookie, origin }, 'POST', '{}')).status).toBe(404);
});

test('it listens on 127.0.0.1 and on no other address of this machine', async () => {
  const port = Number(new URL(origin).port);
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, internal }) => !internal && !address.startsWith('fe80'));
  for (const { address } of others) {
    const refused = await new Promise<boolean>((resolve) => {
      const socket: Socket = connect({ host: address, port, timeout: 1000 });
      const settle = (answer: boolean) => {
        socket.destroy();
        resolve(answer);
      };
      socket
        .once('connect', () => settle(false))
        .once('error', () => settle(true))
        .once('timeout', () => settle(true));
    });
    expect(refused).toBe(true);
  }
});

test('two starts do not share a token or a cookie', async () => {
  const second = await serveLoopback(
    () => undefined,
    async () => false,
  );
  try {
    expect(new URL(second.address).search).not.toBe(new URL(server.address).search);
    expect((await cookieOf(second)).split('=')[1]).not.toBe(cookie.split('=')[1]);
    expect((await cookieOf(second)).split('=')[0]).not.toBe(cookie.split('=')[0]);
  } finally {
    await second.close();
  }
});
