import { z } from 'zod';
import { verb } from './access.ts';
import { trust } from './organisation.ts';

/** The invented service of "Look around". */
export const sample = {
  /** Loads it, or finds it, and brings it into view. */
  load: verb('change', 'figures').output(trust),
  /** While it is made, how much of it there is, from 0 to 1; else null. */
  progress: verb('view', 'none').output(z.number().nullable()),
  /** Takes it away with everything that was entered in it; nothing of another trust is touched. */
  remove: verb('change', 'figures').output(z.null()),
};
