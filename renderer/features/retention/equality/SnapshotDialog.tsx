import type { FormEvent } from 'react';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { typedOrNull, useForm } from '../../../components/use-form.ts';

/** Begins a snapshot: the day as on which workforce equality is looked at. */
export function SnapshotDialog({ onAdded, onClose }: { onAdded: (id: number) => void; onClose: () => void }) {
  const trust = useTrust().code;
  const form = useForm<'day' | 'note'>('snapshot', 'day', () => ({ day: '', note: '' }));
  const save = useAct(
    () =>
      planner.retention.addSnapshot({
        trust,
        day: form.typed.day,
        note: typedOrNull(form.typed.note),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.judge(form.typed.day ? {} : { day: 'Enter the day, usually 31 March.' })) return;
    const done = ({ id }: { id: number }) => {
      onAdded(id);
      onClose();
    };
    save.mutate(undefined, { onSuccess: done, onError: form.failed });
  };
  return (
    <Dialog title="Begin a snapshot" onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="snapshot"
          fields={[
            { key: 'day', label: 'Day', kind: 'date', hint: 'usually 31 March' },
            { key: 'note', label: 'Where the counts come from (optional)' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot save="Begin the snapshot" isSaving={save.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
