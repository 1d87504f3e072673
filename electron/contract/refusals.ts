import { z } from 'zod';

/**
 * Refusals that several nouns share. A refusal is an expected outcome: its message is shown to the person where they
 * acted, and names the next step. A handler may give a more exact sentence; the code stays.
 */
export const refusals = {
  TRUST_UNKNOWN: { status: 404, message: 'There is no such trust here. Choose one from the list of trusts.' },
  LMNS_UNKNOWN: { status: 404, message: 'There is no such LMNS or ICB here. Choose one, or set it up.' },
  NOT_THERE: { status: 404, message: 'This is no longer there. Go back and open the list again.' },
  NAME_TAKEN: { status: 409, message: 'That name is already used here. Choose another.' },
  STILL_USED: { status: 409, message: 'Other records still use this. Remove or move them first.' },
  /** `field` is the one to correct. */
  DATES_WRONG: {
    status: 422,
    message: 'These dates cannot be. Correct them and save again.',
    data: z.object({ field: z.string() }),
  },
  NO_SUCH_CHOICE: { status: 422, message: 'There is no such choice. Choose one from the list.' },
} as const;
