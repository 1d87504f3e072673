import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Form } from '../../components/Form.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { RecoveryCode } from '../../components/RecoveryCode.tsx';
import { forgotten } from './words.ts';

/** Locks the backups that are made from now on with a passphrase, and shows the recovery code this once. */
export function LockDialog({ isLocked, onClose }: { isLocked: boolean; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const lock = useAct(
    () => planner.backups.lock({ passphrase: typed }),
    () => 'Backups are locked from now on',
  );
  const unlock = useAct(
    () => planner.backups.unlock(),
    () => 'Backups are open from now on',
  );
  if (lock.data)
    return <RecoveryCode code={lock.data.recoveryCode} forgotten={forgotten('the backups')} onClose={onClose} />;
  return (
    <Dialog title={isLocked ? 'Change the lock of the backups' : 'Lock the backups'} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          setDiffer(typed !== again);
          if (typed === again) lock.mutate(undefined);
        }}
      >
        <p>
          Backups made from now on open with this passphrase or with a recovery code, and in no other way. Earlier ones
          keep the lock that they were made with.
        </p>
        <TextInput
          id="lock-passphrase"
          type="password"
          label="Passphrase"
          hint="12 characters or more: a sentence that you will remember"
          autoComplete="new-password"
          value={typed}
          error={lock.isError ? sentence(lock.error) : undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <TextInput
          id="lock-again"
          type="password"
          label="The same passphrase again"
          autoComplete="new-password"
          value={again}
          error={differ ? 'The two are not the same. Type the passphrase again.' : undefined}
          onChange={({ currentTarget }) => setAgain(currentTarget.value)}
        />
        <DialogFoot save="Lock the backups" isSaving={lock.isPending} onCancel={onClose}>
          {isLocked && (
            <Button disabled={unlock.isPending} onClick={() => unlock.mutate(undefined, { onSuccess: onClose })}>
              Leave new backups open
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
