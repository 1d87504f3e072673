import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Form } from '../../components/Form.tsx';

interface NameDialogProps {
  title: string;
  action: string;
  name: string;
  perform: (name: string) => Promise<{ label: string | null; id?: number }>;
  /** Called with the id of what was made, or null. */
  onDone: (id: number | null) => void;
}

/** Asks for the name of a scenario. */
export function NameDialog({ title, action, name: before, perform, onDone }: NameDialogProps) {
  const [name, setName] = useState(before);
  const save = useAct(perform, ({ label }) => label && `Saved: ${label}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(name, { onSuccess: ({ id }) => onDone(id ?? null) });
  };
  return (
    <Dialog title={title} onClose={() => onDone(null)}>
      <Form onSubmit={submit}>
        <TextInput
          id="scenario-name"
          label="Name of the scenario"
          value={name}
          autoComplete="off"
          error={save.isError ? sentence(save.error) : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <DialogFoot save={action} isSaving={save.isPending} onCancel={() => onDone(null)} />
      </Form>
    </Dialog>
  );
}
