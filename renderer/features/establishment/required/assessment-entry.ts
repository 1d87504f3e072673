import { useEffect, useRef } from 'react';
import type { AssessmentInputs, AssessmentShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import type { CellTrouble, EnteredCell } from '../../../components/enter-each.ts';

type Change = Partial<Omit<AssessmentInputs, 'head'>> & { head?: Partial<AssessmentInputs['head']> };

/** Puts a typed cell into a list of an assessment; answers with the new list, or with what is wrong. */
export type Put<List> = (list: List, cell: EnteredCell) => List | string;

/**
 * Saves what is entered in an assessment. Each change is made on what was entered last, also while an earlier one is
 * still being saved; what is entered meanwhile is saved together next, so that fast typing loses nothing and never waits.
 */
export function useAssessmentEntry(trust: string, shown: AssessmentShown) {
  const save = useAct(
    (change: Change) => planner.establishment.changeAssessment({ trust, id: shown.id, ...change }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const latest = useRef<{ inputs: AssessmentInputs; pending: Change | null; running: Promise<void> | null }>({
    inputs: shown,
    pending: null,
    running: null,
  });
  useEffect(() => {
    if (latest.current.running === null) latest.current.inputs = shown;
  });

  /** Saves what is waiting, until nothing is. */
  const drain = async (): Promise<void> => {
    const now = latest.current;
    try {
      while (now.pending) {
        const change = now.pending;
        now.pending = null;
        await save.mutateAsync(change);
      }
    } finally {
      now.pending = null;
      now.running = null;
    }
  };
  const send = async (change: Change): Promise<void> => {
    const now = latest.current;
    const { head, ...lists } = change;
    now.inputs = { ...now.inputs, ...lists, head: { ...now.inputs.head, ...head } };
    now.pending = { ...now.pending, ...lists, ...(head ? { head: { ...now.pending?.head, ...head } } : {}) };
    now.running ??= drain();
    await now.running;
  };

  /** Enters cells into one of the lists: all of them or none. */
  const enter =
    <Key extends 'areas' | 'settings' | 'upliftParts'>(key: Key, put: Put<AssessmentInputs[Key]>) =>
    async (cells: EnteredCell[]): Promise<CellTrouble[]> => {
      let list = latest.current.inputs[key];
      for (const cell of cells) {
        const next = put(list, cell);
        if (typeof next === 'string') return [{ cell, message: next }];
        list = next;
      }
      const { settings, areas } = latest.current.inputs;
      const change: Change = { [key]: list };
      if (key === 'settings') {
        // Areas know their setting by its name.
        const names = new Map(settings.map(({ name }, at) => [name, (list as typeof settings)[at]?.name ?? name]));
        const renamed = areas.map((area) => ({
          ...area,
          setting: area.setting && (names.get(area.setting) ?? area.setting),
        }));
        if (renamed.some(({ setting }, at) => setting !== areas[at]?.setting)) change.areas = renamed;
      }
      await send(change);
      return [];
    };

  return { send, enter, inputs: () => latest.current.inputs, locked: shown.status !== 'draft' };
}

export type AssessmentEntry = ReturnType<typeof useAssessmentEntry>;
