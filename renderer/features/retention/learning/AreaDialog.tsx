import type { FormEvent } from 'react';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { asNamed } from '../../../components/Choose.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { typedOrNull, useForm } from '../../../components/use-form.ts';

type Key = 'place' | 'day' | 'by';

interface AreaDialogProps {
  /** The area in view; nothing where there is none. */
  place: string;
  onAdded: (id: number) => void;
  onClose: () => void;
}

/** Begins the assessment of a placement area on a date. */
export function AreaDialog({ place, onAdded, onClose }: AreaDialogProps) {
  const trust = useTrust();
  const form = useForm<Key>('area', 'place', () => ({ place, day: '', by: '' }));
  const { typed } = form;
  const save = useAct(
    () =>
      planner.retention.addRound({
        trust: trust.code,
        tool: 'learning',
        name: 'Charter',
        level: 'unit',
        place: typedOrNull(typed.place),
        day: typed.day,
        by: typedOrNull(typed.by),
      }),
    ({ label }) => `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge({
      ...(typed.place.trim() ? {} : { place: 'Enter which placement area it is.' }),
      ...(typed.day ? {} : { day: 'Enter the day of the assessment.' }),
    });
    if (!sound) return;
    const done = ({ id }: { id: number }) => {
      onAdded(id);
      onClose();
    };
    save.mutate(undefined, { onSuccess: done, onError: form.failed });
  };
  return (
    <Dialog title="Assess a placement area" onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="area"
          fields={[
            {
              key: 'place',
              label: 'Placement area',
              choices: asNamed(trust.units.map(({ name }) => name)),
              open: true,
            },
            { key: 'day', label: 'Day', kind: 'date' },
            { key: 'by', label: 'Assessed by (optional)', hint: 'a role or group' },
          ]}
          typed={typed}
          problems={form.problems}
          onType={form.type}
        />
        <DialogFoot save="Begin the assessment" isSaving={save.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
