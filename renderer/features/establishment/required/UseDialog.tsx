import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssessmentShown, PlannedLine, UseOptions } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { wteText } from '../../../components/numbers.ts';
import { exactShown } from './amounts.ts';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

const columns: Column<PlannedLine>[] = [
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit.name },
  { key: 'group', title: 'Staff group', value: ({ staffGroup }) => staffGroup.name },
  { key: 'band', title: 'Band', header: true, value: ({ band }) => band.name },
  {
    key: 'before',
    title: 'Required now, WTE',
    number: true,
    value: ({ before }) => (before === null ? null : before / 100_000),
    show: ({ before }) => wteText(before),
    means: 'Required WTE of the line before the assessment is used.',
  },
  {
    key: 'required',
    title: 'Required then, WTE',
    number: true,
    value: ({ required }) => required / 100_000,
    show: ({ required }) => wteText(required),
    means: 'Required WTE of the line by the assessment.',
  },
  { key: 'change', title: 'What changes', value: ({ change }) => change, means: 'Required then less required now.' },
];

/** Shows the lines that an agreed assessment would require, and makes them the requirement as one change. */
export function UseDialog({ shown, onClose }: { shown: AssessmentShown; onClose: () => void }) {
  const trust = useTrust();
  const first = shown.areas.find(({ unit }) => unit !== null)?.unit ?? null;
  const [options, setOptions] = useState<UseOptions>({
    split: 'funded',
    midwivesBand: '6',
    supportBand: '3',
    specialistUnit: first,
    specialistBand: '7',
  });
  const ask = { trust: trust.code, id: shown.id, options };
  const plan = useQuery({
    queryKey: ['establishment', trust.code, 'required lines', shown.id, options],
    queryFn: () => planner.establishment.requiredLines(ask),
    placeholderData: (before) => before,
  });
  const apply = useAct(
    () => planner.establishment.adoptAssessment(ask),
    ({ label }) => (label ? `${label}: done. Undo takes it back.` : 'The establishment says so already.'),
  );
  const choose = (key: keyof UseOptions, label: string, items: readonly { value: string; name: string }[]) => (
    <label className="filter">
      {label}
      <select
        value={String(options[key] ?? '')}
        onChange={({ target: { value } }) =>
          setOptions({ ...options, [key]: key === 'specialistUnit' ? Number(value) : value })
        }
      >
        {items.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const bands = trust.bands.map(({ key, name }) => ({ value: key, name }));
  return (
    <Dialog title="Use as the required establishment" wide onClose={onClose}>
      <p>
        An assessment says WTE by area, not by band. The lines below take its place in the establishment, with{' '}
        <strong>{shown.name}</strong> as their source. Lines of an earlier assessment that this one does not need become
        0.00.
      </p>
      <div className="grid-tools">
        {choose('split', 'Shared over bands', [
          { value: 'funded', name: 'as the funded posts of the unit are' },
          { value: 'one band', name: 'not: all on one band' },
        ])}
        {choose('midwivesBand', options.split === 'funded' ? 'Midwives where none is funded' : 'Midwives on', bands)}
        {choose('supportBand', options.split === 'funded' ? 'Support where none is funded' : 'Support on', bands)}
        {choose(
          'specialistUnit',
          'Specialist and management posts at',
          trust.units.map(({ id, name }) => ({ value: String(id), name })),
        )}
        {choose('specialistBand', 'on', bands)}
      </div>
      {plan.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(plan.error)}
        </p>
      )}
      {plan.data && !plan.isError && (
        <DataTable
          caption="Required lines"
          columns={columns}
          rows={plan.data.lines}
          rowKey={({ unit, staffGroup, band }) => `${unit.id} ${staffGroup.key} ${band.key}`}
          footer={
            <tr className="table__total">
              <th scope="row" colSpan={4}>
                All lines of this assessment
              </th>
              <td className="number">{exactShown(plan.data.total)}</td>
              <td colSpan={1} aria-hidden="true" />
            </tr>
          }
        />
      )}
      {apply.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(apply.error)}
        </p>
      )}
      <DialogFoot
        save="Use these lines"
        isSaving={!plan.data || plan.isError || apply.isPending}
        onSave={() => apply.mutate(undefined, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  );
}
