import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { Form } from '../../../components/Form.tsx';

/** Asks for the role before a confidential conversation is opened. */
export function RoleDialog({ onRole, onClose }: { onRole: (role: string) => void; onClose: () => void }) {
  const [role, setRole] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role.trim()) onRole(role);
  };
  return (
    <Dialog title="This conversation is confidential" onClose={onClose}>
      <Form onSubmit={submit}>
        <p>
          Only the role that keeps its record may open it. The planner does not check who you are: it asks you to say
          so.
        </p>
        <TextInput
          id="own-role"
          label="Your role"
          value={role}
          autoComplete="off"
          onChange={({ currentTarget }) => setRole(currentTarget.value)}
        />
        <DialogFoot save="Open the conversation" act="view" onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
