import { z } from 'zod';
import { verb, verbOfFrame } from './access.ts';
import { CANNOT_UNDO, changeEntry, changeVerbs, historyState } from './changes.ts';
import { draftVerbs } from './drafts.ts';
import { refusals } from './refusals.ts';
import { trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
const ofTrust = z.object({ trust: trustCode });
const done = z.object({ label: z.string().nullable() });

/** Changes made by hand in a trust: named, undoable and redoable, also after a restart; and what was not saved yet. */
export const history = {
  ...draftVerbs('people', ofTrust, { TRUST_UNKNOWN }),
  ...changeVerbs('people', ofTrust, { TRUST_UNKNOWN }),
  state: verbOfFrame('people').errors({ TRUST_UNKNOWN }).input(ofTrust).output(historyState),
  list: verb('view', 'people').errors({ TRUST_UNKNOWN }).input(ofTrust).output(z.array(changeEntry)),
  undo: verb('undo', 'people').errors({ TRUST_UNKNOWN, CANNOT_UNDO }).input(ofTrust).output(done),
  redo: verb('undo', 'people').errors({ TRUST_UNKNOWN, CANNOT_UNDO }).input(ofTrust).output(done),
};
