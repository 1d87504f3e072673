import { useContext, useMemo } from 'react';
import type { DraftField, DraftForm, KeptDraft, ListedDraft } from '#contract';
import { LmnsInView } from './lmns.ts';
import { planner } from './planner.ts';
import { TrustInView } from './trust.ts';

/** The drafts of the trust or the LMNS in view. */
export interface Drafts {
  readonly owner: string;
  readonly keep: (
    draft: DraftForm & { screenTitle: string; role: string | null; fields: DraftField[] },
  ) => Promise<unknown>;
  readonly find: (form: DraftForm & { role?: string | undefined }) => Promise<KeptDraft | null>;
  readonly drop: (form: DraftForm) => Promise<unknown>;
  readonly list: () => Promise<ListedDraft[]>;
}

/** Null where neither a trust nor an LMNS is in view. */
export function useDrafts(): Drafts | null {
  const [lmns, trust] = [useContext(LmnsInView)?.id, useContext(TrustInView)?.code];
  return useMemo(() => {
    if (lmns !== undefined)
      return {
        owner: `lmns ${lmns}`,
        keep: (draft) => planner.lmns.keepDraft({ lmns, ...draft }),
        find: (form) => planner.lmns.findDraft({ lmns, ...form }),
        drop: (form) => planner.lmns.dropDraft({ lmns, ...form }),
        list: () => planner.lmns.drafts({ lmns }),
      };
    if (trust === undefined) return null;
    return {
      owner: trust,
      keep: (draft) => planner.history.keepDraft({ trust, ...draft }),
      find: (form) => planner.history.findDraft({ trust, ...form }),
      drop: (form) => planner.history.dropDraft({ trust, ...form }),
      list: () => planner.history.drafts({ trust }),
    };
  }, [lmns, trust]);
}
