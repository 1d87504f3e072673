import { Select, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { NeedsAnalysis, NeedsTopic } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

interface TopicDialogProps {
  data: NeedsAnalysis;
  topic: NeedsTopic | null;
  isFrozen: boolean;
  onClose: () => void;
}

/** How a topic is taught: how long, how often, to how many, by whom, where, and who pays. Without one, a topic of one's own. */
export function TopicDialog({ data, topic, isFrozen, onClose }: TopicDialogProps) {
  const trust = useTrust().code;
  const [typed, setTyped] = useState({
    name: topic?.name ?? '',
    minutes: String(topic?.minutes ?? 60),
    everyMonths: String(topic?.everyMonths ?? 12),
    capacity: String(topic?.capacity ?? 20),
    passPercent: topic?.passPercent == null ? '' : String(topic.passPercent),
    faculty: String(topic?.faculty ?? 2),
    room: topic?.room ?? '',
    funding: topic?.funding ?? '',
    mode: topic?.mode ?? ('any' as NeedsTopic['mode']),
    source: 'incident',
  });
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const save = useAct(async () => {
    const numbers = { minutes: Number(typed.minutes), everyMonths: Number(typed.everyMonths) };
    if (topic === null) {
      const { name, source } = typed;
      return planner.training.addTopic({ trust, id: data.id, name, source, ...numbers });
    }
    return planner.training.changeTopic({
      trust,
      id: data.id,
      topic: topic.key,
      ...numbers,
      capacity: Number(typed.capacity),
      passPercent: typed.passPercent === '' ? null : Number(typed.passPercent),
      faculty: Number(typed.faculty),
      room: typed.room || null,
      funding: typed.funding || null,
      mode: typed.mode,
    });
  }, said);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemOf(typed);
    setProblem(wrong);
    if (wrong) return;
    save.mutate(undefined, {
      onSuccess: onClose,
      onError: (error) => setProblem({ field: 'topic-minutes', message: sentence(error) }),
    });
  };
  const field = (key: Exclude<keyof typeof typed, 'mode' | 'source'>, label: string) => (
    <TextInput
      id={`topic-${key}`}
      label={label}
      value={typed[key]}
      autoComplete="off"
      disabled={isFrozen}
      error={problem?.field === `topic-${key}` ? problem.message : undefined}
      onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
    />
  );
  return (
    <Dialog title={topic ? topic.name : 'Add a topic'} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={problem ? [problem] : []} />
        <div className="post-fields">
          {topic === null && field('name', 'Name')}
          {field('minutes', 'Minutes for each person')}
          {field('everyMonths', 'Every so many months')}
          {topic === null ? (
            <Select
              id="topic-source"
              label="Where the need comes from"
              value={typed.source}
              onChange={(event) => setTyped({ ...typed, source: event.target.value })}
            >
              {data.sources.map(({ key, name }) => (
                <Select.Option key={key} value={key}>
                  {name}
                </Select.Option>
              ))}
            </Select>
          ) : (
            <>
              <Select
                id="topic-mode"
                label="Given"
                value={typed.mode}
                disabled={isFrozen}
                onChange={(event) => setTyped({ ...typed, mode: event.target.value as NeedsTopic['mode'] })}
              >
                <Select.Option value="face_to_face">Face to face</Select.Option>
                <Select.Option value="e_learning">At a screen</Select.Option>
                <Select.Option value="any">Either way</Select.Option>
              </Select>
              {field('passPercent', 'Pass mark, % (empty for none)')}
              {field('capacity', 'People in a session')}
              {field('faculty', 'Faculty at each session')}
              {field('room', 'Room (optional)')}
              {field('funding', 'Funding (optional)')}
            </>
          )}
        </div>
        <DialogFoot
          save={!isFrozen && 'Save the topic'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={topic && { kind: 'needs_topic', fields: { needs_analysis_id: data.id, topic: topic.key } }}
        />
      </Form>
    </Dialog>
  );
}

function problemOf(typed: {
  name: string;
  minutes: string;
  everyMonths: string;
  capacity: string;
  passPercent: string;
  faculty: string;
}) {
  const isWhole = (text: string, least: number, most: number) =>
    /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
  if (!typed.name.trim()) return { field: 'topic-name', message: 'Enter the name.' };
  if (!isWhole(typed.minutes, 0, 6000)) return { field: 'topic-minutes', message: 'Enter minutes, such as 60.' };
  if (!isWhole(typed.everyMonths, 1, 120)) return { field: 'topic-everyMonths', message: 'Enter months, such as 12.' };
  if (!isWhole(typed.capacity, 1, 500)) return { field: 'topic-capacity', message: 'Enter people, such as 20.' };
  if (!isWhole(typed.faculty, 0, 50)) return { field: 'topic-faculty', message: 'Enter how many teach, such as 2.' };
  if (typed.passPercent !== '' && !isWhole(typed.passPercent, 1, 100))
    return { field: 'topic-passPercent', message: 'Enter a percentage from 1 to 100, or leave it empty.' };
  return null;
}
