import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Form } from '../../components/Form.tsx';
import { RecoveryCode } from '../../components/RecoveryCode.tsx';
import { forgotten } from './words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

type State = Awaited<ReturnType<typeof planner.protection.state>>;

/** Encrypts the store and shows its recovery code this once; or changes what opens it, or makes it readable again. */
export function StoreLockDialog({ state, onClose }: { state: State; onClose: () => void }) {
  const { isLocked, hasSystemStore } = state;
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const passphrase = typed === '' && hasSystemStore ? null : typed;
  const lock = useAct(
    () => (isLocked ? planner.protection.renew({ passphrase }) : planner.protection.lock({ passphrase })),
    () => (isLocked ? 'The store has a new passphrase and recovery code' : 'The store is locked with a key'),
  );
  const unlock = useAct(
    () => planner.protection.unlock(),
    () => 'The store is readable again',
  );
  if (lock.data)
    return <RecoveryCode code={lock.data.recoveryCode} forgotten={forgotten('the store')} onClose={onClose} />;
  const isBusy = lock.isPending || unlock.isPending;
  return (
    <Dialog title={isLocked ? 'Change the key of the store' : 'Lock this store with a key'} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          setDiffer(typed !== again);
          if (typed === again) lock.mutate(undefined);
        }}
      >
        <p>
          {hasSystemStore
            ? 'This PC keeps the key for whoever signs in as you. A passphrase beside it is optional, and opens the store elsewhere too.'
            : 'The planner asks for the passphrase each time it starts.'}{' '}
          A recovery code to print opens it as well. If both are lost, nobody can read what is in it.
        </p>
        <TextInput
          id="store-passphrase"
          type="password"
          label={hasSystemStore ? 'Passphrase (optional)' : 'Passphrase'}
          hint="12 characters or more: a sentence that you will remember"
          autoComplete="new-password"
          value={typed}
          error={lock.isError ? sentence(lock.error) : undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <TextInput
          id="store-again"
          type="password"
          label="The same passphrase again"
          autoComplete="new-password"
          value={again}
          error={differ ? 'The two are not the same. Type the passphrase again.' : undefined}
          onChange={({ currentTarget }) => setAgain(currentTarget.value)}
        />
        {unlock.isError && (
          <p className="note note--wrong" role="alert">
            {sentence(unlock.error)}
          </p>
        )}
        <DialogFoot
          save={isLocked ? 'Set a new passphrase and code' : isBusy ? 'Locking…' : 'Lock the store'}
          isSaving={isBusy}
          onCancel={onClose}
        >
          {isLocked && (
            <Button disabled={isBusy} onClick={() => unlock.mutate(undefined, { onSuccess: onClose })}>
              Make the store readable again
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
