import { type FormEvent, useState } from 'react';
import type { PrecepteeEvent, PrecepteePage } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { dateText } from '../../components/numbers.ts';
import { type EventField, type EventKind, type EventTyped, eventWays, missingWords, reasonsOf } from './event-ways.ts';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';

interface EventDialogProps {
  page: PrecepteePage;
  /** Null for a new one. */
  event: PrecepteeEvent | null;
  onClose: () => void;
}

function typedOf(event: PrecepteeEvent | null, today: string): EventTyped {
  const cells: Readonly<Record<string, unknown>> = event ?? { from: today };
  const text = (key: EventField) => {
    const value = cells[key];
    if (value === null || value === undefined) return '';
    return key === 'wte' ? String(Number(value) / 100_000) : String(value);
  };
  const keys: EventField[] = ['from', 'until', 'wte', 'preceptor', 'unit', 'setting', 'reason', 'approvedBy', 'note'];
  return Object.fromEntries(keys.map((key) => [key, text(key)])) as EventTyped;
}

/** Something that happens in a preceptee's life, to be recorded or corrected. */
export function EventDialog({ page, event, onClose }: EventDialogProps) {
  const trust = useTrust().code;
  const [kind, setKind] = useState<EventKind>(event?.kind ?? 'pause');
  const form = useForm<EventField>('event', 'from', () => typedOf(event, page.on));
  const way = eventWays[kind];
  const { key } = page.row;
  const save = useAct(
    () => {
      const cells = way.fields.map(({ key: field }) => {
        const text = form.typed[field].trim();
        if (field === 'wte') return [field, Math.round(Number(text.replace(',', '.')) * 100_000)];
        return [field, text === '' ? null : text];
      });
      const entered = { kind, ...Object.fromEntries(cells) } as Parameters<
        typeof planner.preceptorship.recordEvent
      >[0]['event'];
      const { aboutNoPatient } = form.patients;
      return planner.preceptorship.recordEvent({
        trust,
        key,
        aboutNoPatient,
        event: entered,
        ...(event ? { id: event.id } : {}),
      });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.preceptorship.removeEvent({ trust, key, id: event?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const missing = way.needed.filter((field) => form.typed[field].trim() === '');
    const badWte = kind === 'wte' && !(Number(form.typed.wte.replace(',', '.')) > 0);
    const found = [...missing, ...(badWte ? (['wte'] as const) : [])].map((field) => [field, missingWords[field]]);
    if (form.judge(Object.fromEntries(found))) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  const names = (values: readonly string[]) => values.map((name) => ({ key: name, name }));
  const fields = way.fields.map((field) => {
    if (field.key === 'unit') return { ...field, open: true, choices: names(page.places) };
    const reasons = field.key === 'reason' ? reasonsOf[kind] : undefined;
    return reasons ? { ...field, open: true, choices: names(reasons) } : field;
  });
  const { limit } = page.row;
  return (
    <Dialog
      title={`${event ? 'Correct' : 'Record'} an event: ${page.row.name}`}
      record={event ? event.id : page.row.key}
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {event === null && (
          <label className="filter event-kind">
            What happens
            <select value={kind} onChange={({ target }) => setKind(target.value as EventKind)}>
              {Object.entries(eventWays).map(([each, { title }]) => (
                <option key={each} value={each}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        )}
        {kind === 'extension' && limit && (
          <p>The programme goes to {dateText(limit)} at the longest, pauses counted.</p>
        )}
        {kind === 'completed' && page.signOffFrom && <p>Sign-off is possible from {dateText(page.signOffFrom)} on.</p>}
        <Fields id="event" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot
          save={way.button}
          isSaving={save.isPending}
          onCancel={onClose}
          history={event && { kind: 'preceptee_event', key: String(event.id) }}
        >
          {event && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the event
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
