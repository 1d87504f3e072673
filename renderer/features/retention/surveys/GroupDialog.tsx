import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { Form } from '../../../components/Form.tsx';

/** Asks who answered, where none of the usual groups fits. */
export function GroupDialog({ onNamed, onClose }: { onNamed: (group: string) => void; onClose: () => void }) {
  const [group, setGroup] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!group.trim()) return;
    onNamed(group.trim());
    onClose();
  };
  return (
    <Dialog title="Who answered" onClose={onClose}>
      <Form onSubmit={submit}>
        <TextInput
          id="survey-group"
          label="Group, site or unit"
          hint="such as Community midwives"
          maxLength={120}
          value={group}
          autoComplete="off"
          onChange={({ currentTarget }) => setGroup(currentTarget.value)}
        />
        <DialogFoot save="Show its results" act="view" onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
