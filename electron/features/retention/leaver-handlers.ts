import { implementation } from '../../context.ts';
import { requireTrust } from '../organisation/trust.ts';
import { leaversShown } from './leaver-service.ts';

const on = implementation.retention;

export const leaverHandlers = {
  leavers: on.leavers.handler(
    ({ input, context }) =>
      leaversShown(context, requireTrust(context.database, input.trust), input.period, input.groups) ?? null,
  ),
};
