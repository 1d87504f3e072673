import { type FormEvent, useState } from 'react';
import type { Mentoring } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { dateText } from '../../components/numbers.ts';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';

type Key = 'held' | 'movedTo' | 'reason' | 'outcome';
type Way = 'held' | 'moved' | 'not_applicable' | 'open';

const ways: Record<Way, string> = {
  held: 'It was held',
  moved: 'Move it to another day',
  not_applicable: 'It does not apply',
  open: 'Still to be done',
};
const reason: Field<Key> = { key: 'reason', label: 'Why', most: 200 };
const fieldsOf: Record<Way, Field<Key>[]> = {
  held: [
    { key: 'held', label: 'Held on', kind: 'date' },
    { key: 'outcome', label: 'Outcome and agreed actions', kind: 'words', most: 500 },
  ],
  moved: [{ key: 'movedTo', label: 'New day', kind: 'date' }, reason],
  not_applicable: [reason],
  open: [],
};

/** A meeting or review with the mentor: held, moved or not applicable. */
export function StepDialog({ mentoring, step, onClose }: { mentoring: Mentoring; step: string; onClose: () => void }) {
  const trust = useTrust().code;
  const found = mentoring.steps.find((one) => one.step === step);
  const [way, setWay] = useState<Way>(
    found?.status === 'not_applicable' ? 'not_applicable' : found?.movedTo && !found.held ? 'moved' : 'held',
  );
  const form = useForm<Key>('step', way === 'moved' ? 'movedTo' : way === 'not_applicable' ? 'reason' : 'held', () => ({
    held: found?.held ?? '',
    movedTo: found?.movedTo ?? '',
    reason: found?.reason ?? '',
    outcome: found?.outcome ?? '',
  }));
  const save = useAct(
    () => {
      const sent = Object.fromEntries(fieldsOf[way].map(({ key }) => [key, typedOrNull(form.typed[key])])) as Partial<
        Record<Key, string | null>
      >;
      const { aboutNoPatient } = form.patients;
      return planner.preceptorship.setMentoringStep({ trust, id: mentoring.id, step, ...sent, aboutNoPatient });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { held, movedTo, reason: why } = form.typed;
    const sound = form.judge({
      ...(way === 'held' && !held ? { held: 'Enter the day on which it was held.' } : {}),
      ...(way === 'moved' && !movedTo ? { movedTo: 'Enter the new day.' } : {}),
      ...((way === 'moved' || way === 'not_applicable') && !why.trim() ? { reason: 'Say why.' } : {}),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  if (!found) return null;
  return (
    <Dialog title={`${found.name}: ${mentoring.name}`} onClose={onClose}>
      <p>
        Due {dateText(found.due)}
        {mentoring.mentor ? ` · mentor ${mentoring.mentor}` : ' · no mentor named yet'}
      </p>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <fieldset className="form__fieldset">
          <legend>What happened</legend>
          {(Object.keys(ways) as Way[]).map((key) => (
            <label className="choice" key={key}>
              <input type="radio" name="way" checked={way === key} onChange={() => setWay(key)} />
              {ways[key]}
            </label>
          ))}
        </fieldset>
        <Fields id="step" fields={fieldsOf[way]} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot
          save="Save"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'mentoring_step', fields: { mentoring_id: mentoring.id, step } }}
        />
      </Form>
    </Dialog>
  );
}
