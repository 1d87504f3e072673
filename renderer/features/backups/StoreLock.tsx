import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useSignedIn } from '../../client/session.ts';
import { Button } from '../../components/Button.tsx';
import { counted } from '../../components/numbers.ts';
import { StoreLockDialog } from './StoreLockDialog.tsx';

/** Whether the store itself is encrypted, what opens it, and the switch. */
export function StoreLock() {
  const [isOpen, setOpen] = useState(false);
  const { isOn } = useSignedIn();
  const { data } = useQuery({ queryKey: ['protection'], queryFn: () => planner.protection.state() });
  if (data === undefined) return null;
  const { isLocked, canLock, byPassphrase, bySystem, readableCopies } = data;
  const ways = [
    ...(bySystem ? ['your sign-in to this PC'] : []),
    ...(byPassphrase ? ['the passphrase'] : []),
    'the recovery code',
  ];
  return (
    <>
      <dt>The store</dt>
      <dd>
        {isLocked
          ? `Locked with a key, and all new backups with it, whatever is said above. Opened by ${ways.join(', or by ')}.`
          : 'Not encrypted: whoever gets at this PC’s disk can read it, unless the disk itself is encrypted.'}{' '}
        {!isOn('protection') ? (
          'Your trust’s policy for this PC keeps it so.'
        ) : canLock ? (
          <Button onClick={() => setOpen(true)}>{isLocked ? 'Change the key' : 'Lock this store with a key'}</Button>
        ) : (
          'This build cannot lock it: that needs a newer Electron, or browser mode on Node 22.14 or later.'
        )}
        {isLocked && readableCopies > 0 && (
          <p className="note">
            {counted(readableCopies, 'file')} in the folder of backups can still be read by anybody who has them. Those
            made by hand can be removed below; the schedule removes the others in time.
          </p>
        )}
        {isOpen && <StoreLockDialog state={data} onClose={() => setOpen(false)} />}
      </dd>
    </>
  );
}
