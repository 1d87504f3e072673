import { implementation } from '../../context.ts';
import { protect } from '../../core/small-numbers.ts';
import { sharedFile } from '../organisation/shared-file.ts';
import { beginSharing } from '../organisation/sharing.ts';
import { requireTrust } from '../organisation/trust.ts';
import { leaversShared } from './calculations/leavers-shared.ts';
import { leaversShown } from './leaver-service.ts';
import { sharedSystem } from './shared-system.ts';

const on = implementation.retention;

export const leaverHandlers = {
  leavers: on.leavers.handler(
    ({ input, context }) =>
      leaversShown(context, requireTrust(context.database, input.trust), input.period, input.groups) ?? null,
  ),

  leaversFile: on.leaversFile.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const { leavers, published } = sharedSystem(context, trust);
    if (!leavers) throw errors.NO_LEAVERS();
    const file = leavers.find(({ back, group }) => back === input.yearsBack && group === (input.group ?? null));
    if (!file) throw errors.NO_SUCH_CHOICE();
    const sharing = beginSharing(context, trust, input.profile);
    const shown = protect(published, sharing.profile);
    return sharedFile(leaversShared(file, trust.name, sharing.profile, shown), sharing, context);
  }),
};
