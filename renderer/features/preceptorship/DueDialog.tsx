import { type FormEvent, useState } from 'react';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { dateText } from '../../components/numbers.ts';
import { type DueField, type DueOf, type DueTyped, type Way, waysOf } from './due-ways.ts';
import { withWhom } from './words.ts';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';
import { SuggestDialog } from './SuggestDialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

interface DueDialogProps {
  due: DueOf;
  /** Names to choose from. */
  preceptors: readonly string[];
  /** When it is due, in words. */
  since: string;
  onClose: () => void;
}

const empty: DueTyped = {
  preceptor: '',
  mentor: '',
  day: '',
  who: '',
  outcome: '',
  agreedActions: '',
  next: '',
  reason: '',
  approvedBy: '',
  hours: '',
  level: '',
  note: '',
};

/** Every day that is sent is the one day of this dialog. */
const dayFields: Readonly<Record<string, DueField>> = {
  held: 'day',
  planned: 'day',
  to: 'day',
  on: 'day',
  from: 'day',
  until: 'day',
  mentorNamedOn: 'day',
  movedTo: 'day',
};

const missing: Partial<Record<DueField, string>> = {
  preceptor: 'Enter the name of the preceptor.',
  mentor: 'Enter the name of the mentor.',
  day: 'Enter the day.',
  reason: 'Enter the reason.',
  approvedBy: 'Enter by whom.',
  hours: 'Enter the hours, such as 7.5.',
};

/** Takes something off the due list: by recording it, by another day or a reason; or notes who was told. */
export function DueDialog({ due, preceptors, since, onClose }: DueDialogProps) {
  const trust = useTrust().code;
  const { item, whose, today } = due;
  const ways = waysOf(due);
  const { mentoring } = whose;
  const history =
    mentoring === null ? { kind: 'preceptee', key: whose.key } : { kind: 'mentoring', key: String(mentoring) };
  const [way, setWay] = useState<Way | undefined>(ways[0]);
  const [suggesting, setSuggesting] = useState(false);
  const typedFor = (one: Way | undefined): DueTyped => ({
    ...empty,
    day: today,
    who: whose.preceptor ?? '',
    ...one?.start,
  });
  const form = useForm<DueField>('due', way?.fields[0]?.key ?? 'day', () => typedFor(way), dayFields);
  const save = useAct(
    async () => {
      if (!way) return { label: null };
      const { aboutNoPatient } = form.patients;
      return way.send({ trust, key: whose.key, step: item.step, typed: form.typed, aboutNoPatient });
    },
    ({ label }) => label && `Saved: ${label}. Undo takes it back.`,
  );
  const choose = (one: Way) => {
    setWay(one);
    form.judge({});
    for (const [field, value] of Object.entries(typedFor(one))) form.type(field as DueField, value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = (way?.needed ?? []).flatMap((field) =>
      form.typed[field].trim() === '' ? [[field, missing[field] ?? 'Choose one.'] as const] : [],
    );
    const wrongHours = way?.key === 'given' && !(Number(form.typed.hours.replace(',', '.')) > 0);
    const sound = form.judge({ ...Object.fromEntries(found), ...(wrongHours ? { hours: missing.hours } : {}) });
    if (!sound) return;
    save.mutate(undefined, {
      onSuccess: onClose,
      onError: form.failed,
    });
  };
  if (suggesting) return <SuggestDialog preceptee={whose.key} on={today} onClose={onClose} />;
  const fields = (way?.fields ?? []).map((field) =>
    field.key === 'preceptor' || field.key === 'mentor' || field.key === 'who'
      ? { ...field, open: true, choices: preceptors.map((name) => ({ key: name, name })) }
      : field,
  );
  return (
    <Dialog title={`${item.what}: ${whose.name}`} onClose={onClose}>
      <p>
        {since}
        {item.kind !== 'preceptor' && item.kind !== 'mentor' && ` · ${withWhom(whose)}`}
      </p>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <fieldset className="form__fieldset due-ways">
          <legend>What to do</legend>
          {ways.map((one) => (
            <label className="choice" key={one.key}>
              <input type="radio" name="way" checked={way?.key === one.key} onChange={() => choose(one)} />
              {one.title}
            </label>
          ))}
        </fieldset>
        <Fields id="due" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        {item.escalation.length > 0 && <Escalation levels={item.escalation} />}
        <DialogFoot save={way?.button ?? 'Save'} isSaving={save.isPending} onCancel={onClose} history={history}>
          {item.kind === 'preceptor' && <Button onClick={() => setSuggesting(true)}>See who suits</Button>}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

/** Who is told when, while it stays overdue. */
function Escalation({ levels }: { levels: DueOf['item']['escalation'] }) {
  return (
    <>
      <h3 className="due-escalation">Escalation, while it is not done</h3>
      <ol className="due-levels">
        {levels.map(({ level, name, from, reached, done, note }) => (
          <li key={level}>
            <strong>{name}</strong> from {dateText(from)}
            {done ? ` · told on ${dateText(done)}${note ? `: ${note}` : ''}` : reached ? ' · not told yet' : ''}
          </li>
        ))}
      </ol>
    </>
  );
}
