import { type FormEvent, useState } from 'react';
import type { MeasureReading, RetentionAction } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { dateText } from '../../components/numbers.ts';
import { typedOrNull, useForm } from '../../components/use-form.ts';
import { valueText } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

/** The values of an action's measure in order of their days. */
export function Readings({ action, on }: { action: RetentionAction; on: string }) {
  const trust = useTrust().code;
  const [open, setOpen] = useState<MeasureReading | 'new' | null>(null);
  const remove = useAct(
    (id: number) => planner.retention.removeReading({ trust, key: action.key, id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const columns: Column<MeasureReading>[] = [
    { key: 'day', title: 'Day', header: true, value: ({ day }) => day, show: ({ day }) => dateText(day) },
    {
      key: 'value',
      title: 'Value',
      number: true,
      value: ({ value }) => value,
      show: ({ value }) => valueText(value),
      means: 'Of the action’s measure, in its own unit, as it was read on the day.',
    },
    { key: 'note', title: 'Note', value: ({ note }) => note },
    {
      key: 'act',
      title: 'Actions',
      acts: true,
      value: () => null,
      show: (reading) => (
        <span className="actions">
          <Button aria-label={`Change the value of ${dateText(reading.day)}`} onClick={() => setOpen(reading)}>
            Change
          </Button>
          <Button
            aria-label={`Remove the value of ${dateText(reading.day)}`}
            onClick={() => remove.mutate(reading.id, { onError: (error) => announce(sentence(error)) })}
          >
            Remove
          </Button>
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="values-title">
      <div className="chart-section__head">
        <h2 id="values-title">Values of the measure</h2>
        <Button onClick={() => setOpen('new')}>Add a value</Button>
      </div>
      {action.readings.length === 0 ? (
        <p>
          No value was taken yet{action.current ? `; the plan says ${action.current}` : ''}. Add the first one, with its
          day.
        </p>
      ) : (
        <DataTable
          caption="Values of the measure"
          columns={columns}
          rows={[...action.readings].reverse()}
          rowKey={({ id }) => id}
        />
      )}
      {open && (
        <ReadingDialog action={action} on={on} reading={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

type Key = 'day' | 'value' | 'note';

function ReadingDialog({
  action,
  on,
  reading,
  onClose,
}: {
  action: RetentionAction;
  on: string;
  reading: MeasureReading | null;
  onClose: () => void;
}) {
  const trust = useTrust().code;
  const form = useForm<Key>('value', 'value', () => ({
    day: reading?.day ?? on,
    value: reading ? String(reading.value / 100) : '',
    note: reading?.note ?? '',
  }));
  const number = Number(form.typed.value.replace(',', '.').replace('%', '').trim());
  const save = useAct(
    () =>
      planner.retention.setReading({
        trust,
        key: action.key,
        ...(reading ? { id: reading.id } : {}),
        day: form.typed.day,
        value: Math.round(number * 100),
        note: typedOrNull(form.typed.note),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isNumber = form.typed.value.trim() !== '' && Number.isFinite(number);
    const sound = form.judge({
      ...(form.typed.day ? {} : { day: 'Enter the day of the value.' }),
      ...(isNumber ? {} : { value: 'Enter a number, such as 63.5.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog
      title={reading ? 'Change the value' : 'Add a value'}
      record={reading ? reading.id : action.key}
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <p>{action.measure ?? 'Value of the measure of this action'}</p>
        <Fields
          id="value"
          fields={[
            { key: 'day', label: 'Day', kind: 'date' },
            { key: 'value', label: 'Value', kind: 'number' },
            { key: 'note', label: 'Note (optional)' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save the value"
          isSaving={save.isPending}
          onCancel={onClose}
          history={reading && { kind: 'measure_reading', key: String(reading.id) }}
        />
      </Form>
    </Dialog>
  );
}
