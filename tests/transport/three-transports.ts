import { request } from 'node:http';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { httpCalls } from '../../electron/transport/http.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { type LoopbackServer, serveLoopback } from '../../electron/transport/loopback-server.ts';
import { serveMessagePort } from '../../electron/transport/message-port.ts';
import type { RecordFailure } from '../../electron/transport/unexpected.ts';
import { type smallContract, smallRouter } from './small-planner.ts';

export interface Connected {
  readonly client: ContractRouterClient<typeof smallContract>;
  close(): Promise<void>;
}

const context = { factor: 2 };

async function overMessagePort(record: RecordFailure): Promise<Connected> {
  const { port1, port2 } = new MessageChannel();
  serveMessagePort(smallRouter, context, record, port1);
  const client: Connected['client'] = createORPCClient(new PortLink({ port: port2 }));
  port2.start();
  return {
    client,
    close: async () => {
      port1.close();
      port2.close();
    },
  };
}

/** Opens the address that browser mode prints, as a browser would, and keeps the cookie that it is given for it. */
export function cookieOf(server: LoopbackServer): Promise<string> {
  return new Promise((resolve, reject) => {
    request(server.address, (response) => {
      resolve(response.headers['set-cookie']?.[0]?.split(';')[0] ?? '');
      response.resume();
    })
      .once('error', reject)
      .end();
  });
}

async function overHttp(record: RecordFailure): Promise<Connected> {
  const server = await serveLoopback(() => undefined, httpCalls(smallRouter, context, record));
  const { origin } = new URL(server.address);
  const headers = { cookie: await cookieOf(server), origin };
  return { client: createORPCClient(new HttpLink({ url: `${origin}/rpc`, headers })), close: server.close };
}

async function inProcess(record: RecordFailure): Promise<Connected> {
  return { client: inProcessClient(smallRouter, context, record), close: async () => {} };
}

export const transports = [
  { name: 'a message port', connect: overMessagePort },
  { name: 'loopback HTTP', connect: overHttp },
  { name: 'the same process', connect: inProcess },
];
