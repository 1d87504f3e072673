import { Select, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { TrainingSession, TrainingSessions } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { clockOf, minutesOf } from './words.ts';

interface SessionDialogProps {
  data: TrainingSessions;
  session: TrainingSession | null;
  onSaved: (id: number) => void;
  onClose: () => void;
}

/** A session: when, what, where, for how many and for whom. */
export function SessionDialog({ data, session, onSaved, onClose }: SessionDialogProps) {
  const trust = useTrust().code;
  const first = data.courses[0];
  const [courses, setCourses] = useState<string[]>(session?.courses ?? (first ? [first.key] : []));
  const [typed, setTyped] = useState({
    date: session?.date ?? '',
    start: clockOf(session?.start ?? 540),
    end: clockOf(session?.end ?? 990),
    capacity: String(session?.capacity ?? first?.capacity ?? 20),
    room: session?.room ?? '',
    faculty: session?.faculty ?? '',
    note: session?.note ?? '',
    state: session?.state ?? 'planned',
  });
  const [mix, setMix] = useState<Record<string, string>>(
    Object.fromEntries(Object.entries(session?.mix ?? {}).map(([key, seats]) => [key, String(seats)])),
  );
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);
  const save = useAct(
    () =>
      planner.training.setSession({
        trust,
        ...(session ? { id: session.id } : {}),
        courses,
        date: typed.date,
        start: minutesOf(typed.start) ?? 0,
        end: minutesOf(typed.end) ?? 0,
        capacity: Number(typed.capacity),
        room: typed.room || null,
        faculty: typed.faculty || null,
        note: typed.note || null,
        state: typed.state,
        mix: Object.fromEntries(
          Object.entries(mix).flatMap(([key, seats]) => (Number(seats) > 0 ? [[key, Number(seats)]] : [])),
        ),
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemOf(typed, courses);
    setProblem(wrong);
    if (wrong) return;
    save.mutate(undefined, {
      onSuccess: ({ id }) => onSaved(id),
      onError: (error) => setProblem({ field: 'session-date', message: sentence(error) }),
    });
  };
  const field = (
    key: 'date' | 'start' | 'end' | 'capacity' | 'room' | 'faculty' | 'note',
    label: string,
    more: { type?: string; list?: string } = {},
  ) => (
    <TextInput
      id={`session-${key}`}
      label={label}
      value={typed[key]}
      autoComplete="off"
      error={problem?.field === `session-${key}` ? problem.message : undefined}
      onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
      {...more}
    />
  );
  const groups = data.groups.filter(({ key }) =>
    data.courses.some((course) => courses.includes(course.key) && course.groups.includes(key)),
  );
  return (
    <Dialog title={session ? 'Change the session' : 'Plan a session'} record={session?.id} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={problem ? [problem] : []} />
        <fieldset className="checks" id="session-courses" tabIndex={-1}>
          <legend>Courses that are taught together</legend>
          {data.courses.map(({ key, name, capacity }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={courses.includes(key)}
                onChange={({ target }) => {
                  setCourses(target.checked ? [...courses, key] : courses.filter((one) => one !== key));
                  if (target.checked && courses.length === 0) setTyped({ ...typed, capacity: String(capacity) });
                }}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <div className="post-fields">
          {field('date', 'Date', { type: 'date' })}
          {field('start', 'From', { type: 'time' })}
          {field('end', 'To', { type: 'time' })}
          {field('capacity', 'Seats')}
          {field('room', 'Room (optional)', { list: 'session-rooms' })}
          {field('faculty', 'Faculty (optional)')}
          {field('note', 'Note (optional)')}
          {session && (
            <Select
              id="session-state"
              label="State"
              value={typed.state}
              onChange={(event) => setTyped({ ...typed, state: event.target.value as typeof typed.state })}
            >
              <Select.Option value="planned">Planned</Select.Option>
              <Select.Option value="held">Held</Select.Option>
              <Select.Option value="cancelled">Cancelled</Select.Option>
            </Select>
          )}
        </div>
        <fieldset className="checks">
          <legend>Seats meant for each profession (optional)</legend>
          {groups.map(({ key, name }) => (
            <label key={key}>
              <input
                className="cell-number"
                inputMode="numeric"
                value={mix[key] ?? ''}
                onChange={({ target }) => setMix({ ...mix, [key]: target.value.replace(/\D/g, '') })}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <datalist id="session-rooms">
          {data.rooms.map((room) => (
            <option key={room} value={room}>
              {room}
            </option>
          ))}
        </datalist>
        <DialogFoot
          save="Save the session"
          isSaving={save.isPending}
          onCancel={onClose}
          history={session && { kind: 'training_session', key: String(session.id) }}
        />
      </Form>
    </Dialog>
  );
}

function problemOf(typed: { date: string; start: string; end: string; capacity: string }, courses: string[]) {
  if (courses.length === 0) return { field: 'session-courses', message: 'Choose a course.' };
  if (!typed.date) return { field: 'session-date', message: 'Enter the date.' };
  if (minutesOf(typed.start) === null)
    return { field: 'session-start', message: 'Enter when it begins, such as 09:00.' };
  if (minutesOf(typed.end) === null) return { field: 'session-end', message: 'Enter when it ends, such as 16:30.' };
  if (!/^[1-9]\d{0,2}$/.test(typed.capacity.trim()))
    return { field: 'session-capacity', message: 'Enter how many seats there are, such as 20.' };
  return null;
}
