import { Select, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { TrainingPersonCard } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';

interface FormProps {
  card: TrainingPersonCard;
  onClose: () => void;
}

const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;

/** Training that was done elsewhere, with its certificate. */
export function ResultDialog({ card, onClose }: FormProps) {
  const trust = useTrust().code;
  const [typed, setTyped] = useState({
    course: card.courses[0]?.key ?? '',
    achieved: '',
    expiry: '',
    mode: 'face_to_face' as 'face_to_face' | 'e_learning',
    place: '',
    certificate: '',
    note: '',
  });
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);
  const save = useAct(
    () =>
      planner.training.addResult({
        trust,
        person: card.person,
        ...typed,
        expiry: typed.expiry || null,
        place: typed.place || null,
        certificate: typed.certificate || null,
        note: typed.note || null,
      }),
    said,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = typed.achieved
      ? null
      : { field: 'result-achieved', message: 'Enter the day on which it was done.' };
    setProblem(missing);
    if (missing) return;
    save.mutate(undefined, {
      onSuccess: onClose,
      onError: (error) => setProblem({ field: 'result-achieved', message: sentence(error) }),
    });
  };
  const field = (key: 'achieved' | 'expiry' | 'place' | 'certificate' | 'note', label: string, type = 'text') => (
    <TextInput
      id={`result-${key}`}
      label={label}
      type={type}
      value={typed[key]}
      autoComplete="off"
      error={problem?.field === `result-${key}` ? problem.message : undefined}
      onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
    />
  );
  return (
    <Dialog title={`Training of ${card.name ?? card.person}`} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={problem ? [problem] : []} />
        <div className="post-fields">
          <Select
            id="result-course"
            label="Course"
            value={typed.course}
            onChange={(event) => setTyped({ ...typed, course: event.target.value })}
          >
            {card.courses.map(({ key, name }) => (
              <Select.Option key={key} value={key}>
                {name}
              </Select.Option>
            ))}
          </Select>
          {field('achieved', 'Done on', 'date')}
          {field('expiry', 'Counts until (optional)', 'date')}
          <Select
            id="result-mode"
            label="Given"
            value={typed.mode}
            onChange={(event) => setTyped({ ...typed, mode: event.target.value as typeof typed.mode })}
          >
            <Select.Option value="face_to_face">Face to face</Select.Option>
            <Select.Option value="e_learning">At a screen</Select.Option>
          </Select>
          {field('place', 'Where, such as another trust (optional)')}
          {field('certificate', 'Certificate (optional)')}
          {field('note', 'Note (optional)')}
        </div>
        <DialogFoot
          save="Save the training"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'training_result', fields: { person: card.person } }}
        />
      </Form>
    </Dialog>
  );
}

/** Leaves somebody out for some days with a reason, or counts somebody whom the lists leave out. */
export function ExclusionDialog({ card, onClose }: FormProps) {
  const trust = useTrust().code;
  const [typed, setTyped] = useState({
    reason: card.excluded ? 'counted' : (card.reasons[0]?.key ?? ''),
    first: card.census,
    last: '',
    note: '',
  });
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);
  const save = useAct(
    () =>
      planner.training.exclude({
        trust,
        person: card.person,
        ...typed,
        last: typed.last || null,
        note: typed.note || null,
      }),
    said,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, {
      onSuccess: onClose,
      onError: (error) => setProblem({ field: 'exclusion-first', message: sentence(error) }),
    });
  };
  const field = (key: 'first' | 'last' | 'note', label: string, type = 'text') => (
    <TextInput
      id={`exclusion-${key}`}
      label={label}
      type={type}
      value={typed[key]}
      autoComplete="off"
      error={problem?.field === `exclusion-${key}` ? problem.message : undefined}
      onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
    />
  );
  return (
    <Dialog title={`Leave out or count ${card.name ?? card.person}`} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={problem ? [problem] : []} />
        <div className="post-fields">
          <Select
            id="exclusion-reason"
            label="Reason"
            value={typed.reason}
            onChange={(event) => setTyped({ ...typed, reason: event.target.value })}
          >
            {card.reasons.map(({ key, name }) => (
              <Select.Option key={key} value={key}>
                {name}
              </Select.Option>
            ))}
          </Select>
          {field('first', 'First day', 'date')}
          {field('last', 'Last day (empty while it lasts)', 'date')}
          {field('note', 'Note (optional)')}
        </div>
        <DialogFoot
          save={typed.reason === 'counted' ? 'Count this person' : 'Leave this person out'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'training_exclusion', fields: { person: card.person } }}
        />
      </Form>
    </Dialog>
  );
}
