import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../electron/contract/index.ts';
import type { Access } from '../../electron/contract/access.ts';
import { checkStore } from '../../electron/database/check.ts';
import { router } from '../../electron/router.ts';
import { httpCalls } from '../../electron/transport/http.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { serveMessagePort } from '../../electron/transport/message-port.ts';
import { afterwards } from '../support/afterwards.ts';
import { asSchema, hostileValues, placesIn, plausible, replaced } from '../support/hostile.ts';
import { openTestPlanner } from '../support/planner.ts';
import { randomNumbers } from '../bench/random.ts';

/** Seconds that are spent: PLANNER_FUZZ_SECONDS for longer. Each procedure is called some times however long that takes. */
const SECONDS = Number(process.env['PLANNER_FUZZ_SECONDS'] ?? 10);
const LEAST = 4;
/** The same of those that end nothing: three in each of the three ways, however slow the machine is. */
const ROUNDS = 9;
const project = join(import.meta.dirname, '../..');

type Way = 'in process' | 'over the port' | 'over HTTP';
type Calls = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

interface Procedure {
  readonly name: string;
  readonly act: Access['act'];
  readonly base: unknown;
  call(input: unknown, way: Way): Promise<unknown>;
}

/** Calls that would end what the others need: they come last. Encrypting and filling a store take a second each. */
const LAST = /^(organisation\.removeTrust|profiles\.|backups\.restore|protection\.|sample\.)/;

describe('a call with hostile input, over every procedure of the contract', () => {
  const opened = openTestPlanner();
  const { context, dataFolder } = opened;
  const bugs: { procedure: string; error: unknown }[] = [];
  const record = (failure: (typeof bugs)[number]) => void bugs.push(failure);
  /** The same calls in each of the three ways: those of the desktop app, of browser mode and of the command line. */
  const clients = { 'in process': inProcessClient(router, context, record) } as unknown as Record<Way, Calls>;
  const ways: Way[] = ['in process', 'over the port', 'over HTTP'];
  const procedures: Procedure[] = Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, procedure]) => {
      const { inputSchema, meta } = procedure['~orpc'] as { inputSchema?: unknown; meta: Access };
      const schema = asSchema(inputSchema);
      return {
        name: `${noun}.${verb}`,
        act: meta.act,
        base: schema && plausible(schema),
        call: (input: unknown, way: Way) =>
          clients[way][noun]?.[verb]?.(input) ?? Promise.reject(new Error(`${noun}.${verb} is not there`)),
      };
    }),
  );
  const [first, last] = [false, true].map((isLast) => procedures.filter(({ name }) => LAST.test(name) === isLast));

  beforeAll(async () => {
    await opened.planner.organisation.addTrust({
      code: 'RX1',
      name: 'Thistledown',
      system: null,
      sites: [],
      units: [],
    });
    await opened.planner.organisation.addUnit({ trust: 'RX1', name: 'Midwives', kind: 'birth_centre', site: null });
    const { port1, port2 } = new MessageChannel();
    serveMessagePort(router, context, record, port1);
    clients['over the port'] = createORPCClient(new RPCLink({ port: port2 }));
    port2.start();
    const { url, close } = await serveHttp();
    clients['over HTTP'] = createORPCClient(new HttpLink({ url: `${url}/rpc` }));
    return () => {
      port1.close();
      close();
    };
  });

  async function serveHttp() {
    const calls = httpCalls(router, context, record);
    const server = createServer((request, response) => {
      calls(request, response).then(
        (known) => known || response.writeHead(404).end(),
        () => response.destroy(),
      );
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, close: () => (server.closeAllConnections(), server.close()) };
  }

  /** What must not be in an answer that refuses: where the planner lies, where its data lie, its code, its queries. */
  const leaks = (text: string, sent: string) =>
    [project, dataFolder, 'node_modules', 'SQLITE_', 'SqliteError', '.ts:', '    at '].filter(
      (secret) => text.includes(secret) && !sent.includes(secret),
    );

  test(
    'is answered or refused in words, never with a crash, a stack or a path',
    async () => {
      expect(procedures.length).toBeGreaterThan(400);
      const random = randomNumbers(20261122);
      const wrong: string[] = [];
      const none = { answered: 0, refused: 0, invalid: 0, unsent: 0 };
      const outcomes = Object.fromEntries(ways.map((way) => [way, { ...none }])) as Record<Way, typeof none>;
      const called = new Set<string>();
      const end = performance.now() + SECONDS * 1000;
      const attack = async ({ name, base, call }: Procedure, round: number) => {
        const input = round === 0 ? base : replaced(base, random.of(placesIn(base)), random.of(hostileValues));
        const before = bugs.length;
        const way = ways[round % ways.length]!;
        called.add(`${name} ${way}`);
        try {
          await call(input, way);
          outcomes[way].answered += 1;
        } catch (error) {
          const refusal = error instanceof ORPCError ? error : null;
          const text = refusal ? JSON.stringify(refusal.toJSON()) : String(error);
          // What no message can hold is not sent at all.
          if (refusal === null && way !== 'in process' && /serializ|circular|BigInt|clone|call stack/iu.test(text))
            outcomes[way].unsent += 1;
          else if (refusal === null) wrong.push(`${name} ${way}: threw ${text.slice(0, 300)}`);
          else if (refusal.status < 500) outcomes[way][refusal.defined ? 'refused' : 'invalid'] += 1;
          for (const secret of leaks(text, shown(input)))
            wrong.push(`${name}: tells ${secret} in ${text.slice(0, 300)}`);
        }
        for (const { error } of bugs.slice(before))
          wrong.push(
            `${name}: failed on ${shown(input).slice(0, 300)}: ${String((error as Error).stack).slice(0, 600)}`,
          );
      };
      for (let round = 0; round < ROUNDS || performance.now() < end; round++)
        for (const procedure of first ?? [])
          if (round < ROUNDS || performance.now() < end) await attack(procedure, round);
      expect((await opened.planner.organisation.overview()).trusts).toHaveLength(1);
      for (let round = 0; round < LEAST; round++) for (const procedure of last ?? []) await attack(procedure, round);
      expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
      expect(called.size).toBe(procedures.length * ways.length);
      for (const way of ways) {
        expect([way, outcomes[way].answered > 50]).toEqual([way, true]);
        expect([way, outcomes[way].refused > 50]).toEqual([way, true]);
        expect([way, outcomes[way].invalid > 200]).toEqual([way, true]);
      }
      expect('polluted' in {}).toBe(false);
      expect(checkStore(context.database)).toMatchObject({ sound: true });
    },
    SECONDS * 1000 + 60_000,
  );

  test('leaves the desktop app’s port open when it is no call at all, and the next call is answered', async () => {
    const { port1, port2 } = new MessageChannel();
    afterwards(() => port1.close());
    const lost: unknown[] = [];
    // As the backend does: what a port brings that is no call ends no process.
    const take = (error: unknown) => void lost.push(error);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', take);
    serveMessagePort(router, context, record, port1);
    for (const value of [
      ...hostileValues,
      '{"i":1}',
      '{"i":"__proto__","t":1,"p":{"u":"/__proto__"}}',
      new Uint8Array(9),
    ])
      port2.postMessage(value);
    const port: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port2 }));
    port2.start();
    const answer = await port.planner.about().then(
      () => 'answered',
      ({ code }: ORPCError<string, unknown>) => code,
    );
    // The calls before may have locked the session: then that is the answer.
    expect(['answered', 'LOCKED']).toContain(answer);
    process.removeListener('unhandledRejection', take);
    for (const other of others) process.on('unhandledRejection', other);
    expect('polluted' in {}).toBe(false);
  });

  test('is refused over HTTP too when it is not even a call, and the next call is answered', async () => {
    const { url, close } = await serveHttp();
    afterwards(close);
    const send = async (path: string, body: string, type = 'application/json') => {
      const answer = await fetch(`${url}/rpc/${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': type, connection: 'close' },
      });
      return { status: answer.status, text: await answer.text() };
    };
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"json":',
      '['.repeat(100_000),
      '{"json":{"trust":"RX1"},"meta":[[1,"__proto__","polluted"]]}',
      '{"json":{"trust":"RX1"},"meta":[[99,"trust"]]}',
      '{"json":{"trust":"x"},"meta":[[0,"trust"],[2,"trust"],[5,"a","b","c"]]}',
      '{"json":{"trust":"RX1"},"meta":"x"}',
      '{"json":{"__proto__":{"polluted":1}},"meta":[]}',
      `{"json":{"trust":"${'x'.repeat(1_000_000)}"}}`,
      '\u0000\u0001',
    ];
    const before = bugs.length;
    const wrong: string[] = [];
    for (const path of [
      'staff/inPost',
      'organisation/overview',
      'exports/table',
      '__proto__/constructor',
      'staff/toString',
    ]) {
      for (const body of bodies) {
        for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain']) {
          const { status, text } = await send(path, body, type);
          if (status >= 500 || leaks(text, body).length > 0)
            wrong.push(`${path} ${type} ${body.slice(0, 60)}: ${status} ${text.slice(0, 200)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(bugs.slice(before)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    expect((await send('planner/about', '{}')).status).toBeLessThan(500);
  });
});

/** An input as text, as far as it can be told. */
function shown(input: unknown): string {
  try {
    return JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ?? 'nothing';
  } catch {
    return 'something that JSON cannot hold';
  }
}
