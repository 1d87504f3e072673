import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#contract';
import type { Context } from '../context.ts';
import { readPreference } from '../features/organisation/preferences.ts';
import { findTrust } from '../features/organisation/repository.ts';
import { trainingFacts } from '../features/training/facts.ts';
import { router } from '../router.ts';
import { serveMessagePort } from './message-port.ts';
import type { RecordFailure } from './unexpected.ts';

/**
 * Makes the page's first call once over a port of our own, while the page is still loading: its own call then finds
 * everything compiled, which saves it some 50 ms.
 */
export async function warmUp(context: Context, record: RecordFailure): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  serveMessagePort(router, context, record, port1);
  const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  const { state } = await client.profiles.state();
  if (state === 'open') await client.organisation.overview();
  port1.close();
}

/** Seconds after the start at which the person has found her screen and is reading it. */
const SETTLED = 2;

/**
 * Reads the training of the trust in view while the person looks at her first screen: of 12,000 people its first matrix
 * would take longer than 200 ms. What is written meanwhile is read anew as ever.
 */
export function prepareTraining(context: Context, record: RecordFailure): void {
  const { database } = context;
  setTimeout(() => {
    if (!database.sqlite.open) return;
    try {
      const code = readPreference<string>(database, 'trust in view');
      const trust = code === undefined ? undefined : findTrust(database, code);
      if (trust) trainingFacts(context, trust.id, undefined);
    } catch (error) {
      record({ reference: 'none', procedure: 'prepareTraining', error });
    }
  }, SETTLED * 1000).unref();
}
