import { Dialog } from './Dialog.tsx';
import { DialogFoot } from './DialogFoot.tsx';

/** A recovery code, shown this once; `forgotten` says when it is wanted and what it does. */
export function RecoveryCode({ code, forgotten, onClose }: { code: string; forgotten: string; onClose: () => void }) {
  return (
    <Dialog title="Print the recovery code" onClose={onClose}>
      <p>{forgotten} It is shown this once: print it, and keep it apart from this PC.</p>
      <p className="recovery-code">{code}</p>
      <DialogFoot
        save="Print the code"
        act="view"
        onSave={() => window.print()}
        onCancel={onClose}
        cancel="I have kept it"
      />
    </Dialog>
  );
}

/** Of the editor whose PIN is forgotten. */
export const FOR_PROFILE = 'If the PIN or passphrase is forgotten, this code sets a new one.';
