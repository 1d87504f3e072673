import { Select } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Form } from '../../components/Form.tsx';

interface AddLineProps {
  /** Unit and staff group that are in view, to begin with. */
  unit: number | null;
  staffGroup: string | null;
  onAdded: (id: number, place: { unit: number; staffGroup: string }) => void;
  onCancel: () => void;
}

/** Adds a line for a unit, staff group and band; its figures are entered in the grid. */
export function AddLine({ unit, staffGroup, onAdded, onCancel }: AddLineProps) {
  const trust = useTrust();
  const [place, setPlace] = useState({
    unit: unit ?? trust.units[0]?.id ?? 0,
    staffGroup: staffGroup ?? trust.staffGroups[0]?.key ?? '',
    band: '6',
  });
  const add = useAct(
    () => planner.establishment.addLine({ trust: trust.code, ...place }),
    ({ label }) => label && `Saved: ${label}. Now enter its figures.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(undefined, { onSuccess: ({ id }) => onAdded(id, place) });
  };
  return (
    <Form onSubmit={submit}>
      <Select
        id="line-unit"
        label="Unit"
        value={place.unit}
        onChange={(event) => setPlace({ ...place, unit: Number(event.target.value) })}
      >
        {trust.units.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Select
        id="line-staff-group"
        label="Staff group"
        value={place.staffGroup}
        onChange={(event) => setPlace({ ...place, staffGroup: event.target.value })}
      >
        {trust.staffGroups.map(({ key, name }) => (
          <Select.Option key={key} value={key}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Select
        id="line-band"
        label="Band"
        value={place.band}
        error={add.isError ? sentence(add.error) : undefined}
        onChange={(event) => setPlace({ ...place, band: event.target.value })}
      >
        {trust.bands.map(({ key, name }) => (
          <Select.Option key={key} value={key}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <DialogFoot save="Add the line" isSaving={add.isPending} onCancel={onCancel} />
    </Form>
  );
}
