import { Textarea, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { type AnswerChange, PROSE_LIMIT, type ProseField, type Register, type RegisterLine } from '#contract';
import { readDate, typedDate } from './due-date.ts';
import { EvidenceItems } from './EvidenceItems.tsx';
import { SaveMark } from './SaveMark.tsx';
import { StatusField } from './StatusField.tsx';
import { useSavedField } from './saved-field.ts';

type Save = (change: AnswerChange) => Promise<unknown>;
interface FieldProps {
  line: RegisterLine;
  /** False where the return is checked or submitted: what is there can be read and not changed. */
  open: boolean;
  save: Save;
}

interface AnswerFormProps extends FieldProps {
  of: { trust: string; period: string; reference: string };
  statuses: Register['statuses'];
}

/** The answer to a line. Each field is saved as it is typed; there is no button to press. */
export function AnswerForm({ of, statuses, ...field }: AnswerFormProps) {
  const { line, open, save } = field;
  return (
    <div className="answer">
      <StatusField status={line.answer.status} statuses={statuses} open={open} save={save} />
      <Prose {...field} field="progress" label="Progress" hint="What was done in this period." />
      <Prose {...field} field="nextSteps" label="Next steps" hint="What is done next, and by when." />
      <Prose
        {...field}
        field="evidence"
        label="Evidence"
        hint="In words. “On track” and “Complete and embedded” need evidence: here, or as documents, meetings and figures."
      />
      <EvidenceItems of={of} line={line} open={open} />
      <div className="form__row">
        <Lead {...field} />
        <Due {...field} />
      </div>
      <div className="form__row">
        <Prose {...field} field="risk" label="Risk" hint="What may go wrong. “At risk” and “Off track” need it." />
        <Prose
          {...field}
          field="mitigation"
          label="Mitigation"
          hint="What is done about it. A line that is overdue needs it."
        />
      </div>
      <Prose {...field} field="helpNeeded" label="Help needed" hint="From the LMNS, the region or the national team." />
      <Sharing {...field} />
    </div>
  );
}

function Prose({
  line,
  open,
  save,
  field,
  label,
  hint,
}: FieldProps & { field: ProseField; label: string; hint: string }) {
  const { value, state, type, flush } = useSavedField(line.answer[field], (text) => save({ field, value: text }));
  return (
    <div className="answer__field">
      <Textarea
        id={field}
        label={label}
        hint={hint}
        rows={Math.min(10, Math.max(2, value.split('\n').length + Math.floor(value.length / 80)))}
        maxLength={PROSE_LIMIT}
        value={value}
        readOnly={!open}
        error={state.kind === 'failed' ? state.message : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={flush}
      />
      <SaveMark state={state} />
    </div>
  );
}

function Lead({ line, open, save }: FieldProps) {
  const { value, state, type, flush } = useSavedField(line.answer.lead, (text) => save({ field: 'lead', value: text }));
  return (
    <div className="answer__field">
      <TextInput
        id="lead"
        label="Lead"
        hint="A role, such as Head of Midwifery."
        value={value}
        maxLength={120}
        autoComplete="off"
        readOnly={!open}
        error={state.kind === 'failed' ? state.message : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={flush}
      />
      <SaveMark state={state} />
    </div>
  );
}

/** A date is half a date while it is typed, so it is read and saved when the field is left or Enter is pressed. */
function Due({ line, open, save }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const { state, type, flush } = useSavedField(line.answer.due ?? '', (date) =>
    save({ field: 'due', value: date || null }),
  );
  const read = () => {
    if (typed === null) return;
    const reading = readDate(typed);
    setProblem(reading.kind === 'problem' ? reading.message : undefined);
    if (reading.kind === 'problem') return;
    setTyped(null);
    if (reading.date === line.answer.due) return;
    type(reading.date ?? '');
    flush();
  };
  return (
    <div className="answer__field">
      <TextInput
        id="due"
        label="Due"
        hint="For example, 31/3/2028."
        value={typed ?? typedDate(line.answer.due)}
        data-stored={typedDate(line.answer.due)}
        autoComplete="off"
        readOnly={!open}
        error={problem ?? (state.kind === 'failed' ? state.message : undefined)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={read}
        onKeyDown={(event) => event.key === 'Enter' && read()}
      />
      <SaveMark state={problem === undefined ? state : { kind: 'failed', message: problem }} />
    </div>
  );
}

function Sharing({ line, open, save }: FieldProps) {
  const { value, state, type, flush } = useSavedField(line.answer.sharing ? 'yes' : '', (text) =>
    save({ field: 'sharing', value: text === 'yes' }),
  );
  return (
    <div className="answer__field">
      <label className="choice">
        <input
          type="checkbox"
          id="sharing"
          checked={value === 'yes'}
          disabled={!open}
          onChange={(event) => type(event.target.checked ? 'yes' : '')}
          onBlur={flush}
        />
        We are willing to share how we did this with other trusts
      </label>
      <SaveMark state={state} />
    </div>
  );
}
