import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Announced } from './Announced.tsx';
import { useAnnouncement } from './announce.ts';
import { KeptByDialog, useDraft } from './draft/use-draft.tsx';
import { useFocusKept } from './focus-kept.ts';

interface DialogProps {
  title: string;
  wide?: boolean;
  /** Which record is shown, where the title does not say it: what was typed and not saved is put back into the same one. */
  record?: string | number | undefined;
  /** The role that keeps a confidential record: it alone may have back what was typed. */
  keptFor?: string | undefined;
  /** The role that was said to open it. */
  saidRole?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A modal dialog of the browser's own: traps the focus, closes with Escape, gives the focus back. What is typed into a form
 * in it is kept until it is saved or given up.
 */
export function Dialog({ title, wide, record, keptFor, saidRole, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const [openedAfter] = useState(() => useAnnouncement.getState().turn);
  // Before it opens, which gives the focus to its first control.
  useFocusKept(dialog, heading);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const earlier = useDraft(dialog, { title, record, keptFor, saidRole });
  return (
    <dialog
      ref={dialog}
      className={`dialog ${wide ? 'dialog--wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // One that stands in this one, or a file that was not chosen after all, closes itself alone.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} ref={heading}>
        {title}
      </h2>
      {earlier}
      <KeptByDialog.Provider value>{children}</KeptByDialog.Provider>
      <Announced after={openedAfter} className="unseen" />
    </dialog>
  );
}
