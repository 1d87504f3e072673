import type { FormEvent } from 'react';
import type { PrecepteePage } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields, freeTextHint } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedCells, useForm } from '../../components/use-form.ts';

const keys = ['step', 'planned', 'held', 'who', 'next', 'outcome', 'agreedActions'] as const;
type Key = (typeof keys)[number];
/** The type of a meeting that is none of the programme's. */
const beside = '';

interface MeetingDialogProps {
  page: Pick<PrecepteePage, 'row' | 'steps' | 'meetings' | 'on'>;
  /** Key of the step that it is first taken for; null for a meeting beside the programme. */
  step: string | null;
  /** A meeting beside the programme that was entered before. */
  id?: number;
  onClose: () => void;
}

/** A meeting: its type, when it is planned and was held, with whom, what came of it, what was agreed and the next one. */
export function MeetingDialog({ page, step, id, onClose }: MeetingDialogProps) {
  const trust = useTrust().code;
  const { row, steps, meetings } = page;
  const enteredOf = (type: string) =>
    type === beside ? meetings.find((one) => one.id === id) : meetings.find((one) => one.step === type);
  const startOf = (type: string): Record<Key, string> => {
    const entered = enteredOf(type);
    const held = entered?.held ?? steps.find(({ key }) => key === type)?.held ?? '';
    return {
      step: type,
      planned: entered?.planned ?? '',
      held,
      who: entered?.who ?? (held ? '' : (row.preceptor ?? '')),
      next: entered?.next ?? '',
      outcome: entered?.outcome ?? '',
      agreedActions: entered?.agreedActions ?? '',
    };
  };
  const form = useForm<Key>('meeting', 'held', () => startOf(step ?? beside));
  const fields: Field<Key>[] = [
    ...(id === undefined
      ? [
          {
            key: 'step' as const,
            label: 'Type',
            choices: steps.map(({ key, name }) => ({ key, name })),
            none: 'Beside the programme',
          },
        ]
      : []),
    { key: 'planned', label: 'Planned for', kind: 'date' },
    { key: 'held', label: 'Held on', kind: 'date' },
    { key: 'who', label: 'With whom' },
    { key: 'next', label: 'Next meeting', kind: 'date' },
    { key: 'outcome', label: 'Outcome', kind: 'words', most: 300, hint: `such as “on track”. ${freeTextHint}` },
    { key: 'agreedActions', label: 'Agreed actions', kind: 'words', most: 1000 },
  ];
  const entered = enteredOf(form.typed.step);
  const save = useAct(
    () => {
      const { step: type, ...typed } = form.typed;
      const cells = typedCells(Object.keys(typed) as (keyof typeof typed)[], typed);
      return planner.preceptorship.recordMeeting({
        trust,
        key: row.key,
        step: type === beside ? null : type,
        ...(type === beside && id !== undefined ? { id } : {}),
        ...cells,
        aboutNoPatient: form.patients.aboutNoPatient,
      });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.preceptorship.removeMeeting({ trust, key: row.key, id: entered?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const type = (key: Key, value: string) => {
    if (key !== 'step') return form.type(key, value);
    // Another type is another meeting: what was entered of it stands in the fields.
    for (const [field, text] of Object.entries(startOf(value))) form.type(field as Key, text);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { planned, held } = form.typed;
    const sound = form.judge({
      ...(planned || held ? {} : { held: 'Enter the day on which it was held, or for which it is planned.' }),
      ...(held > page.on ? { held: 'That day is still to come: enter it as planned.' } : {}),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={`Meeting: ${row.name}`} record={row.key} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields id="meeting" fields={fields} typed={form.typed} problems={form.problems} onType={type} />
        {form.patients.warning}
        <DialogFoot
          save="Save the meeting"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'preceptee', key: row.key }}
        >
          {entered && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the record
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
