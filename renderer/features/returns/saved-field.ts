import { useEffect, useRef, useState } from 'react';
import { sentence } from '../../client/refusal.ts';

/** How long typing may pause before it is saved, in milliseconds. */
const PAUSE = 700;

export type SaveState =
  | { kind: 'still' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; message: string };

interface SavedField {
  readonly value: string;
  readonly state: SaveState;
  /** Takes what is typed; it is saved when typing pauses. */
  readonly type: (value: string) => void;
  /** Saves at once what is not saved yet. */
  readonly flush: () => void;
}

/**
 * A field that is saved as it is typed. What was typed stays in the field until it is saved and the store gives the same;
 * a failed save keeps it too, and says why.
 */
export function useSavedField(stored: string, save: (value: string) => Promise<unknown>): SavedField {
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<SaveState>({ kind: 'still' });
  const latest = useRef({ typed, save, saving: false, timer: 0 });
  useEffect(() => {
    latest.current.save = save;
  });

  const flush = () => {
    const now = latest.current;
    window.clearTimeout(now.timer);
    if (now.typed === null || now.saving) return;
    const sent = now.typed;
    now.saving = true;
    setState({ kind: 'saving' });
    now.save(sent).then(
      () => settle(sent, { kind: 'saved' }),
      (error: unknown) => settle(null, { kind: 'failed', message: sentence(error) }),
    );
  };

  const settle = (sent: string | null, outcome: SaveState) => {
    const now = latest.current;
    now.saving = false;
    setState(outcome);
    if (sent === null) return;
    if (now.typed === sent) {
      now.typed = null;
      setTyped(null);
    } else flush();
  };

  const type = (value: string) => {
    const now = latest.current;
    now.typed = value;
    setTyped(value);
    setState({ kind: 'unsaved' });
    window.clearTimeout(now.timer);
    now.timer = window.setTimeout(flush, PAUSE);
  };

  // Leaving the line saves what was typed a moment ago. `flush` reads what is newest by itself, so any of them does.
  const leave = useRef(flush);
  useEffect(() => {
    const last = leave.current;
    return () => last();
  }, []);

  return { value: typed ?? stored, state, type, flush };
}
