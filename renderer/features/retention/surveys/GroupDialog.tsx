import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';

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
      <form onSubmit={submit} noValidate>
        <TextInput
          id="survey-group"
          label="Group, site or unit"
          hint="such as Community midwives"
          maxLength={120}
          value={group}
          autoComplete="off"
          onChange={({ currentTarget }) => setGroup(currentTarget.value)}
        />
        <div className="dialog__actions">
          <Button kind="main" type="submit">
            Show its results
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
