import { type FormEvent, useState } from 'react';
import type { RolloutUnit, TrainingRollout } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Status } from '../../components/Status.tsx';
import { typedCells, useForm } from '../../components/use-form.ts';
import { fractionText, shareText, shortDay } from './words.ts';

export const rolloutStates = {
  there: { kind: 'green', word: 'There' },
  planned: { kind: 'blue', word: 'Planned' },
  overdue: { kind: 'red', word: 'Overdue' },
  no_date: { kind: 'amber', word: 'No date yet' },
} as const;

const columnsFor = (targetPercent: number, onOpen: (unit: string) => void): Column<RolloutUnit>[] => [
  {
    key: 'unit',
    title: 'Unit',
    header: true,
    value: ({ unit }) => unit || 'No unit',
    show: ({ unit }) => (
      <button type="button" className="link" onClick={() => onOpen(unit)}>
        {unit || 'No unit'}
      </button>
    ),
  },
  {
    key: 'done',
    title: 'In date',
    value: ({ done }) => done.numerator,
    show: ({ done }) => fractionText(done),
  },
  {
    key: 'share',
    title: 'Share',
    number: true,
    value: ({ done }) => (done.denominator === 0 ? null : done.numerator / done.denominator),
    show: ({ done, meets }) => shareText(done, meets, { numerator: targetPercent, denominator: 100 }),
  },
  { key: 'planned', title: 'There by', value: ({ planned }) => planned, show: ({ planned }) => shortDay(planned) },
  { key: 'lead', title: 'Lead', value: ({ lead }) => lead },
  {
    key: 'state',
    title: 'Status',
    value: ({ state }) => rolloutStates[state].word,
    show: ({ state }) => <Status {...rolloutStates[state]} />,
  },
];

/** How far a roll-out is: by staff group, by unit with the day by which each is to be there, and month by month. */
export function Rollout({ rollout }: { rollout: TrainingRollout }) {
  const trust = useTrust().code;
  const [open, setOpen] = useState<string | null>(null);
  const count = useAct(
    () => planner.training.countRollout({ trust, rollout: rollout.key }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const opened = rollout.units.find(({ unit }) => unit === open);
  const threshold = { numerator: rollout.targetPercent, denominator: 100 };
  return (
    <section>
      {rollout.course === null ? (
        <EmptyState
          title={`${rollout.name} is not counted yet`}
          action={
            <Button
              kind="main"
              disabled={count.isPending}
              onClick={() => count.mutate(undefined, { onError: (error) => announce(sentence(error)) })}
            >
              Count this course
            </Button>
          }
        >
          <p>
            Once it is a course of yours, the training file, sessions and certificates tell who has done it. The names
            that your staff record gives it are entered under Courses and packs, or when a file is imported.
          </p>
        </EmptyState>
      ) : (
        <>
          <h2>By staff group</h2>
          <div className="table-scroll">
            <table className="table">
              <caption className="unseen">{rollout.name} by staff group</caption>
              <thead>
                <tr>
                  <th scope="col">Staff group</th>
                  <th scope="col">In date</th>
                  <th scope="col" className="number">
                    Share
                  </th>
                  <th scope="col">{rollout.targetPercent} % of the group</th>
                </tr>
              </thead>
              <tbody>
                {rollout.groups.map(({ group, name, done, meets }) => (
                  <tr key={group}>
                    <th scope="row">{name}</th>
                    <td>{fractionText(done)}</td>
                    <td className="number">{shareText(done, meets, threshold)}</td>
                    <td>
                      {meets !== null && <Status kind={meets ? 'green' : 'red'} word={meets ? 'Reached' : 'Not yet'} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <h2>By unit</h2>
      <DataTable
        caption={`${rollout.name} by unit`}
        columns={columnsFor(rollout.targetPercent, setOpen)}
        rows={rollout.units}
        rowKey={({ unit }) => unit}
      />
      {rollout.months.length > 0 && (
        <>
          <h2>By month</h2>
          <div className="table-scroll">
            <table className="table">
              <caption className="unseen">{rollout.name} by month</caption>
              <thead>
                <tr>
                  <th scope="col">Month</th>
                  <th scope="col" className="number">
                    People
                  </th>
                  <th scope="col" className="number">
                    So far
                  </th>
                </tr>
              </thead>
              <tbody>
                {rollout.months.map(({ month, people, soFar }) => (
                  <tr key={month}>
                    <th scope="row">{shortDay(`${month}-01`).replace(/^1 /, '')}</th>
                    <td className="number">{people}</td>
                    <td className="number">{soFar}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {opened && <UnitDialog rollout={rollout} unit={opened} onClose={() => setOpen(null)} />}
    </section>
  );
}

const keys = ['planned', 'lead', 'note'] as const;

function UnitDialog({ rollout, unit, onClose }: { rollout: TrainingRollout; unit: RolloutUnit; onClose: () => void }) {
  const trust = useTrust().code;
  const form = useForm<(typeof keys)[number]>('rollout', 'planned', () => ({
    planned: unit.planned ?? '',
    lead: unit.lead ?? '',
    note: unit.note ?? '',
  }));
  const save = useAct(
    () =>
      planner.training.setRollout({
        trust,
        rollout: rollout.key,
        unit: unit.unit,
        ...typedCells(keys, form.typed),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={`${rollout.name}: ${unit.unit || 'no unit'}`} wide onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="rollout"
          fields={[
            { key: 'planned', label: `${rollout.targetPercent} % by`, kind: 'date' },
            { key: 'lead', label: 'Lead' },
            { key: 'note', label: 'Note (optional)', kind: 'words' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot save="Save the plan of the unit" isSaving={save.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
