import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** The code that gets an editor in whose PIN is forgotten; shown once. */
export function RecoveryCode({ code, onClose }: { code: string; onClose: () => void }) {
  return (
    <Dialog title="Print the recovery code" onClose={onClose}>
      <p>
        If the PIN or passphrase is forgotten, this code sets a new one. It is shown this once: print it, and keep it
        apart from this PC.
      </p>
      <p className="recovery-code">{code}</p>
      <div className="dialog__actions">
        <Button kind="main" onClick={() => window.print()}>
          Print the code
        </Button>
        <Button onClick={onClose}>I have kept it</Button>
      </div>
    </Dialog>
  );
}
