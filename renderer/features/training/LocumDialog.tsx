import type { FormEvent } from 'react';
import type { LocumEpisode, Supervision } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';

const keys = [
  'doctor',
  'first',
  'last',
  'agency',
  'shift',
  'route',
  'certificate',
  'level',
  'checkedBy',
  'checkedOn',
  'toolComplete',
  'induction',
  'namedConsultant',
  'note',
] as const;
type Key = (typeof keys)[number];

const yesNo = [
  { key: 'yes', name: 'Yes' },
  { key: 'no', name: 'No' },
];
const asText = (value: string | boolean | null) =>
  value === null ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
const asFlag = (text: string) => (text === '' ? null : text === 'yes');

/** A spell of a locum: who and when, by which route, and who checked it; the checks of a long-term one. */
export function LocumDialog({
  data,
  locum,
  onClose,
}: {
  data: Supervision;
  locum: LocumEpisode | null;
  onClose: () => void;
}) {
  const trust = useTrust().code;
  const form = useForm<Key>(
    'locum',
    'doctor',
    () =>
      Object.fromEntries(
        keys.map((key) => [
          key,
          locum === null ? (key === 'first' || key === 'last' ? data.today : '') : asText(locum[key]),
        ]),
      ) as Record<Key, string>,
  );
  const { typed } = form;
  const save = useAct(
    () => {
      const text = Object.fromEntries(keys.map((key) => [key, typedOrNull(typed[key])])) as Record<Key, string | null>;
      return planner.training.setLocum({
        trust,
        ...(locum ? { id: locum.id } : {}),
        ...text,
        doctor: typed.doctor,
        first: typed.first,
        last: typed.last,
        toolComplete: asFlag(typed.toolComplete),
        induction: asFlag(typed.induction),
        aboutNoPatient: form.patients.aboutNoPatient,
      });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.training.removeLocum({ trust, id: locum?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge({
      ...(typed.doctor.trim() ? {} : { doctor: 'Enter the doctor as the rota names them.' }),
      ...(typed.first ? {} : { first: 'Enter the first day.' }),
      ...(typed.last ? {} : { last: 'Enter the last day.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  const days = daysIn(typed.first, typed.last);
  const isLong = days !== null && days > data.rules.shortTermDays;
  const part = (title: string, fields: Field<Key>[]) => (
    <fieldset className="form__fieldset">
      <legend>{title}</legend>
      <Fields id="locum" fields={fields} typed={typed} problems={form.problems} onType={form.type} />
    </fieldset>
  );
  return (
    <Dialog title={locum ? locum.doctor : 'Add a locum'} record={locum?.id} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {part('Who and when', [
          { key: 'doctor', label: 'Doctor, as the rota has it' },
          { key: 'agency', label: 'Agency, or how engaged (optional)' },
          { key: 'first', label: 'First day', kind: 'date' },
          { key: 'last', label: 'Last day', kind: 'date' },
          { key: 'shift', label: 'Shift (optional)' },
        ])}
        {isLong
          ? part(`Long-term: more than ${data.rules.shortTermDays} days`, [
              { key: 'toolComplete', label: 'Monitoring tool complete', choices: yesNo, none: 'Not said' },
              { key: 'induction', label: 'Induction given', choices: yesNo, none: 'Not said' },
              { key: 'namedConsultant', label: 'Named consultant' },
            ])
          : part(`Short-term: ${data.rules.shortTermDays} days or fewer`, [
              { key: 'route', label: 'May work because', choices: data.routes, none: 'Not known yet' },
              { key: 'certificate', label: 'Certificate number' },
              { key: 'level', label: 'Level of the certificate', choices: data.levels, none: 'None' },
            ])}
        {part('Checked', [
          { key: 'checkedBy', label: 'Checked by' },
          { key: 'checkedOn', label: 'Checked on', kind: 'date' },
          { key: 'note', label: 'Note (optional)', kind: 'words' },
        ])}
        {form.patients.warning}
        <DialogFoot
          save={locum ? 'Save the locum' : 'Add the locum'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={locum && { kind: 'locum_episode', key: String(locum.id) }}
        >
          {locum && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the locum
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

/** Days from the first to the last, both counted; null where one is not entered. */
function daysIn(first: string, last: string): number | null {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  return Number.isNaN(days) ? null : days + 1;
}
