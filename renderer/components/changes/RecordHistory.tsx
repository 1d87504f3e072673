import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordOfHistory } from '#contract';
import { type Changes, useChanges } from '../../client/changes.ts';
import { Answered } from '../Answered.tsx';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { ChangeRows, whenAndWho } from './ChangeRows.tsx';

/** A button that opens the history of one record: each change with its old and new values, and the way to undo it. */
export function RecordHistory({ of }: { of: RecordOfHistory }) {
  const changes = useChanges();
  const [isOpen, setOpen] = useState(false);
  if (changes === null) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>History of this record</Button>
      {isOpen && <HistoryDialog changes={changes} of={of} onClose={() => setOpen(false)} />}
    </>
  );
}

function HistoryDialog({ changes, of, onClose }: { changes: Changes; of: RecordOfHistory; onClose: () => void }) {
  const list = useQuery({
    queryKey: ['changes of', changes.owner, of.kind, of.key],
    queryFn: () => changes.ofRecord(of),
  });
  return (
    <Dialog title="History of this record" wide onClose={onClose}>
      <Answered query={list}>
        {(entries) =>
          entries.length === 0 ? (
            <p>Nothing was changed by hand in this record.</p>
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
      <div className="dialog__actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
