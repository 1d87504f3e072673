import { Select, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { Trust, Unit } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Form } from '../../components/Form.tsx';
import { unitKinds } from './unit-kinds.ts';

/** Adds a unit, or changes the given one. */
export function UnitForm({ trust, unit, onDone }: { trust: Trust; unit: Unit | null; onDone: () => void }) {
  const [name, setName] = useState(unit?.name ?? '');
  const [kind, setKind] = useState(unit?.kind ?? 'other');
  const [site, setSite] = useState(trust.sites.find(({ id }) => id === unit?.siteId)?.name ?? '');
  const values = { trust: trust.code, name, kind, site: site || null };
  const save = useAct(
    () => (unit ? planner.organisation.changeUnit({ ...values, id: unit.id }) : planner.organisation.addUnit(values)),
    () => `Saved ${name}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: onDone });
  };
  const ownKind = unitKinds.some(({ key }) => key === kind) ? [] : [{ key: kind, name: kind }];
  return (
    <Form onSubmit={submit}>
      <TextInput
        id="unit-name"
        label="Name, as your rosters give it"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={save.isError ? sentence(save.error) : undefined}
        autoComplete="off"
      />
      <Select id="unit-kind" label="Kind" value={kind} onChange={(event) => setKind(event.target.value)}>
        {[...unitKinds, ...ownKind].map((option) => (
          <Select.Option key={option.key} value={option.key}>
            {option.name}
          </Select.Option>
        ))}
      </Select>
      {kind === 'other' && (
        <TextInput
          id="unit-own-kind"
          label="Your own word for the kind (optional)"
          autoComplete="off"
          onBlur={(event) => event.target.value.trim() && setKind(event.target.value.trim())}
        />
      )}
      {trust.sites.length > 0 && (
        <Select id="unit-site" label="Site" value={site} onChange={(event) => setSite(event.target.value)}>
          <Select.Option value="">No site</Select.Option>
          {trust.sites.map(({ id, name: siteName }) => (
            <Select.Option key={id} value={siteName}>
              {siteName}
            </Select.Option>
          ))}
        </Select>
      )}
      <DialogFoot
        save="Save the unit"
        isSaving={save.isPending}
        onCancel={onDone}
        history={unit && { kind: 'unit', key: String(unit.id) }}
      />
    </Form>
  );
}
