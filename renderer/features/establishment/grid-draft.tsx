import { type ReactNode, useEffect, useRef } from 'react';
import type { DraftField } from '#contract';
import { useStateDraft } from '../../components/draft/state-draft.tsx';
import type { Entry } from './entry.ts';

const form = { screen: '/establishment', form: 'Establishment by unit, staff group and band', record: '' };

/** The cell that is being typed into: by its line and field, and in words. */
export interface OpenCell {
  readonly key: string;
  readonly label: string;
}

/**
 * Keeps what was typed into cells of the grid and is not saved. Answers what to call as a cell is typed into, and the words
 * with which cells of an earlier time are back.
 */
export function useGridDraft(entry: Entry, open: OpenCell | null): { typed: (text: string) => void; note: ReactNode } {
  const { unsaved } = entry;
  const editor = useRef<{ cell: OpenCell; text: string } | null>(null);
  const openKey = open?.key;
  useEffect(() => {
    if (editor.current?.cell.key !== openKey) editor.current = null;
  }, [openKey]);
  const { touched, note } = useStateDraft(
    {
      form,
      screenTitle: 'Establishment',
      read: () => {
        const fields = new Map<string, DraftField>();
        for (const [key, { text, label = '' }] of unsaved) fields.set(key, { name: key, label, value: text });
        if (editor.current) {
          const { cell, text } = editor.current;
          fields.set(cell.key, { name: cell.key, label: cell.label, value: text });
        }
        return [...fields.values()];
      },
      putBack: (fields) => entry.putBack(fields.map(({ name, label, value }) => ({ key: name, label, text: value }))),
      giveUp: (fields) => entry.giveUpKeys(fields.map(({ name }) => name)),
    },
    // A cell that was saved, refused or given up is kept, or no longer, as soon as that is so.
    `${openKey ?? ''} ${[...unsaved].map(([key, { text }]) => `${key} ${text}`).join('\n')}`,
  );
  return {
    typed: (text) => {
      if (open === null) return;
      editor.current = { cell: open, text };
      touched();
    },
    note,
  };
}
