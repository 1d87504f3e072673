import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyRouter, InferRouterInitialContext } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { hideUnexpected, type RecordFailure } from './unexpected.ts';

/** Where calls arrive; the page's client knows the same path. */
export const RPC_PATH = '/rpc';

/** A workbook travels inside a call as base64, a third larger than the file. */
const LARGEST_CALL = 150_000_000;

/** Answers one call; false where the path names no procedure. */
export type AnswerCall = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Answers calls over HTTP: browser mode's transport. Who may call is decided before, in `admission.ts`. */
export function httpCalls<T extends AnyRouter>(
  router: T,
  context: InferRouterInitialContext<T>,
  record: RecordFailure,
): AnswerCall {
  const handler = new RPCHandler(router, {
    clientInterceptors: [hideUnexpected(record)],
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_CALL })],
  });
  return async (request, response) => (await handler.handle(request, response, { prefix: RPC_PATH, context })).matched;
}
