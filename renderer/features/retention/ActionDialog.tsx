import { type FormEvent } from 'react';
import type { ActionField, RetentionAction, RetentionPlan } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';
import { actionSections } from './action-fields.ts';
import { type FieldKey, readTyped, typedOf } from './action-typed.ts';
import { fileText } from './words.ts';

interface ActionDialogProps {
  plan: RetentionPlan;
  /** Null for a new one. */
  action: RetentionAction | null;
  /** What a new one starts from. */
  start?: Partial<Record<ActionField, string>>;
  /** What became of it: the key of a new one. */
  onSaved?: (key: string) => void;
  onRemoved?: () => void;
  onClose: () => void;
}

/** An action to be entered or changed. Of an imported one the file's own word stands beside what was changed. */
export function ActionDialog({ plan, action, start, onSaved, onRemoved, onClose }: ActionDialogProps) {
  const trust = useTrust();
  const form = useForm<FieldKey>('action', 'action', () => typedOf(action, start));
  const said = ({ label }: { label: string | null }) => (label ? `Saved: ${label}` : 'Nothing was changed');
  const save = useAct(async () => {
    const { cells } = readTyped(form.typed);
    const aboutNoPatient = form.patients.aboutNoPatient;
    if (action === null) {
      const added = await planner.retention.addAction({
        trust: trust.code,
        ...cells,
        action: form.typed.action,
        aboutNoPatient,
      });
      return added;
    }
    const before = readTyped(typedOf(action, undefined)).cells;
    const changes = Object.fromEntries(
      Object.entries(cells).filter(
        ([field, value]) => JSON.stringify(before[field as ActionField]) !== JSON.stringify(value),
      ),
    );
    const changed = await planner.retention.changeAction({
      trust: trust.code,
      key: action.key,
      ...changes,
      aboutNoPatient,
    });
    return { ...changed, key: action.key };
  }, said);
  const resetAction = useAct(() => planner.retention.resetAction({ trust: trust.code, key: action?.key ?? '' }), said);
  const remove = useAct(
    () => planner.retention.removeAction({ trust: trust.code, key: action?.key ?? '' }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.judge(readTyped(form.typed).problems)) return;
    const done = ({ key }: { key: string }) => {
      onClose();
      onSaved?.(key);
    };
    save.mutate(undefined, { onSuccess: done, onError: form.failed });
  };
  const ways = { onSuccess: onClose, onError: form.failed };
  const fileOf = (field: string) => {
    const edit = action?.edited.find((one) => one.field === field || (field === 'line2' && one.field === 'references'));
    return edit && `the file says: ${fileText(plan, edit.field, edit.file)}`;
  };
  return (
    <Dialog title={action ? 'Change the action' : 'Add an action'} record={action?.key} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {action?.from && (
          <p className="post-facts">
            {action.from.fileName}, {action.from.sheet}, row {action.from.row}
          </p>
        )}
        {actionSections(
          plan,
          trust.units.map(({ name }) => name),
        ).map(({ title, fields }) => (
          <fieldset className="form__fieldset" key={title}>
            <legend>{title}</legend>
            <Fields
              id="action"
              fields={fields.map((field) => {
                const hint = [field.hint, fileOf(field.key)].filter(Boolean).join(' · ');
                return hint ? { ...field, hint } : field;
              })}
              typed={form.typed}
              problems={form.problems}
              onType={form.type}
            />
          </fieldset>
        ))}
        {form.patients.warning}
        <DialogFoot
          save={action ? 'Save the action' : 'Add the action'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={action && { kind: 'action', key: action.key }}
        >
          {action && action.edited.length > 0 && (
            <Button onClick={() => resetAction.mutate(undefined, ways)}>Take all as in the file</Button>
          )}
          {action && action.from === null && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { ...ways, onSuccess: onRemoved ?? onClose })}
            >
              Remove the action
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
