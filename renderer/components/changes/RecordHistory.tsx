import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import type { RecordOfHistory } from '#contract';
import { type Changes, useChanges } from '../../client/changes.ts';
import { LmnsInView } from '../../client/lmns.ts';
import { useSignedIn } from '../../client/session.ts';
import { Answered } from '../Answered.tsx';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { useScreenCommand } from '../screen-command.ts';
import { ChangeRows, whenAndWho } from './ChangeRows.tsx';
import { DialogFoot } from '../DialogFoot.tsx';

/**
 * A button that opens the history of one record, or of all that one page enters: each change with its old and new values, who
 * made it and when, and the way to undo it.
 */
export function RecordHistory({ of }: { of: RecordOfHistory }) {
  const changes = useOwnChanges();
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useScreenCommand('page-history', changes !== null && 'tables' in of ? open : null);
  if (changes === null) return null;
  return (
    <>
      <Button onClick={open}>{nameOf(of)}</Button>
      {isOpen && <HistoryDialog title={nameOf(of)} changes={changes} of={of} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The changes that whoever is signed in is offered; null where it is none. */
export function useOwnChanges(): Changes | null {
  const changes = useChanges();
  const { isEditor, isOn, mayView } = useSignedIn();
  // Labels and values name people: who may not see them is not offered it.
  const isTheirs = useContext(LmnsInView) === null ? isEditor && isOn('history') : mayView('lmns');
  return isTheirs ? changes : null;
}

const nameOf = (of: RecordOfHistory) => ('tables' in of ? 'History of this page' : 'History of this record');

interface HistoryDialogProps {
  title: string;
  changes: Changes;
  of: RecordOfHistory;
  onClose: () => void;
}

export function HistoryDialog({ title, changes, of, onClose }: HistoryDialogProps) {
  const list = useQuery({
    queryKey: ['changes of', changes.owner, of],
    queryFn: () => changes.ofRecord(of),
  });
  return (
    <Dialog title={title} wide onClose={onClose}>
      <Answered query={list}>
        {(entries) =>
          entries.length === 0 ? (
            <p>Nothing was changed by hand here yet.</p>
          ) : (
            entries.map((entry) => (
              <details key={entry.id} className="change-of">
                <summary>
                  {entry.label}
                  {entry.undone ? ' (undone)' : ''} · {whenAndWho(entry)}
                </summary>
                <ChangeRows entry={entry} changes={changes} />
              </details>
            ))
          )
        }
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
