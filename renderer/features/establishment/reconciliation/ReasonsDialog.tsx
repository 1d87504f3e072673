import { useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

/** The trust's own list of reasons, one a line; emptied, the app's list comes back. */
export function ReasonsDialog({ trust, reasons, onClose }: { trust: string; reasons: string[]; onClose: () => void }) {
  const [typed, setTyped] = useState(reasons.join('\n'));
  const save = useAct(
    (list: string[]) => planner.establishment.setReasons({ trust, reasons: list }),
    ({ label }) => label,
  );
  return (
    <Dialog title="Reasons to choose from" onClose={onClose}>
      {save.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(save.error)}
        </p>
      )}
      <label className="note-field">
        One reason on each line. Empty the box to go back to the app’s own list.
        <textarea
          className="nhsuk-textarea"
          rows={12}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <DialogFoot
        save="Save the reasons"
        onSave={() =>
          save.mutate(
            typed
              .split('\n')
              .map((reason) => reason.trim())
              .filter(Boolean),
            { onSuccess: onClose },
          )
        }
        onCancel={onClose}
      />
    </Dialog>
  );
}
