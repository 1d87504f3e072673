import { type FormEvent, useState } from 'react';
import type { SignOff } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { savedWords } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';

const keys = ['state', 'assessor', 'assessorSigned', 'precepteeSigned'] as const;
type Key = (typeof keys)[number];

interface CompetencyDialogProps {
  preceptee: string;
  signOff: SignOff;
  /** Null for several, which are chosen here. */
  competency: string | null;
  onClose: () => void;
}

/** How far a preceptee is with a competency, or with several alike, and who has signed. */
export function CompetencyDialog({ preceptee, signOff, competency, onClose }: CompetencyDialogProps) {
  const trust = useTrust().code;
  const found = signOff.competencies.find((one) => one.competency === competency);
  const open = signOff.competencies.filter(({ complete }) => !complete);
  const [chosen, setChosen] = useState<readonly string[]>(competency === null ? [] : [competency]);
  const form = useForm<Key>(
    'competency',
    'state',
    () =>
      Object.fromEntries(keys.map((key) => [key, found?.[key] ?? (key === 'state' ? 'competent' : '')])) as Record<
        Key,
        string
      >,
  );
  const assessors = [...new Set(signOff.competencies.map(({ assessor }) => assessor))].filter((one) => one !== null);
  const fields: Field<Key>[] = [
    { key: 'state', label: 'State', choices: signOff.states },
    {
      key: 'assessor',
      label: 'Assessor',
      hint: 'by name, not the preceptee',
      choices: assessors.map((name) => ({ key: name, name })),
      open: true,
    },
    { key: 'assessorSigned', label: 'Assessor signed on', kind: 'date' },
    { key: 'precepteeSigned', label: 'Preceptee signed on', kind: 'date' },
  ];
  const save = useAct(
    () =>
      planner.preceptorship.setCompetencies({
        trust,
        key: preceptee,
        competencies: [...chosen],
        state: form.typed.state,
        assessor: typedOrNull(form.typed.assessor),
        assessorSigned: typedOrNull(form.typed.assessorSigned),
        precepteeSigned: typedOrNull(form.typed.precepteeSigned),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => savedWords(label),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge(chosen.length === 0 ? { state: 'Choose at least one competency.' } : {});
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  const choose = (one: string, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before, one] : before.filter((other) => other !== one)));
  return (
    <Dialog
      title={found ? `${found.number} ${found.title}` : 'Record several competencies'}
      record={preceptee}
      wide
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {!found && (
          <fieldset className="form__fieldset">
            <legend>Which are alike</legend>
            <Button onClick={() => setChosen(open.map((one) => one.competency))}>Choose all {open.length}</Button>
            <div className="competencies">
              {open.map((one) => (
                <label className="choice" key={one.competency}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(one.competency)}
                    onChange={({ target }) => choose(one.competency, target.checked)}
                  />
                  {one.number} {one.title}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <Fields id="competency" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot
          save="Save"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'competency_sign_off', fields: { preceptee_key: preceptee } }}
        />
      </Form>
    </Dialog>
  );
}
