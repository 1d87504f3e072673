import type { FormEvent } from 'react';
import type { MeasureDefinition, RecordOfHistory, TypedMeasure } from '#contract';
import { useAct } from '../client/queries.ts';
import { savedWords } from './announce.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { DialogFoot } from './DialogFoot.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { Fields } from './Fields.tsx';
import { Form } from './Form.tsx';
import { measureFields, readMeasure, typedMeasure } from './measure-form.ts';
import { useForm } from './use-form.ts';

interface MeasureDialogProps {
  /** Null for a new one. */
  measure: MeasureDefinition | null;
  /** True where somebody else defines it: it can be looked at and removed. */
  locked?: boolean;
  /** The record whose history can be looked at; none for a new one. */
  history?: RecordOfHistory | null;
  save: (definition: TypedMeasure, aboutNoPatient: boolean) => Promise<{ label: string | null }>;
  remove: () => Promise<{ label: string | null }>;
  onClose: () => void;
}

/** Defines a measure of one's own, or changes one. */
export function MeasureDialog({ measure, locked = false, history, save, remove, onClose }: MeasureDialogProps) {
  const form = useForm<keyof TypedMeasure>('measure', 'shortName', () => typedMeasure(measure));
  const saving = useAct(
    () => save(readMeasure(form.typed), form.patients.aboutNoPatient),
    ({ label }) => savedWords(label),
  );
  const removing = useAct(remove, ({ label }) => label && `${label}. Undo brings it back.`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = (key: 'shortName' | 'id' | 'references' | 'numerator', message: string) =>
      form.typed[key].trim() === '' ? { [key]: message } : {};
    const isWhole = form.judge({
      ...lacks('shortName', 'Enter a name.'),
      ...lacks('id', 'Enter an id, such as homebirth-cover.'),
      ...lacks('references', 'Enter a line of the plan, such as 4.1.'),
      ...lacks('numerator', 'Enter what is counted.'),
    });
    if (isWhole) saving.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={measure === null ? 'Add a measure' : `Change: ${measure.shortName}`} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {locked && (
          <p className="note">
            {measure?.definedBy?.name} defines this measure, so a change here is not saved. Ask there for a new file.
          </p>
        )}
        <Fields id="measure" fields={measureFields} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot save="Save the measure" isSaving={saving.isPending} onCancel={onClose} history={history}>
          {measure !== null && (
            <Button
              kind="warning"
              onClick={() => removing.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the measure
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
