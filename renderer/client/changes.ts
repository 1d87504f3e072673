import { useContext, useMemo } from 'react';
import type { ChangedRowShown, ChangeEntry, RecordOfHistory } from '#contract';
import { LmnsInView } from './lmns.ts';
import { planner } from './planner.ts';
import { TrustInView } from './trust.ts';

/** The history of the trust or the LMNS in view. */
export interface Changes {
  readonly owner: string;
  readonly list: () => Promise<ChangeEntry[]>;
  readonly ofRecord: (record: RecordOfHistory) => Promise<ChangeEntry[]>;
  readonly rows: (id: number) => Promise<ChangedRowShown[]>;
  readonly undo: (id: number) => Promise<{ label: string | null }>;
  readonly redo: (id: number) => Promise<{ label: string | null }>;
}

/** Null where neither a trust nor an LMNS is in view. */
export function useChanges(): Changes | null {
  const [lmns, trust] = [useContext(LmnsInView)?.id, useContext(TrustInView)?.code];
  return useMemo(() => {
    if (lmns !== undefined)
      return {
        owner: `lmns ${lmns}`,
        list: () => planner.lmns.changes({ lmns }),
        ofRecord: (record) => planner.lmns.changesOf({ lmns, record }),
        rows: (id) => planner.lmns.changeRows({ lmns, id }),
        undo: (id) => planner.lmns.undoChange({ lmns, id }),
        redo: (id) => planner.lmns.redoChange({ lmns, id }),
      };
    if (trust === undefined) return null;
    return {
      owner: trust,
      list: () => planner.history.changes({ trust }),
      ofRecord: (record) => planner.history.changesOf({ trust, record }),
      rows: (id) => planner.history.changeRows({ trust, id }),
      undo: (id) => planner.history.undoChange({ trust, id }),
      redo: (id) => planner.history.redoChange({ trust, id }),
    };
  }, [lmns, trust]);
}
