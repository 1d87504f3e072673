import { useContext, useMemo } from 'react';
import type { DraftField, DraftForm, KeptDraft, ListedDraft } from '#contract';
import { LmnsInView } from './lmns.ts';
import { planner } from './planner.ts';
import { useSignedIn } from './session.ts';
import { TrustInView } from './trust.ts';

/** The drafts of the trust or the LMNS in view, or of the forms that set the first one up. */
export interface Drafts {
  readonly owner: string;
  /** Whether the signed-in role keeps drafts: who may not see what is typed there is not asked for any. */
  readonly may: boolean;
  readonly keep: (
    draft: DraftForm & { screenTitle: string; role: string | null; fields: DraftField[] },
  ) => Promise<unknown>;
  readonly find: (form: DraftForm & { role?: string | undefined }) => Promise<KeptDraft | null>;
  readonly drop: (form: DraftForm) => Promise<unknown>;
  readonly list: () => Promise<ListedDraft[]>;
}

export function useDrafts(): Drafts {
  const [lmns, trust] = [useContext(LmnsInView)?.id, useContext(TrustInView)?.code];
  const { mayView } = useSignedIn();
  const [ofLmns, ofTrust] = [mayView('lmns'), mayView('people')];
  return useMemo(() => {
    if (lmns !== undefined)
      return {
        owner: `lmns ${lmns}`,
        may: ofLmns,
        keep: (draft) => planner.lmns.keepDraft({ lmns, ...draft }),
        find: (form) => planner.lmns.findDraft({ lmns, ...form }),
        drop: (form) => planner.lmns.dropDraft({ lmns, ...form }),
        list: () => planner.lmns.drafts({ lmns }),
      };
    if (trust === undefined)
      return {
        owner: 'neither',
        may: true,
        keep: (draft) => planner.planner.keepDraft(draft),
        find: (form) => planner.planner.findDraft(form),
        drop: (form) => planner.planner.dropDraft(form),
        list: () => planner.planner.drafts({}),
      };
    return {
      owner: trust,
      may: ofTrust,
      keep: (draft) => planner.history.keepDraft({ trust, ...draft }),
      find: (form) => planner.history.findDraft({ trust, ...form }),
      drop: (form) => planner.history.dropDraft({ trust, ...form }),
      list: () => planner.history.drafts({ trust }),
    };
  }, [lmns, trust, ofLmns, ofTrust]);
}
