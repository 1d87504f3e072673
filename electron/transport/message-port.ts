import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { AnyRouter, InferRouterInitialContext } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { hideUnexpected, type RecordFailure } from './unexpected.ts';

/** Answers calls that come in over `port` until it closes: the desktop app's transport. */
export function serveMessagePort<T extends AnyRouter>(
  router: T,
  context: InferRouterInitialContext<T>,
  record: RecordFailure,
  port: SupportedMessagePort & { start?(): void },
): void {
  const handler = new RPCHandler(router, { clientInterceptors: [hideUnexpected(record)] });
  handler.upgrade(port, { context });
  port.start?.();
}
