import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup, BackupSource } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { BackupTable } from './BackupTable.tsx';
import { FromFile } from './FromFile.tsx';
import { HowKept } from './HowKept.tsx';
import { LockDialog } from './LockDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SecondPlaceDialog } from './SecondPlaceDialog.tsx';
import { StoreLock } from './StoreLock.tsx';
import { madeText } from './words.ts';

type Open = { what: 'restore'; from: BackupSource; of: string } | { what: 'second' | 'lock' } | null;

/** Copies of everything that is in the planner: made by itself and by hand, proven, locked, and put back. */
export default function BackupsScreen() {
  const [open, setOpen] = useState<Open>(null);
  const list = useQuery({ queryKey: ['backups'], queryFn: () => planner.backups.list() });
  const make = useAct(
    () => planner.backups.make(),
    ({ problem }) => problem ?? 'Backed up, and the backup was read back whole',
  );
  const restoreOwn = ({ name, madeAt }: Backup) =>
    setOpen({ what: 'restore', from: { kind: 'own', name }, of: madeText(madeAt) });
  const close = () => setOpen(null);
  return (
    <Page
      title="Backups"
      subtitle="The whole planner, all trusts · made by itself when it is closed, hourly while in use and before each import"
      actions={
        <>
          <FromFile onTaken={(file, name) => setOpen({ what: 'restore', from: { kind: 'taken', file }, of: name })} />
          <Button
            kind="main"
            disabled={make.isPending}
            onClick={() => make.mutate(undefined, { onError: (error) => announce(sentence(error)) })}
          >
            {make.isPending ? 'Backing up…' : 'Back up now'}
          </Button>
        </>
      }
    >
      <Answered query={list}>
        {(answer) => (
          <>
            {answer.problem && (
              <p className="note note--wrong" role="alert">
                The last backup had a problem. {answer.problem}
              </p>
            )}
            <HowKept {...answer} onSecond={() => setOpen({ what: 'second' })} onLock={() => setOpen({ what: 'lock' })}>
              <StoreLock />
            </HowKept>
            {answer.backups.length === 0 ? (
              <EmptyState title="No backup yet">
                <p>The first one is made when you close the planner. Press “Back up now” to make one at once.</p>
              </EmptyState>
            ) : (
              <BackupTable backups={answer.backups} onRestore={restoreOwn} />
            )}
            {open?.what === 'restore' && <RestoreDialog from={open.from} of={open.of} onClose={close} />}
            {open?.what === 'second' && <SecondPlaceDialog folder={answer.second} onClose={close} />}
            {open?.what === 'lock' && <LockDialog isLocked={answer.isLocked} onClose={close} />}
          </>
        )}
      </Answered>
    </Page>
  );
}
