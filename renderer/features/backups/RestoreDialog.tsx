import { useMutation, useQuery } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { BackupPreview, BackupSource } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Form } from '../../components/Form.tsx';
import { clockText, counted, dateText, decimal } from '../../components/numbers.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

const asksForPassphrase = (error: unknown) =>
  error instanceof ORPCError && ['PASSPHRASE_NEEDED', 'PASSPHRASE_WRONG'].includes(String(error.code));

/** What restoring would change, then the restore itself. */
export function RestoreDialog({ from, of, onClose }: { from: BackupSource; of: string; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  const preview = useQuery({
    queryKey: ['backup preview', from, tried],
    queryFn: () => planner.backups.preview({ from, typed: tried }),
    gcTime: 0,
  });
  const restore = useMutation({
    mutationFn: () => planner.backups.restore({ from, typed: tried }),
    // Nothing on the page is true any more, nor are the drafts that it keeps.
    onSuccess: () => location.reload(),
  });
  const isAsked = preview.isError && asksForPassphrase(preview.error);
  return (
    <Dialog title={`Restore the backup of ${of}`} wide onClose={onClose}>
      {preview.isPending && <p role="status">Reading the backup…</p>}
      {isAsked && (
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            setTried(typed);
          }}
        >
          <TextInput
            id="backup-passphrase"
            type="password"
            label="Passphrase or recovery code"
            autoComplete="off"
            value={typed}
            error={tried === null ? undefined : sentence(preview.error)}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <DialogFoot save="Open the backup" isSaving={typed === ''} onCancel={onClose} />
        </Form>
      )}
      {preview.isError && !isAsked && (
        <>
          <p className="note note--wrong" role="alert">
            {sentence(preview.error)}
          </p>
          <DialogFoot onCancel={onClose} />
        </>
      )}
      {preview.data && (
        <>
          <WhatChanges preview={preview.data} />
          {restore.isError && (
            <p className="note note--wrong" role="alert">
              {sentence(restore.error)}
            </p>
          )}
          <DialogFoot
            save={restore.isPending ? 'Restoring…' : 'Restore this backup'}
            isSaving={restore.isPending}
            onSave={() => restore.mutate()}
            removes
            onCancel={onClose}
            cancel="Keep what is here"
          />
        </>
      )}
    </Dialog>
  );
}

const columns: Column<BackupPreview['tables'][number]>[] = [
  { key: 'name', title: 'What', header: true, value: ({ name }) => name },
  {
    key: 'now',
    title: 'Now',
    number: true,
    value: ({ now }) => now,
    show: ({ now }) => decimal(now, 0),
    means: 'Rows that are stored now.',
  },
  {
    key: 'backup',
    title: 'In the backup',
    number: true,
    value: ({ inBackup }) => inBackup,
    show: ({ inBackup }) => decimal(inBackup, 0),
    means: 'Rows that would be stored after the backup is restored.',
  },
];

function WhatChanges({ preview }: { preview: BackupPreview }) {
  const { madeAt, tables, changesSince, changesSinceCount, importsGoing, importsBack } = preview;
  return (
    <>
      <p>
        Everything in the planner becomes what it was on {dateText(madeAt)} at {clockText(madeAt)}. What is here now is
        backed up first, so that you can come back to it.
      </p>
      {tables.length === 0 && changesSinceCount === 0 && <p>The backup holds the same number of everything.</p>}
      {importsGoing.length > 0 && <p>Imports that go: {importsGoing.join(', ')}.</p>}
      {importsBack.length > 0 && <p>Imports that come back: {importsBack.join(', ')}.</p>}
      {changesSinceCount > 0 && (
        <>
          <h3>{counted(changesSinceCount, 'change')} by hand since then would go</h3>
          <ul className="scroll-list">
            {changesSince.map(({ at, label }) => (
              <li key={at + label}>
                {dateText(at)}, {clockText(at)}: {label}
              </li>
            ))}
          </ul>
        </>
      )}
      {tables.length > 0 && (
        <DataTable caption="Rows now and in the backup" columns={columns} rows={tables} rowKey={({ name }) => name} />
      )}
    </>
  );
}
