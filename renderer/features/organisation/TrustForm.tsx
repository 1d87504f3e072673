import { Select, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { Trust } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Form } from '../../components/Form.tsx';

/** Changes the name of a trust and the LMNS or ICB that it belongs to. */
export function TrustForm({ trust, onDone }: { trust: Trust; onDone: () => void }) {
  const [name, setName] = useState(trust.name);
  const [systemName, setSystemName] = useState(trust.system?.name ?? '');
  const [kind, setKind] = useState<'LMNS' | 'ICB'>(trust.system?.kind ?? 'LMNS');
  const system = systemName.trim() ? { name: systemName, kind } : null;
  const save = useAct(
    () => planner.organisation.renameTrust({ trust: trust.code, name, system }),
    () => `Saved ${name}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <Form onSubmit={submit}>
      <TextInput
        id="trust-name"
        label="Name of the trust"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={save.isError ? sentence(save.error) : undefined}
        autoComplete="off"
      />
      <TextInput
        id="trust-system"
        label="Name of the LMNS or ICB (optional)"
        value={systemName}
        onChange={(event) => setSystemName(event.target.value)}
        autoComplete="off"
      />
      <Select
        id="trust-system-kind"
        label="It is an"
        value={kind}
        onChange={(event) => setKind(event.target.value as 'LMNS' | 'ICB')}
      >
        <Select.Option value="LMNS">LMNS</Select.Option>
        <Select.Option value="ICB">ICB</Select.Option>
      </Select>
      <DialogFoot
        save="Save the trust"
        isSaving={save.isPending}
        onCancel={onDone}
        history={{ kind: 'trust', fields: { code: trust.code } }}
      />
    </Form>
  );
}
