import type { GapShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { announce } from '../../../components/announce.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DataTable, type Column } from '../../../components/DataTable.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

const hows = {
  own: 'as you said',
  name: 'by its name',
  staff_list: 'where most of its staff are',
  ledger: 'no unit has this name: choose one',
};

/** Which unit's posts each cost centre of the ledger funds. */
export function CostCentresDialog({ gap, onClose }: { gap: GapShown; onClose: () => void }) {
  const trust = useTrust();
  const put = useAct(planner.establishment.setCostCentre, ({ label }) => label);
  const columns: Column<GapShown['costCentres'][number]>[] = [
    {
      key: 'costCentre',
      title: 'Cost centre',
      header: true,
      value: ({ costCentre, name }) => [costCentre, name].filter(Boolean).join(' '),
    },
    {
      key: 'unit',
      title: 'Unit now',
      value: ({ unit }) => unit.name,
      means: 'The unit whose posts the cost centre funds.',
    },
    { key: 'how', title: 'How it is known', value: ({ how }) => hows[how] },
    {
      key: 'give',
      title: 'Give it to',
      acts: true,
      value: () => null,
      show: ({ costCentre, unit, how }) => (
        <select
          className="in-row"
          aria-label={`Unit of cost centre ${costCentre}`}
          value={how === 'own' ? String(unit.id) : ''}
          onChange={(event) =>
            put.mutate(
              { trust: trust.code, costCentre, unit: event.target.value ? Number(event.target.value) : null },
              { onError: (error) => announce(sentence(error)) },
            )
          }
        >
          <option value="">By name and staff list</option>
          {trust.units.map(({ id, name: unitName }) => (
            <option key={id} value={id}>
              {unitName}
            </option>
          ))}
        </select>
      ),
    },
  ];
  return (
    <Dialog title="Cost centres and their units" wide onClose={onClose}>
      <p>The ledger funds cost centres; the gap is shown by unit. Undo takes a choice back.</p>
      <DataTable
        caption="Cost centres and their units"
        columns={columns}
        rows={gap.costCentres}
        rowKey={({ costCentre }) => costCentre}
      />
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
