import { type FormEvent } from 'react';
import type { FlexibleRequest, FlexibleWorking } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { asNamed } from '../../../components/Choose.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { typedCells, useForm } from '../../../components/use-form.ts';

const keys = [
  'name',
  'person',
  'group',
  'band',
  'unit',
  'asked',
  'kind',
  'reason',
  'detail',
  'escalated',
  'decided',
  'outcome',
  'ground',
  'review',
] as const;
type Key = (typeof keys)[number];

function sectionsOf({ choices }: FlexibleWorking, units: readonly string[]): { title: string; fields: Field<Key>[] }[] {
  const none = 'Not said';
  return [
    {
      title: 'Who asked for what',
      fields: [
        { key: 'name', label: 'Name' },
        { key: 'person', label: 'Employee number (optional)' },
        { key: 'group', label: 'Staff group', choices: choices.groups, none },
        { key: 'band', label: 'Band', choices: choices.bands, none },
        { key: 'unit', label: 'Unit', choices: asNamed(units), open: true },
        { key: 'asked', label: 'Asked for on', kind: 'date' },
        { key: 'kind', label: 'What was asked for', choices: choices.kinds },
        { key: 'reason', label: 'Reason (nobody has to give one)', choices: choices.reasons, none },
        { key: 'detail', label: 'Detail', kind: 'words' },
      ],
    },
    {
      title: 'The decision',
      fields: [
        { key: 'escalated', label: 'Taken to a senior manager on', kind: 'date', hint: 'before a refusal' },
        { key: 'decided', label: 'Decided on', kind: 'date' },
        { key: 'outcome', label: 'Outcome', choices: choices.outcomes, none: 'Not decided yet' },
        { key: 'ground', label: 'Ground of a refusal', choices: choices.grounds, none: 'No refusal' },
        { key: 'review', label: 'Looked at again on', kind: 'date' },
      ],
    },
  ];
}

interface RequestDialogProps {
  data: FlexibleWorking;
  /** Null for a new one. */
  of: FlexibleRequest | null;
  onClose: () => void;
}

/** A request for flexible working, to be entered or changed. */
export function RequestDialog({ data, of, onClose }: RequestDialogProps) {
  const trust = useTrust();
  const form = useForm<Key>('request', 'name', () => {
    const first: Partial<Record<Key, string>> = { asked: data.on, kind: data.choices.kinds[0]?.key ?? '' };
    return Object.fromEntries(keys.map((key) => [key, of === null ? (first[key] ?? '') : (of[key] ?? '')])) as Record<
      Key,
      string
    >;
  });
  const save = useAct(
    () => {
      const { name, asked, kind } = form.typed;
      const cells = { ...typedCells(keys, form.typed), name, asked, kind };
      const sent = { ...cells, trust: trust.code, aboutNoPatient: form.patients.aboutNoPatient };
      return of === null ? planner.retention.addRequest(sent) : planner.retention.changeRequest({ ...sent, id: of.id });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.retention.removeRequest({ trust: trust.code, id: of?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, asked, decided, outcome, ground } = form.typed;
    const counts = data.choices.outcomes.find(({ key }) => key === outcome)?.counts;
    const sound = form.judge({
      ...(name.trim() ? {} : { name: 'Enter who asked.' }),
      ...(asked ? {} : { asked: 'Enter the day on which it was asked for.' }),
      ...(outcome && !decided ? { decided: 'Enter the day of the decision.' } : {}),
      ...(decided && !outcome ? { outcome: 'Enter what was decided.' } : {}),
      ...(counts === 'refused' && !ground
        ? { ground: 'Enter the ground of the refusal: the statute names eight.' }
        : {}),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={of ? 'Request for flexible working' : 'Add a request'} record={of?.id} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {sectionsOf(
          data,
          trust.units.map(({ name }) => name),
        ).map(({ title, fields }) => (
          <fieldset className="form__fieldset" key={title}>
            <legend>{title}</legend>
            <Fields id="request" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
          </fieldset>
        ))}
        {form.patients.warning}
        <DialogFoot
          save="Save the request"
          isSaving={save.isPending}
          onCancel={onClose}
          history={of && { kind: 'flexible_request', key: String(of.id) }}
        >
          {of && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the request
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
