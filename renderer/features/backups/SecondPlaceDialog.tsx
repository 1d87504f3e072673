import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Form } from '../../components/Form.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Where each backup is copied to, too. */
export function SecondPlaceDialog({ folder, onClose }: { folder: string | null; onClose: () => void }) {
  const [typed, setTyped] = useState(folder ?? '');
  const save = useAct(
    (place: string | null) => planner.backups.setSecond({ folder: place }),
    (_, place) => (place === null ? 'Backups are kept in one place' : 'Each new backup is copied there too'),
  );
  return (
    <Dialog title="Second place for backups" onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(typed, { onSuccess: onClose });
        }}
      >
        <TextInput
          id="second-place"
          label="Folder on another disk or a network share"
          hint="The whole path, such as \\server\maternity\backups or H:\Planner backups"
          autoComplete="off"
          value={typed}
          error={save.isError ? sentence(save.error) : undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <DialogFoot save="Copy backups there" isSaving={save.isPending} onCancel={onClose}>
          {folder !== null && (
            <Button disabled={save.isPending} onClick={() => save.mutate(null, { onSuccess: onClose })}>
              Keep one place only
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
