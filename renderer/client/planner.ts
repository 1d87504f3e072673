import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#contract';
import { platform } from './platform.ts';

/** The planner, as the contract says it: `await planner.organisation.overview()`. The same in the desktop app and in browser mode. */
export const planner: ContractRouterClient<typeof contract> = createORPCClient(platform.link);
