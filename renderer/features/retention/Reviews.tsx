import { type FormEvent, useState } from 'react';
import type { RetentionAction, RetentionPlan } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { dateText } from '../../components/numbers.ts';
import { typedOrNull, useForm } from '../../components/use-form.ts';

/** When an action was reviewed, by whom, and what was found. */
export function Reviews({ plan, action }: { plan: RetentionPlan; action: RetentionAction }) {
  const trust = useTrust().code;
  const [adding, setAdding] = useState(false);
  const remove = useAct(
    (id: number) => planner.retention.removeReview({ trust, key: action.key, id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  return (
    <section aria-labelledby="reviews-title">
      <div className="chart-section__head">
        <h2 id="reviews-title">Reviews</h2>
        <Button onClick={() => setAdding(true)}>Add a review</Button>
      </div>
      {action.reviews.length === 0 ? (
        <p>It was not reviewed yet.</p>
      ) : (
        <ul className="action-reviews">
          {action.reviews.map(({ id, day, reviewer, found, confidence }) => (
            <li key={id}>
              <strong>{dateText(day)}</strong> {reviewer}
              {confidence &&
                ` · confidence ${(plan.confidenceLevels.find(({ key }) => key === confidence)?.name ?? confidence).toLowerCase()}`}{' '}
              <Button
                aria-label={`Remove the review of ${dateText(day)}`}
                onClick={() => remove.mutate(id, { onError: (error) => announce(sentence(error)) })}
              >
                Remove
              </Button>
              {found && <p>{found}</p>}
            </li>
          ))}
        </ul>
      )}
      {adding && <ReviewDialog plan={plan} action={action} onClose={() => setAdding(false)} />}
    </section>
  );
}

type Key = 'day' | 'reviewer' | 'found' | 'confidence' | 'nextReview';

function ReviewDialog({
  plan,
  action,
  onClose,
}: {
  plan: RetentionPlan;
  action: RetentionAction;
  onClose: () => void;
}) {
  const trust = useTrust().code;
  const form = useForm<Key>('review', 'reviewer', () => ({
    day: plan.on,
    reviewer: '',
    found: '',
    confidence: action.confidence ?? '',
    nextReview: '',
  }));
  const save = useAct(
    () =>
      planner.retention.addReview({
        trust,
        key: action.key,
        day: form.typed.day,
        reviewer: form.typed.reviewer,
        found: typedOrNull(form.typed.found),
        confidence: typedOrNull(form.typed.confidence),
        nextReview: typedOrNull(form.typed.nextReview),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge({
      ...(form.typed.day ? {} : { day: 'Enter the day of the review.' }),
      ...(form.typed.reviewer.trim() ? {} : { reviewer: 'Enter who reviewed it.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title="Add a review" record={action.key} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="review"
          fields={[
            { key: 'day', label: 'Reviewed on', kind: 'date' },
            { key: 'reviewer', label: 'By (role or group)' },
            {
              key: 'confidence',
              label: 'Confidence that it will work',
              choices: plan.confidenceLevels,
              none: 'Not said',
            },
            { key: 'nextReview', label: 'Next review', kind: 'date' },
            { key: 'found', label: 'What was found', kind: 'words' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save the review"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'action', key: action.key }}
        />
      </Form>
    </Dialog>
  );
}
