import { oc } from '@orpc/contract';
import { z } from 'zod';
import { trust } from './organisation.ts';

/** The invented service of "Look around". */
export const sample = {
  /** Loads it, or finds it, and brings it into view. */
  load: oc.output(trust),
  /** Takes it away with everything that was entered in it; nothing of another trust is touched. */
  remove: oc.output(z.null()),
};
