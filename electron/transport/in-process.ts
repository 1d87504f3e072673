import { type AnyRouter, createRouterClient, type InferRouterInitialContext, type RouterClient } from '@orpc/server';
import { hideUnexpected, type RecordFailure } from './unexpected.ts';

/** Calls the router in this very process, validation and refusals included: the transport of tests and the command line. */
export function inProcessClient<T extends AnyRouter>(
  router: T,
  context: InferRouterInitialContext<T>,
  record: RecordFailure,
): RouterClient<T> {
  return createRouterClient(router, { context, interceptors: [hideUnexpected(record)] });
}
