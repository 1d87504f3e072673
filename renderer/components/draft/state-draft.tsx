import { type ReactNode, useEffect, useState } from 'react';
import type { DraftField, DraftForm } from '#contract';
import { type Drafts, useDrafts } from '../../client/drafts.ts';
import { queryClient } from '../../client/queries.ts';
import { DraftNote, type DraftWords } from './DraftNote.tsx';

/** How long what was typed may wait until it is kept, in milliseconds. */
const PATIENCE = 400;
/** How long until it is tried again where the planner does not answer, in milliseconds. */
const AGAIN = 2000;

export interface StateDraft {
  readonly form: DraftForm;
  readonly screenTitle: string;
  /** How its note is worded where nothing was typed into a form. */
  readonly words?: DraftWords;
  /** What is typed and not saved now; none where all of it is saved. */
  readonly read: () => readonly DraftField[];
  /** Has the screen show what was typed at an earlier time; nothing is saved by it. */
  readonly putBack: (fields: readonly DraftField[]) => void;
  /** Has it show what is saved. */
  readonly giveUp: (fields: readonly DraftField[]) => void;
}

/** Keeps what a screen says that it holds unsaved. */
class StateKeeper {
  /** What the screen holds, and where it is kept, as they were drawn last. */
  #drawn: { readonly of: StateDraft; readonly drafts: Drafts } | null = null;
  #isKept = false;
  #changes: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  draw(of: StateDraft, drafts: Drafts): void {
    this.#drawn = { of, drafts };
  }

  /** An earlier draft is there, and is put back. */
  putBack(fields: readonly DraftField[]): void {
    this.#isKept = true;
    this.#drawn?.of.putBack(fields);
  }

  /** What is held depends on these, and is looked at when they are others. */
  changed(changes: unknown): void {
    if (Object.is(changes, this.#changes)) return;
    this.#changes = changes;
    this.later();
  }

  later = (milliseconds = PATIENCE): void => {
    if (this.#drawn?.drafts.may) this.#timer ??= setTimeout(() => this.now(), milliseconds);
  };

  /** Keeps what waits to be kept. */
  now = (): void => {
    if (this.#timer === undefined || this.#drawn === null) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { of, drafts } = this.#drawn;
    const fields = of.read().slice(0, 500);
    if (fields.length === 0 && !this.#isKept) return;
    const isNew = fields.length > 0 !== this.#isKept;
    this.#isKept = fields.length > 0;
    const { form, screenTitle } = of;
    const sent = this.#isKept
      ? drafts.keep({ ...form, screenTitle, role: null, fields: [...fields] })
      : drafts.drop(form);
    sent.then(
      () => (isNew ? queryClient.invalidateQueries({ queryKey: ['drafts'] }) : undefined),
      () => this.later(AGAIN),
    );
  };
}

/**
 * Keeps what a screen holds unsaved where no field on it does so by itself: the grid, what the forecast tries out, and what
 * is answered of a file.
 * `changes` is what it depends on; `touched` is called for what is not in that.
 */
export function useStateDraft(of: StateDraft, changes: unknown): { touched: () => void; note: ReactNode } {
  const drafts = useDrafts();
  const [offer, setOffer] = useState<{ at: string; fields: readonly DraftField[] } | null>(null);
  const [keeper] = useState(() => new StateKeeper());
  useEffect(() => {
    keeper.draw(of, drafts);
  });
  useEffect(() => keeper.changed(changes), [keeper, changes]);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    document.addEventListener('visibilitychange', keeper.now, { signal });
    addEventListener('pagehide', keeper.now, { signal });
    addEventListener('blur', keeper.now, { signal });
    return () => {
      gone.abort();
      keeper.now();
    };
  }, [keeper]);
  const { screen, form, record } = of.form;
  useEffect(() => {
    let isThere = drafts.may;
    if (!isThere) return undefined;
    drafts.find({ screen, form, record }).then(
      (found) => {
        if (!found || !isThere) return;
        keeper.putBack(found.fields);
        setOffer({ at: found.at, fields: found.fields });
      },
      () => undefined,
    );
    return () => {
      isThere = false;
      setOffer(null);
    };
  }, [keeper, drafts, screen, form, record]);
  return {
    touched: () => keeper.later(),
    note: offer && (
      <DraftNote
        draft={{ at: offer.at, isConfidential: false, fields: [...offer.fields] }}
        words={of.words}
        onKeep={() => setOffer(null)}
        onThrowAway={() => {
          of.giveUp(offer.fields);
          setOffer(null);
        }}
        onRole={() => Promise.resolve(false)}
      />
    ),
  };
}
