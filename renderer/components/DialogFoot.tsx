import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface DialogFootProps {
  /** What sending the form does, in words: "Save the rating". */
  save: string;
  /** True while it is being sent. */
  isSaving?: boolean | undefined;
  onCancel: () => void;
  /** What else can be done, such as removing the record. */
  children?: ReactNode;
}

/** The foot of a form in a dialog: sends it, gives it up, and what else there is. */
export function DialogFoot({ save, isSaving, onCancel, children }: DialogFootProps) {
  return (
    <div className="dialog__actions">
      <Button kind="main" type="submit" disabled={isSaving}>
        {save}
      </Button>
      <Button onClick={onCancel}>Cancel</Button>
      {children}
    </div>
  );
}
