import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MonthlyCounts, RedFlagAction } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { ActionForm } from './ActionForm.tsx';
import { monthText } from './months.ts';

type Open = { action: RedFlagAction | null } | null;

/** What was done about red flags of the months in view. */
export function Actions({ counts }: { counts: MonthlyCounts }) {
  const trust = useTrust();
  const [open, setOpen] = useState<Open>(null);
  const months = counts.columns.flatMap((column) => column.months);
  const [first = '', last = first] = [months[0], months[months.length - 1]];
  const actions = useQuery({
    queryKey: ['assurance', trust.code, 'actions', first, last],
    queryFn: () => planner.assurance.actions({ trust: trust.code, first, last }),
  });
  const remove = useAct(
    (id: number) => planner.assurance.removeAction({ trust: trust.code, id }),
    () => 'The action is removed. Undo brings it back.',
  );
  const columns: Column<RedFlagAction>[] = [
    { key: 'month', title: 'Month', value: ({ month }) => month, show: ({ month }) => monthText(month), header: true },
    {
      key: 'flag',
      title: 'About',
      value: ({ flagName }) => flagName,
      means: 'The red flag, count or requirement that the action is for.',
    },
    { key: 'unit', title: 'Unit', value: ({ unitName }) => unitName ?? 'All units' },
    { key: 'action', title: 'Action', value: ({ action }) => action },
    { key: 'lead', title: 'Lead', value: ({ lead }) => lead },
    {
      key: 'state',
      title: 'State',
      value: stateText,
      show: (action) => <State action={action} />,
      means: 'Open, done, or overdue by its day.',
    },
    {
      key: 'change',
      title: 'Change',
      acts: true,
      value: () => null,
      show: (action) => (
        <span className="grid-tools">
          <button
            type="button"
            className="link"
            aria-label={`Change: ${action.action}`}
            onClick={() => setOpen({ action })}
          >
            Change
          </button>
          <button
            type="button"
            className="link"
            aria-label={`Remove: ${action.action}`}
            onClick={() => remove.mutate(action.id)}
          >
            Remove
          </button>
        </span>
      ),
    },
  ];
  return (
    <section aria-label="Actions taken">
      <div className="grid-head">
        <h2>Actions taken</h2>
        <Button onClick={() => setOpen({ action: null })}>Add an action</Button>
      </div>
      <Answered query={actions}>
        {(rows) =>
          rows.length === 0 ? (
            <p>No action is entered for these months. Add what was done about red flags; the board report lists it.</p>
          ) : (
            <DataTable caption="Actions about red flags" columns={columns} rows={rows} rowKey={({ id }) => id} />
          )
        }
      </Answered>
      {open && (
        <Dialog
          title={open.action ? 'Change the action' : 'Add an action'}
          record={open.action?.id}
          onClose={() => setOpen(null)}
        >
          <ActionForm counts={counts} action={open.action} latest={last} onDone={() => setOpen(null)} />
        </Dialog>
      )}
    </section>
  );
}

function stateText({ due, done }: RedFlagAction): string {
  if (done) return `Done ${dateText(done)}`;
  return due ? `Due ${dateText(due)}` : 'Open';
}

function State({ action }: { action: RedFlagAction }) {
  return <Status kind={action.done ? 'green' : action.due ? 'amber' : 'blue'} word={stateText(action)} />;
}
