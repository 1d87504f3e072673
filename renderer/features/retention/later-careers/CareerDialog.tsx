import { type FormEvent } from 'react';
import type { LaterCareer, LaterCareers } from '#contract';
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
  'unit',
  'band',
  'conversation',
  'seminar',
  'plan',
  'planned',
  'returned',
  'note',
] as const;
type Key = (typeof keys)[number];

function fieldsOf({ choices }: LaterCareers, units: readonly string[], isListed: boolean): Field<Key>[] {
  const who: Field<Key>[] = [
    { key: 'name', label: 'Name' },
    { key: 'person', label: 'Employee number (optional)' },
    { key: 'unit', label: 'Unit', choices: asNamed(units), open: true },
    { key: 'band', label: 'Band', choices: choices.bands, none: 'Not said' },
  ];
  return [
    // Whom the staff list has is told by it.
    ...(isListed ? [] : who),
    { key: 'conversation', label: 'Last conversation about it', kind: 'date' },
    { key: 'seminar', label: 'Pension seminar or advice on', kind: 'date' },
    { key: 'plan', label: 'Plan', choices: choices.plans, none: 'Not said' },
    { key: 'planned', label: 'Planned for', kind: 'date' },
    { key: 'returned', label: 'Back in post after retiring on', kind: 'date' },
    {
      key: 'note',
      label: 'Note',
      kind: 'words',
      hint: 'Stays here: in no file that is saved. Nothing about patients, nothing clinical.',
    },
  ];
}

interface CareerDialogProps {
  data: LaterCareers;
  /** Null for somebody whom the list does not have. */
  of: LaterCareer | null;
  onClose: () => void;
}

/** What is known of somebody's later career, to be entered or changed. */
export function CareerDialog({ data, of, onClose }: CareerDialogProps) {
  const trust = useTrust();
  const isListed = of !== null && of.groupName !== null;
  const form = useForm<Key>(
    'career',
    isListed ? 'conversation' : 'name',
    () => Object.fromEntries(keys.map((key) => [key, of?.[key] ?? ''])) as Record<Key, string>,
  );
  const save = useAct(
    () => {
      const { person, ...cells } = { ...typedCells(keys, form.typed), name: form.typed.name };
      const sent = { ...cells, trust: trust.code, aboutNoPatient: form.patients.aboutNoPatient };
      return of === null || of.id === null
        ? planner.retention.addLaterCareer({ ...sent, person })
        : planner.retention.changeLaterCareer({ ...sent, id: of.id });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.retention.removeLaterCareer({ trust: trust.code, id: of?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge(form.typed.name.trim() ? {} : { name: 'Enter who it is.' });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog
      title={of ? `Later career: ${of.name}` : 'Add a person'}
      record={of?.id ?? undefined}
      wide
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {isListed && (
          <p className="post-facts">
            {[of.groupName, of.band && `Band ${of.band}`, of.unit, of.ageBand && `age ${of.ageBand}`]
              .filter(Boolean)
              .join(' · ')}
            , by the staff list
          </p>
        )}
        <Fields
          id="career"
          fields={fieldsOf(
            data,
            trust.units.map(({ name }) => name),
            isListed,
          )}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save"
          isSaving={save.isPending}
          onCancel={onClose}
          history={of?.id ? { kind: 'later_career', key: String(of.id) } : null}
        >
          {of && of.id !== null && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove what was entered
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
