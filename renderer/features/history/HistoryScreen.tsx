import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeEntry } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { type Changes, useChanges } from '../../client/changes.ts';
import { useInView } from '../../client/lmns.ts';
import { Answered } from '../../components/Answered.tsx';
import { ChangeRows, whenAndWho } from '../../components/changes/ChangeRows.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { clockText, dateText } from '../../components/numbers.ts';
import { NotSaved } from './Drafts.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';

const columnsOf = (onOpen: (entry: ChangeEntry) => void): Column<ChangeEntry>[] => [
  {
    key: 'at',
    title: 'When',
    value: (entry) => entry.at,
    show: (entry) => `${dateText(entry.at)}, ${clockText(entry.at)}`,
  },
  {
    key: 'label',
    title: 'Change',
    value: (entry) => entry.label,
    header: true,
    show: (entry) => (
      <button type="button" className="link" onClick={() => onOpen(entry)}>
        {entry.label}
      </button>
    ),
  },
  { key: 'who', title: 'Who', value: (entry) => entry.who ?? 'not noted' },
  {
    key: 'undone',
    title: 'State',
    value: (entry) => (entry.undone ? 'Undone' : 'In force'),
    means: 'In force, or taken back by Undo.',
  },
];

/** Every change made by hand in this trust or LMNS, newest first, with old and new values; and what was not saved. */
export default function HistoryScreen() {
  const inView = useInView();
  const changes = useChanges();
  if (changes === null) return null;
  const more = inView.kind === 'trust' ? ' · imports have their own list' : '';
  return (
    <Page title="History" subtitle={`${inView.name} · changes made by hand, newest first${more}`}>
      <NotSaved />
      <List changes={changes} />
    </Page>
  );
}

function List({ changes }: { changes: Changes }) {
  const list = useQuery({ queryKey: ['history list', changes.owner], queryFn: changes.list });
  const [open, setOpen] = useState<number | null>(null);
  useOpened('change', (key) => setOpen(Number(key)));
  const close = () => setOpen(null);
  return (
    <Answered query={list}>
      {(entries) => {
        const entry = entries.find(({ id }) => id === open);
        if (entries.length === 0)
          return (
            <EmptyState
              title="No changes yet"
              action={
                <ScreenLink to="/today" look="button">
                  See what is to do
                </ScreenLink>
              }
            >
              <p>
                Each change that you make by hand is listed here. Ctrl Z undoes the newest one, also after a restart.
              </p>
            </EmptyState>
          );
        return (
          <>
            <DataTable
              caption="Changes"
              columns={columnsOf(({ id }) => setOpen(id))}
              rows={entries}
              rowKey={({ id }) => id}
            />
            {entry && (
              <Dialog title={entry.label} wide onClose={close}>
                <p>
                  {whenAndWho(entry)}
                  {entry.undone ? ' · undone' : ''}
                </p>
                <ChangeRows entry={entry} changes={changes} />
                <DialogFoot onCancel={close} />
              </Dialog>
            )}
          </>
        );
      }}
    </Answered>
  );
}
