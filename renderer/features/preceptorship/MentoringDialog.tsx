import { type FormEvent, useEffect, useState } from 'react';
import type { Appointee, Mentoring } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { bandText } from './mentor-words.ts';
import { type BeforeKey, HeldBefore, missingOf, toldOf, usePassed } from './HeldBefore.tsx';
import { MentoringSteps } from './MentoringSteps.tsx';
import { typedCells, useForm } from '../../components/use-form.ts';

const keys = [
  'name',
  'person',
  'band',
  'post',
  'unit',
  'appointed',
  'mentor',
  'mentorNamedOn',
  'coachingOffered',
  'objectives',
  'ended',
  'endReason',
  'notes',
] as const;
type Key = (typeof keys)[number] | BeforeKey;

interface MentoringDialogProps {
  bands: readonly string[];
  /** Null for a new one, which may start from the staff list. */
  mentoring: Mentoring | null;
  appointee: Appointee | null;
  /** Opened to name the mentor. */
  naming?: boolean;
  onStep?: (step: string) => void;
  onClose: () => void;
}

/** An appointment to be entered or changed, with its steps. */
export function MentoringDialog({ bands, mentoring, appointee, naming, onStep, onClose }: MentoringDialogProps) {
  const trust = useTrust();
  const [first] = useState(() => {
    const source: Partial<Record<Key, string | null>> = mentoring ?? appointee ?? {};
    return Object.fromEntries(keys.map((key) => [key, source[key] ?? (key === 'band' ? '7' : '')])) as Record<
      Key,
      string
    >;
  });
  const form = useForm<Key>('mentoring', 'name', () => first);
  useEffect(() => {
    if (naming) document.getElementById('mentoring-mentor')?.focus();
  }, [naming]);
  const { appointed: from } = form.typed;
  const asked = usePassed(mentoring ? '' : from, [trust.code, 'mentoring'], () =>
    planner.preceptorship.passedMentoringSteps({ trust: trust.code, appointed: from }),
  );
  const units = trust.units.map(({ id, name }) => ({ key: String(id), name }));
  const who: Field<Key>[] = [
    { key: 'name', label: 'Name' },
    { key: 'person', label: 'Employee number (optional)' },
    { key: 'band', label: 'Band', choices: bands.map((band) => ({ key: band, name: bandText(band) })) },
    { key: 'post', label: 'Post' },
    { key: 'unit', label: 'Unit', choices: units, open: true },
    { key: 'appointed', label: 'Appointed', kind: 'date' },
  ];
  const support: Field<Key>[] = [
    { key: 'mentor', label: 'Mentor' },
    { key: 'mentorNamedOn', label: 'Mentor named on', kind: 'date' },
    { key: 'coachingOffered', label: 'Coaching offered on', kind: 'date' },
    { key: 'objectives', label: 'Objectives', kind: 'words', most: 1000 },
  ];
  const end: Field<Key>[] = [
    { key: 'ended', label: 'Ended on', kind: 'date' },
    { key: 'endReason', label: 'Why it ended', most: 200 },
    { key: 'notes', label: 'Notes', kind: 'words', most: 1000 },
  ];
  const save = useAct(
    () => {
      const text = typedCells(keys, form.typed);
      const { name, band, appointed } = form.typed;
      const cells = { ...text, name, band, appointed };
      const of = { trust: trust.code, aboutNoPatient: form.patients.aboutNoPatient };
      if (!mentoring) return planner.preceptorship.addMentoring({ ...of, ...cells, before: toldOf(asked, form.typed) });
      // Only what was changed here, so that nothing is taken back that was recorded elsewhere meanwhile.
      const isChanged = ([key]: [string, unknown]) => form.typed[key as Key] !== first[key as Key];
      const changes: Partial<typeof cells> = Object.fromEntries(Object.entries(cells).filter(isChanged));
      return planner.preceptorship.changeMentoring({ ...of, id: mentoring.id, ...changes });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.preceptorship.removeMentoring({ trust: trust.code, id: mentoring?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, appointed } = form.typed;
    const sound = form.judge({
      ...(name.trim() ? {} : { name: 'Enter a name.' }),
      ...(appointed ? {} : { appointed: 'Enter the day of the appointment.' }),
      ...missingOf(asked, form.typed),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  const group = (title: string, fields: Field<Key>[]) => (
    <fieldset className="form__fieldset">
      <legend>{title}</legend>
      <Fields id="mentoring" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
    </fieldset>
  );
  return (
    <Dialog title={mentoring ? mentoring.name : 'Add an appointment'} wide onClose={onClose}>
      {mentoring && onStep && <MentoringSteps mentoring={mentoring} onStep={onStep} />}
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {group('Who was appointed', who)}
        {group('Mentor and objectives', support)}
        {mentoring && group('End', end)}
        <HeldBefore
          id="mentoring"
          passed={asked}
          typed={form.typed}
          problems={form.problems}
          onType={(key, value) => {
            if (key !== 'preceptor') form.type(key, value);
          }}
        />
        {form.patients.warning}
        <DialogFoot
          save={mentoring ? 'Save the appointment' : 'Add the appointment'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={mentoring && { kind: 'mentoring', key: String(mentoring.id) }}
        >
          {mentoring && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the appointment
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
