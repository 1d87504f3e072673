import { useState } from 'react';
import type { ReconciledPost, Reconciliation } from '#contract';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { wteText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { useNote } from './LinesTable.tsx';
import { elsewhereText, type Row } from './rows.ts';
import { matchText, postStatusOf, verdictText } from './words.ts';
import { positionMeans } from '../../../components/position-words.ts';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

type Post = ReconciledPost;
type Read = Post['ledgerRows'];

const rowsText = (rows: Read) => {
  const [first] = rows;
  return first ? `${first.fileName}, ${first.sheet}, row ${rows.map(({ row }) => row).join(', ')}` : '';
};
const wte = (key: 'funded' | 'inPost', title: string, of: (post: Post) => number | null): Column<Post> => ({
  key,
  title,
  number: true,
  means: positionMeans[key],
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
  {
    key: 'what',
    title: 'What',
    value: verdictText,
    show: (post) => (
      <>
        <Status {...postStatusOf(post)} />
        <small className="by-hand">{elsewhereText(post) || matchText(post)}</small>
      </>
    ),
  },
  {
    key: 'people',
    title: 'Assignments',
    value: ({ people }) => people,
    number: true,
    means: 'Assignments of the staff list on the post.',
  },
  {
    key: 'ledger',
    title: 'Rows of the ledger',
    value: ({ ledgerRows }) => rowsText(ledgerRows),
    means: 'Rows of the imported ledger that fund the post.',
  },
  {
    key: 'staff',
    title: 'Rows of the staff list',
    value: ({ staffRows }) => rowsText(staffRows),
    means: 'Rows of the imported staff list that hold the post.',
  },
];

interface DifferenceDialogProps {
  trust: string;
  found: Reconciliation;
  row: Row;
  onClose: () => void;
}

/** One line or post: its posts on both sides with their rows, what the files offer as an explanation, and a note. */
export function DifferenceDialog({ trust, found, row, onClose }: DifferenceDialogProps) {
  const send = useNote(trust, found.ledgerCensus);
  const { line, post } = row;
  const [typed, setTyped] = useState(row.note);
  return (
    <Dialog title={row.title} wide onClose={onClose}>
      <p>
        <Status {...row.status} /> · funded {wteText(row.funded)} − in post {wteText(row.inPost)} ={' '}
        <strong>{wteText(row.funded - row.inPost)} WTE</strong>
      </p>
      {line.clues.length > 0 && (
        <div className="note">
          <p>
            <strong>What the files offer as an explanation{post ? ' of its line' : ''}</strong>
          </p>
          <ul>
            {line.clues.map((clue) => (
              <li key={clue}>{clue}</li>
            ))}
          </ul>
        </div>
      )}
      <DataTable
        caption="Posts of this line"
        columns={columns}
        rows={post ? [post] : line.posts}
        rowKey={({ key }) => key}
      />
      {!post && line.posts.some(({ verdict }) => verdict === 'not_told') && (
        <p>
          Where a post cannot be told, ledger and staff list name posts here differently. Their sums are compared above;
          a position number in both files, or the same title, would tell them apart.
        </p>
      )}
      {row.differs && (
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
      <DialogFoot
        save={row.differs && 'Save the note'}
        history={{
          kind: 'reconciliation_note',
          fields: { cost_centre: line.costCentre, staff_group: line.group, band: line.band, post: post?.key ?? '' },
        }}
        isSaving={typed === row.note}
        onSave={() => {
          send(row, { note: typed });
          onClose();
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
