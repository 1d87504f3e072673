import { z } from 'zod';
import { changeVerbs } from './changes.ts';
import { draftVerbs } from './drafts.ts';
import { refusals } from './refusals.ts';
import { trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
const ofTrust = z.object({ trust: trustCode });

/** Changes made by hand in a trust: named, undoable and redoable, also after a restart; and what was not saved yet. */
export const history = {
  ...draftVerbs('people', ofTrust, { TRUST_UNKNOWN }),
  ...changeVerbs('people', ofTrust, { TRUST_UNKNOWN }),
};
