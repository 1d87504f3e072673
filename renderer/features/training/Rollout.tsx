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
import { Form } from '../../components/Form.tsx';
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
    means: 'People in post who have done the course and are in date, of all in post.',
  },
  {
    key: 'share',
    title: 'Share',
    number: true,
    share: true,
    value: ({ done }) => (done.denominator === 0 ? null : done.numerator / done.denominator),
    show: ({ done, meets }) => shareText(done, meets, { numerator: targetPercent, denominator: 100 }),
    means: 'In date ÷ all in post.',
  },
  {
    key: 'planned',
    title: 'There by',
    value: ({ planned }) => planned,
    show: ({ planned }) => shortDay(planned),
    means: 'The day by which the unit is to be there.',
  },
  { key: 'lead', title: 'Lead', value: ({ lead }) => lead },
  {
    key: 'state',
    title: 'Status',
    value: ({ state }) => rolloutStates[state].word,
    show: ({ state }) => <Status {...rolloutStates[state]} />,
    means: 'There, planned, overdue, or without a date.',
  },
];

const groupColumns = (targetPercent: number): Column<TrainingRollout['groups'][number]>[] => [
  { key: 'group', title: 'Staff group', header: true, value: ({ name }) => name },
  {
    key: 'done',
    title: 'In date',
    value: ({ done }) => fractionText(done),
    means: 'People in post who have done the course and are in date, of all in post.',
  },
  {
    key: 'share',
    title: 'Share',
    number: true,
    share: true,
    value: ({ done }) => (done.denominator === 0 ? null : done.numerator / done.denominator),
    show: ({ done, meets }) => shareText(done, meets, { numerator: targetPercent, denominator: 100 }),
    means: 'In date ÷ all in post.',
  },
  {
    key: 'meets',
    title: `${targetPercent} % of the group`,
    means: 'Whether the share has reached what is aimed at.',
    value: ({ meets }) => (meets === null ? null : meets ? 'Reached' : 'Not yet'),
    show: ({ meets }) =>
      meets !== null && <Status kind={meets ? 'green' : 'red'} word={meets ? 'Reached' : 'Not yet'} />,
  },
];
const monthColumns: Column<TrainingRollout['months'][number]>[] = [
  {
    key: 'month',
    title: 'Month',
    header: true,
    value: ({ month }) => month,
    show: ({ month }) => shortDay(`${month}-01`).replace(/^1 /, ''),
  },
  {
    key: 'people',
    title: 'People',
    number: true,
    value: ({ people }) => people,
    means: 'People who did the course in the month.',
  },
  {
    key: 'soFar',
    title: 'So far',
    number: true,
    value: ({ soFar }) => soFar,
    means: 'People who did it up to the end of the month.',
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
          <DataTable
            caption={`${rollout.name} by staff group`}
            columns={groupColumns(rollout.targetPercent)}
            rows={rollout.groups}
            rowKey={({ group }) => group}
          />
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
          <DataTable
            caption={`${rollout.name} by month`}
            columns={monthColumns}
            rows={rollout.months}
            rowKey={({ month }) => month}
          />
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
      <Form onSubmit={submit}>
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
        <DialogFoot
          save="Save the plan of the unit"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'rollout_unit', fields: { rollout: rollout.key, unit: unit.unit } }}
        />
      </Form>
    </Dialog>
  );
}
