import { Dialog } from './Dialog.tsx';
import { DialogFoot } from './DialogFoot.tsx';

/** The code that gets an editor in whose PIN is forgotten; shown once. */
export function RecoveryCode({ code, onClose }: { code: string; onClose: () => void }) {
  return (
    <Dialog title="Print the recovery code" onClose={onClose}>
      <p>
        If the PIN or passphrase is forgotten, this code sets a new one. It is shown this once: print it, and keep it
        apart from this PC.
      </p>
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
