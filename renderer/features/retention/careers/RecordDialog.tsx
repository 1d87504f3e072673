import type { FormEvent, ReactNode } from 'react';
import type { RecordOfHistory } from '#contract';
import { useAct } from '../../../client/queries.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { useForm } from '../../../components/use-form.ts';

interface RecordDialogProps<Key extends string> {
  /** Before the keys, in the ids of the fields. */
  id: string;
  title: string;
  fields: readonly Field<Key>[];
  start: Record<Key, string>;
  /** Fields that have to be filled, with what is to be said where one is not. */
  needed: Partial<Record<Key, string>>;
  onSave: (typed: Record<Key, string>, aboutNoPatient: boolean) => Promise<{ label: string | null }>;
  /** Takes the record away; a new one has none. */
  onRemove?: () => Promise<{ label: string | null }>;
  children?: ReactNode;
  /** The record whose history can be looked at; none for a new one. */
  history?: RecordOfHistory | null;
  onClose: () => void;
}

/** One record to be entered, changed or removed. */
export function RecordDialog<Key extends string>(props: RecordDialogProps<Key>) {
  const { id, title, fields, start, needed, onSave, onRemove, children, history, onClose } = props;
  const form = useForm<Key>(id, fields[0]!.key, () => start);
  const save = useAct(
    () => onSave(form.typed, form.patients.aboutNoPatient),
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const remove = useAct(
    async () => (onRemove ? onRemove() : { label: null }),
    ({ label }) => `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = (Object.keys(needed) as Key[]).filter((key) => !form.typed[key].trim());
    const problems = Object.fromEntries(missing.map((key) => [key, needed[key]])) as Partial<Record<Key, string>>;
    if (form.judge(problems)) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={title} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {children}
        <Fields id={id} fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot save="Save" isSaving={save.isPending} onCancel={onClose} history={history}>
          {onRemove && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

/** What a form starts from: the record, or nothing but the defaults. */
export function startOf<Key extends string>(
  keys: readonly Key[],
  record: Partial<Record<Key, string | number | null>> | null,
  defaults: Partial<Record<Key, string>> = {},
): Record<Key, string> {
  return Object.fromEntries(
    keys.map((key) => [key, record ? String(record[key] ?? '') : (defaults[key] ?? '')]),
  ) as Record<Key, string>;
}
