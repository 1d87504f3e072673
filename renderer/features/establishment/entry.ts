import { useState } from 'react';
import type { CellProblem, EstablishmentField } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { refusedCells, sentence } from '../../client/refusal.ts';

/** A cell as typed: which line, which field, what text. */
export interface TypedCell {
  readonly id: number;
  readonly field: EstablishmentField;
  readonly text: string;
}

/** A cell that was typed and is not saved: its text is kept; `message` says what is wrong, null while it is being saved. */
export interface Unsaved {
  readonly text: string;
  readonly message: string | null;
  /** Which cell it is in words, where it is back from an earlier time. */
  readonly label?: string;
}

export const cellKey = ({ id, field }: Pick<TypedCell, 'id' | 'field'>) => `${id} ${field}`;

/** Saves typed cells, all or none, and keeps what was typed until it is saved or given up. */
export function useEntry(trust: string) {
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, Unsaved>>(new Map());
  const save = useAct(
    (cells: TypedCell[]) => planner.establishment.enterCells({ trust, cells }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const put = (entries: [string, Unsaved | undefined][]) =>
    setUnsaved((before) => {
      const after = new Map(before);
      for (const [key, value] of entries) {
        if (value) after.set(key, value);
        else after.delete(key);
      }
      return after;
    });

  return {
    unsaved,
    /** Saves; answers with the cells that stand wrong, each with its message. */
    async enter(cells: TypedCell[]): Promise<{ cell: TypedCell; message: string }[]> {
      put(cells.map((cell) => [cellKey(cell), { text: cell.text, message: null }]));
      try {
        await save.mutateAsync(cells);
        put(cells.map((cell) => [cellKey(cell), undefined]));
        return [];
      } catch (error) {
        const problems = refusedCells<CellProblem>(error);
        const wrong = problems.length
          ? problems.flatMap(({ row, message }) => (cells[row - 1] ? [{ cell: cells[row - 1]!, message }] : []))
          : cells.slice(0, 1).map((cell) => ({ cell, message: sentence(error) }));
        put(cells.map((cell) => [cellKey(cell), undefined]));
        put(wrong.map(({ cell, message }) => [cellKey(cell), { text: cell.text, message }]));
        return wrong;
      }
    },
    /** Has cells say what was typed into them at an earlier time; nothing is saved by it. */
    putBack: (cells: readonly { key: string; label: string; text: string }[]) =>
      put(
        cells.map(({ key, label, text }) => [
          key,
          { text, label, message: 'Typed and not saved. Enter opens it and saves it, Escape gives it up.' },
        ]),
      ),
    giveUpKeys: (keys: readonly string[]) => put(keys.map((key) => [key, undefined])),
    /** Gives up what was typed in a cell, so that it shows what is saved. */
    giveUp: (cell: Pick<TypedCell, 'id' | 'field'>) => put([[cellKey(cell), undefined]]),
  };
}

export type Entry = ReturnType<typeof useEntry>;
