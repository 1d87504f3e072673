import type { ReactNode } from 'react';
import type { RecordOfHistory } from '#contract';
import { Button } from './Button.tsx';
import { RecordHistory } from './changes/RecordHistory.tsx';

interface DialogFootProps {
  /** What sending the form does, in words: "Save the rating". */
  save: string;
  /** True while it is being sent. */
  isSaving?: boolean | undefined;
  onCancel: () => void;
  /** The record whose history can be looked at from here; none for a new one. */
  history?: RecordOfHistory | null | undefined;
  /** What else can be done, such as removing the record. */
  children?: ReactNode;
}

/** The foot of a form in a dialog: sends it, gives it up, and what else there is. */
export function DialogFoot({ save, isSaving, onCancel, history, children }: DialogFootProps) {
  return (
    <div className="dialog__actions">
      <Button kind="main" type="submit" disabled={isSaving}>
        {save}
      </Button>
      <Button onClick={onCancel}>Cancel</Button>
      {children}
      {history && <RecordHistory of={history} />}
    </div>
  );
}
