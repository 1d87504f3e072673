import { useMutation } from '@tanstack/react-query';
import type { Backup } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { decimal } from '../../components/numbers.ts';
import { madeText, reasonWords, sizeText } from './words.ts';

/** Every backup with when and why it was made, and what can be done with it. */
export function BackupTable({ backups, onRestore }: { backups: Backup[]; onRestore: (backup: Backup) => void }) {
  const save = useMutation({
    mutationFn: async (name: string) => saveExported(await planner.backups.file({ name })),
    onSuccess: (told) => told && announce(told),
    onError: (error) => announce(sentence(error)),
  });
  const remove = useAct(
    (name: string) => planner.backups.remove({ name }),
    () => 'Removed the backup',
  );
  const columns: Column<Backup>[] = [
    {
      key: 'made',
      title: 'Made',
      value: ({ madeAt }) => madeAt,
      show: ({ madeAt }) => madeText(madeAt),
      header: true,
    },
    {
      key: 'reason',
      title: 'Why',
      value: ({ reason }) => (reason === null ? '' : reasonWords[reason]),
      means: 'Made by hand, by the clock, or by the planner before something that cannot be undone.',
    },
    {
      key: 'rows',
      title: 'Rows',
      value: ({ rows }) => rows,
      show: ({ rows }) => (rows === null ? '' : decimal(rows, 0)),
      number: true,
      means: 'Rows of all tables together.',
    },
    { key: 'size', title: 'Size', value: ({ bytes }) => bytes, show: ({ bytes }) => sizeText(bytes), number: true },
    {
      key: 'locked',
      title: 'Locked',
      value: ({ isLocked }) => (isLocked ? 'Yes' : 'No'),
      means: 'Whether it opens only with the passphrase.',
    },
    {
      key: 'version',
      title: 'Planner',
      value: ({ appVersion }) => appVersion,
      means: 'The version of the planner that made it.',
    },
    {
      key: 'act',
      title: 'Actions',
      acts: true,
      value: () => '',
      show: (backup) => {
        const of = `the backup of ${madeText(backup.madeAt)}`;
        return (
          <>
            <Button disabled={backup.madeAt === null} aria-label={`Restore ${of}`} onClick={() => onRestore(backup)}>
              Restore
            </Button>{' '}
            <Button
              disabled={save.isPending}
              aria-label={`Save a copy of ${of}`}
              onClick={() => save.mutate(backup.name)}
            >
              Save a copy
            </Button>{' '}
            {backup.reason === 'by-hand' && (
              <Button
                aria-label={`Remove ${of}`}
                onClick={() => remove.mutate(backup.name, { onError: (error) => announce(sentence(error)) })}
              >
                Remove
              </Button>
            )}
          </>
        );
      },
    },
  ];
  return <DataTable caption="Backups" columns={columns} rows={backups} rowKey={({ name }) => name} />;
}
