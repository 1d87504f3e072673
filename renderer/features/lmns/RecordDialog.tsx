import { type FormEvent } from 'react';
import type { LmnsRecordKind } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';
import { type Choices, readRecord, sorts, typedRecord } from './record-fields.ts';

interface RecordDialogProps {
  kind: LmnsRecordKind;
  /** Null for a new one. */
  id: number | null;
  /** What it says, or what a new one starts from. */
  cells: Readonly<Record<string, unknown>>;
  choices: Choices;
  onClose: () => void;
}

/** Enters a record of the LMNS, or changes one. */
export function RecordDialog({ kind, id, cells, choices, onClose }: RecordDialogProps) {
  const lmns = useLmns().id;
  const { one, fields: fieldsOf } = sorts[kind];
  const fields = fieldsOf(choices);
  const form = useForm<string>('record', fields[0]?.key ?? '', () => typedRecord(cells, fields));
  const said = ({ label }: { label: string | null }) => (label ? `Saved: ${label}` : 'Nothing was changed');
  const save = useAct(() => {
    const { aboutNoPatient } = form.patients;
    return planner.lmns.setRecord({ lmns, id, cells: readRecord(kind, form.typed, fields).cells, aboutNoPatient });
  }, said);
  const remove = useAct(
    () => planner.lmns.removeRecord({ lmns, id: id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.judge(readRecord(kind, form.typed, fields).problems)) return;
    save.mutate(undefined, {
      onSuccess: onClose,
      onError: (error) => form.failed(error),
    });
  };
  const title = id === null ? `Add: ${one}` : `Change: ${one}`;
  return (
    <Dialog title={title} record={id ?? undefined} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields id="record" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot
          save="Save"
          isSaving={save.isPending}
          onCancel={onClose}
          history={id === null ? null : { kind: 'lmns_record', key: String(id) }}
        >
          {id !== null && (
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
