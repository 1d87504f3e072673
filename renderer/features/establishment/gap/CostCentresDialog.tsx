import type { GapShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';

const hows = {
  own: 'as you said',
  name: 'by its name',
  staff_list: 'where most of its staff are',
  ledger: 'no unit has this name: choose one',
};

/** Which unit's posts each cost centre of the ledger funds. */
export function CostCentresDialog({ gap, onClose }: { gap: GapShown; onClose: () => void }) {
  const trust = useTrust();
  const put = useAct(planner.establishment.putCostCentre, ({ label }) => label);
  return (
    <Dialog title="Cost centres and their units" wide onClose={onClose}>
      <p>The ledger funds cost centres; the gap is shown by unit. Undo takes a choice back.</p>
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">Cost centres and their units</caption>
          <thead>
            <tr>
              <th scope="col">Cost centre</th>
              <th scope="col">Unit now</th>
              <th scope="col">How it is known</th>
              <th scope="col">Give it to</th>
            </tr>
          </thead>
          <tbody>
            {gap.costCentres.map(({ costCentre, name, unit, how }) => (
              <tr key={costCentre}>
                <th scope="row">{[costCentre, name].filter(Boolean).join(' ')}</th>
                <td>{unit.name}</td>
                <td>{hows[how]}</td>
                <td>
                  <select
                    className="in-row"
                    aria-label={`Unit of cost centre ${costCentre}`}
                    value={how === 'own' ? String(unit.id) : ''}
                    onChange={(event) =>
                      put.mutate(
                        {
                          trust: trust.code,
                          costCentre,
                          unit: event.target.value ? Number(event.target.value) : null,
                        },
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
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="dialog__actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
