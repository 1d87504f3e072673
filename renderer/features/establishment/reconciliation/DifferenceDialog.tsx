import { useState } from 'react';
import type { Reconciliation, ReconciliationLine } from '#contract';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { wteText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { useNote } from './LinesTable.tsx';
import { lineText, statusOf } from './words.ts';

type Post = ReconciliationLine['posts'][number];
type Read = Post['ledgerRows'];

const rowsText = (rows: Read) => {
  const [first] = rows;
  return first ? `${first.fileName}, ${first.sheet}, row ${rows.map(({ row }) => row).join(', ')}` : '';
};
const wte = (key: string, title: string, of: (post: Post) => number | null): Column<Post> => ({
  key,
  title,
  number: true,
  value: (post) => {
    const value = of(post);
    return value === null ? null : value / 100_000;
  },
  show: (post) => (of(post) === null ? '–' : wteText(of(post))),
});

const columns: Column<Post>[] = [
  { key: 'post', title: 'Post', value: ({ post }) => post, header: true },
  wte('funded', 'Funded, WTE', ({ funded }) => funded),
  wte('inPost', 'In post, WTE', ({ inPost }) => inPost),
  { key: 'people', title: 'Assignments', value: ({ people }) => people, number: true },
  { key: 'ledger', title: 'Rows of the ledger', value: ({ ledgerRows }) => rowsText(ledgerRows) },
  { key: 'staff', title: 'Rows of the staff list', value: ({ staffRows }) => rowsText(staffRows) },
];

interface DifferenceDialogProps {
  trust: string;
  found: Reconciliation;
  line: ReconciliationLine;
  onClose: () => void;
}

/** One line: its posts on both sides with their rows, what the files offer as an explanation, and a note. */
export function DifferenceDialog({ trust, found, line, onClose }: DifferenceDialogProps) {
  const send = useNote(trust, found.ledgerCensus);
  const [typed, setTyped] = useState(line.note);
  return (
    <Dialog title={lineText(line)} wide onClose={onClose}>
      <p>
        <Status {...statusOf(line)} /> · funded {wteText(line.funded)} − in post {wteText(line.inPost)} ={' '}
        <strong>{wteText(line.funded - line.inPost)} WTE</strong>
      </p>
      {line.clues.length > 0 && (
        <div className="note">
          <p>
            <strong>What the files offer as an explanation</strong>
          </p>
          <ul>
            {line.clues.map((clue) => (
              <li key={clue}>{clue}</li>
            ))}
          </ul>
        </div>
      )}
      <DataTable caption="Posts of this line" columns={columns} rows={line.posts} rowKey={({ post }) => post} />
      {line.kind !== 'agreed' && (
        <label className="note-field">
          Note
          <textarea
            className="nhsuk-textarea"
            rows={3}
            maxLength={2000}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      )}
      <div className="dialog__actions">
        {line.kind !== 'agreed' && (
          <Button
            kind="main"
            disabled={typed === line.note}
            onClick={() => {
              send(line, { note: typed });
              onClose();
            }}
          >
            Save the note
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
