import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Form } from '../../components/Form.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Adds a site or a staff group by its name. */
export function NameForm({ trust, what, onDone }: { trust: string; what: 'site' | 'staff group'; onDone: () => void }) {
  const [name, setName] = useState('');
  const add = useAct(
    () =>
      what === 'site'
        ? planner.organisation.addSite({ trust, name })
        : planner.organisation.addStaffGroup({ trust, name }),
    () => `Added ${name}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <Form onSubmit={submit}>
      <TextInput
        id="new-name"
        label={`Name of the ${what}`}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={add.isError ? sentence(add.error) : undefined}
        autoComplete="off"
      />
      <DialogFoot save={<>Add the {what}</>} isSaving={add.isPending} onCancel={onDone} />
    </Form>
  );
}
