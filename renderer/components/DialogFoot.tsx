import { type ReactNode, useId } from 'react';
import { type Act, type RecordOfHistory, whyNot } from '#contract';
import { useSignedIn } from '../client/session.ts';
import { Button } from './Button.tsx';
import { RecordHistory } from './changes/RecordHistory.tsx';

interface DialogFootProps {
  /** What the dialog is for, in words: "Save the rating". Nothing where it is only read, or cannot be done now. */
  save?: ReactNode;
  /** What doing it is to what is stored: a role that may never do so reads why not, and cannot. */
  act?: Act;
  /** True while it is being done, or cannot be done yet. */
  isSaving?: boolean | undefined;
  /** What does it; without one the form that it stands in is sent. */
  onSave?: () => void;
  /** True where it takes something away: the button is red. */
  removes?: boolean;
  onCancel: () => void;
  /** What leaving it is called: "Cancel" beside something to do, else "Close". */
  cancel?: string;
  /** The record whose history can be looked at from here; none for a new one. */
  history?: RecordOfHistory | null | undefined;
  /** What else can be done, such as removing the record. */
  children?: ReactNode;
}

/** The foot of every dialog and form, in one order: what it is for, the way out, and what else there is. It stays in view. */
export function DialogFoot(props: DialogFootProps) {
  const { save, act = 'change', isSaving, onSave, removes = false, onCancel, history, children } = props;
  const { cancel = save ? 'Cancel' : 'Close' } = props;
  const { who, may } = useSignedIn();
  const why = useId();
  const isRefused = Boolean(save) && !may({ act, data: 'figures' }) && !may({ act, data: 'lmns' });
  return (
    <div className="dialog__actions">
      {isRefused && (
        <p id={why} className="dialog__refused">
          {whyNot(who.role, { act, data: 'figures' })}
        </p>
      )}
      {save && (
        <Button
          kind={removes ? 'warning' : 'main'}
          type={onSave ? 'button' : 'submit'}
          disabled={isSaving === true || isRefused}
          aria-describedby={isRefused ? why : undefined}
          {...(onSave && { onClick: onSave })}
        >
          {save}
        </Button>
      )}
      <Button onClick={onCancel}>{cancel}</Button>
      {children}
      {history && <RecordHistory of={history} />}
    </div>
  );
}
