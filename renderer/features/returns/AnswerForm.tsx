import { Textarea, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { type AnswerChange, PROSE_LIMIT, type RegisterLine } from '#contract';
import { readDate, typedDate } from './due-date.ts';
import { SaveMark } from './SaveMark.tsx';
import { StatusField } from './StatusField.tsx';
import { useSavedField } from './saved-field.ts';

type Save = (change: AnswerChange) => Promise<unknown>;
interface FieldProps {
  line: RegisterLine;
  save: Save;
}

/** The answer to a line. Each field is saved as it is typed; there is no button to press. */
export function AnswerForm({ line, save }: FieldProps) {
  return (
    <div className="answer">
      <StatusField status={line.answer.status} save={save} />
      <Prose
        line={line}
        save={save}
        field="progress"
        label="Progress"
        hint="What was done this quarter, and what is next."
      />
      <Prose
        line={line}
        save={save}
        field="evidence"
        label="Evidence"
        hint="Documents by title and place, meetings, and figures. “On track” and “Complete and embedded” need some."
      />
      <div className="form__row">
        <Lead line={line} save={save} />
        <Due line={line} save={save} />
      </div>
      <Prose
        line={line}
        save={save}
        field="risk"
        label="Risk"
        hint="What may go wrong and what is done about it. “At risk” and “Off track” need it."
      />
      <Prose
        line={line}
        save={save}
        field="helpNeeded"
        label="Help needed"
        hint="From the LMNS, the region or the national team."
      />
    </div>
  );
}

type ProseField = 'progress' | 'evidence' | 'risk' | 'helpNeeded';

function Prose({ line, save, field, label, hint }: FieldProps & { field: ProseField; label: string; hint: string }) {
  const { value, state, type, flush } = useSavedField(line.answer[field], (text) => save({ field, value: text }));
  return (
    <div className="answer__field">
      <Textarea
        id={field}
        label={label}
        hint={hint}
        rows={Math.min(10, Math.max(3, value.split('\n').length + Math.floor(value.length / 90)))}
        maxLength={PROSE_LIMIT}
        value={value}
        error={state.kind === 'failed' ? state.message : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={flush}
      />
      <SaveMark state={state} />
    </div>
  );
}

function Lead({ line, save }: FieldProps) {
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
        error={state.kind === 'failed' ? state.message : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={flush}
      />
      <SaveMark state={state} />
    </div>
  );
}

/** A date is half a date while it is typed, so it is read and saved when the field is left or Enter is pressed. */
function Due({ line, save }: FieldProps) {
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
        autoComplete="off"
        error={problem ?? (state.kind === 'failed' ? state.message : undefined)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={read}
        onKeyDown={(event) => event.key === 'Enter' && read()}
      />
      <SaveMark state={problem === undefined ? state : { kind: 'failed', message: problem }} />
    </div>
  );
}
