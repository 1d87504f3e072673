import { useState } from 'react';
import type { AssessmentShown, AssessmentSummary } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

interface AgreeDialogProps {
  readonly shown: AssessmentShown;
  readonly others: readonly AssessmentSummary[];
  readonly onAgreed: () => void;
  readonly onClose: () => void;
}

/** Agrees an assessment; those agreed before may be superseded by it, and are kept. */
export function AgreeDialog({ shown, others, onAgreed, onClose }: AgreeDialogProps) {
  const trust = useTrust().code;
  const agreed = others.filter(({ id, status }) => id !== shown.id && status === 'agreed');
  const [supersedes, setSupersedes] = useState(agreed.map(({ id }) => id));
  const agree = useAct(
    () => planner.establishment.setAssessmentStatus({ trust, id: shown.id, status: 'agreed', supersedes }),
    ({ label }) => label && `Saved: ${label}`,
  );
  return (
    <Dialog title={`Agree ${shown.name}`} onClose={onClose}>
      <p>An agreed assessment stays as it is. It can be made a draft again.</p>
      {shown.head.date === null && <p className="note note--attention">It has no date yet, so its age is not known.</p>}
      {agreed.length > 0 && (
        <fieldset className="form__fieldset">
          <legend>It supersedes</legend>
          {agreed.map(({ id, name }) => (
            <label key={id} className="choice">
              <input
                type="checkbox"
                checked={supersedes.includes(id)}
                onChange={({ target: { checked } }) =>
                  setSupersedes(checked ? [...supersedes, id] : supersedes.filter((other) => other !== id))
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {agree.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(agree.error)}
        </p>
      )}
      <DialogFoot
        save="Agree the assessment"
        history={{ kind: 'assessment', key: String(shown.id) }}
        isSaving={agree.isPending}
        onSave={() => agree.mutate(undefined, { onSuccess: onAgreed })}
        onCancel={onClose}
      />
    </Dialog>
  );
}
