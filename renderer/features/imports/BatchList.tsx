import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Batch } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { clockText, dateText, daysText, decimal } from '../../components/numbers.ts';
import { BatchDialog } from './BatchDialog.tsx';
import { UndoDialog } from './UndoDialog.tsx';

/** What was imported into the trust, newest first: open it, undo it whole, do it again. */
export function BatchList({ onMend }: { onMend: (batch: Batch) => void }) {
  const trust = useTrust();
  const list = useQuery({
    queryKey: ['imports', trust.code],
    queryFn: () => planner.imports.list({ trust: trust.code }),
  });
  const [opened, setOpened] = useState<number | null>(null);
  useOpened('import', (key) => setOpened(Number(key)));
  const [undoing, setUndoing] = useState<Batch | null>(null);
  const redo = useAct(
    (batch: number) => planner.imports.redo({ batch }),
    ({ fileName }) => `${fileName} is in force again`,
  );

  const columns: Column<Batch>[] = [
    { key: 'file', title: 'File', value: ({ fileName }) => fileName, header: true },
    { key: 'kind', title: 'Kind', value: ({ title }) => title, means: 'What the file was recognised as.' },
    {
      key: 'period',
      title: 'Period',
      value: ({ period }) => period?.first ?? '',
      show: ({ period }) => (period ? daysText(period) : ''),
      means: 'The days that its rows are about.',
    },
    {
      key: 'accepted',
      title: 'Stored',
      value: ({ accepted }) => accepted,
      show: ({ accepted }) => decimal(accepted, 0),
      number: true,
      means: 'Rows that were stored.',
    },
    {
      key: 'refused',
      title: 'Left out',
      value: ({ refused }) => refused,
      number: true,
      means: 'Rows that were refused, each with its reason.',
    },
    {
      key: 'when',
      title: 'Imported',
      value: ({ committedAt }) => committedAt,
      show: ({ committedAt, committedBy }) => `${dateText(committedAt)}, ${clockText(committedAt)}, ${committedBy}`,
    },
    { key: 'state', title: 'State', value: stateOf, means: 'In force, undone, or with rows mended later.' },
    {
      key: 'act',
      title: 'Actions',
      acts: true,
      value: () => '',
      show: (batch) => (
        <span className="actions">
          <Button onClick={() => setOpened(batch.id)} aria-label={`Open ${batch.fileName}`}>
            Open
          </Button>
          {batch.refused > 0 && !batch.undoneAt && (
            <Button onClick={() => onMend(batch)} aria-label={`Mend rows left out of ${batch.fileName}`}>
              Mend rows
            </Button>
          )}
          {batch.undoneAt ? (
            <Button
              onClick={() => redo.mutate(batch.id, { onError: (error) => announce(sentence(error)) })}
              aria-label={`Do the import of ${batch.fileName} again`}
            >
              Redo
            </Button>
          ) : (
            <Button onClick={() => setUndoing(batch)} aria-label={`Undo the import of ${batch.fileName}`}>
              Undo
            </Button>
          )}
        </span>
      ),
    },
  ];

  return (
    <Answered query={list}>
      {(batches) => (
        <>
          {batches.length === 0 ? (
            <EmptyState title="Nothing was imported yet">
              <p>
                Choose a roster, a staff list or another of your exports above. The planner finds the headings by itself
                and asks where it is not sure.
              </p>
            </EmptyState>
          ) : (
            <DataTable caption="Imports" columns={columns} rows={batches} rowKey={({ id }) => id} />
          )}
          {opened !== null && <BatchDialog batch={opened} onClose={() => setOpened(null)} />}
          {undoing && <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />}
        </>
      )}
    </Answered>
  );
}

/** In force or undone, and how many of its rows were mended after it. */
function stateOf({ undoneAt, mendedLater }: Batch): string {
  const later = mendedLater.reduce((sum, { rows }) => sum + rows, 0);
  return [undoneAt ? 'Undone' : 'In force', later > 0 && `${later} mended later`].filter(Boolean).join(', ');
}
