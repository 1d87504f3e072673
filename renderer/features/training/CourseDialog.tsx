import { Select, Textarea, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { CourseShown, TrainingCoursesShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

interface CourseDialogProps {
  data: TrainingCoursesShown;
  course: CourseShown | null;
  onClose: () => void;
}

/** What a course is: for whom it counts, how long it lasts, how it is given and assessed, and what the record calls it. */
export function CourseDialog({ data, course, onClose }: CourseDialogProps) {
  const trust = useTrust().code;
  const [typed, setTyped] = useState({
    name: course?.name ?? '',
    validityMonths: String(course?.validityMonths ?? 12),
    minutes: String(course?.minutes ?? 450),
    capacity: String(course?.capacity ?? 20),
    passPercent: course?.passPercent == null ? '' : String(course.passPercent),
    mode: course?.mode ?? ('face_to_face' as CourseShown['mode']),
    expires: course?.expires ?? ('expiry' as CourseShown['expires']),
    competences: (course?.competences ?? []).join('\n'),
  });
  const [groups, setGroups] = useState<string[]>(course?.groups ?? []);
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const save = useAct(
    () =>
      planner.training.setCourse({
        trust,
        course: {
          ...(course ? { key: course.key } : {}),
          name: typed.name,
          validityMonths: Number(typed.validityMonths),
          minutes: Number(typed.minutes),
          capacity: Number(typed.capacity),
          passPercent: typed.passPercent === '' ? null : Number(typed.passPercent),
          mode: typed.mode,
          expires: typed.expires,
          groups,
          competences: typed.competences
            .split('\n')
            .map((one) => one.trim())
            .filter(Boolean),
        },
      }),
    said,
  );
  const leaveOut = useAct(() => planner.training.leaveOutCourse({ trust, key: course?.key ?? '' }), said);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemOf(typed, groups);
    setProblem(wrong);
    if (wrong) return;
    save.mutate(undefined, {
      onSuccess: onClose,
      onError: (error) => setProblem({ field: 'course-name', message: sentence(error) }),
    });
  };
  const field = (key: 'name' | 'validityMonths' | 'minutes' | 'capacity' | 'passPercent', label: string) => (
    <TextInput
      id={`course-${key}`}
      label={label}
      value={typed[key]}
      autoComplete="off"
      error={problem?.field === `course-${key}` ? problem.message : undefined}
      onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
    />
  );
  return (
    <Dialog title={course ? course.name : 'Add a course'} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={problem ? [problem] : []} />
        <div className="post-fields">
          {field('name', 'Name')}
          {field('validityMonths', 'Lasts, months')}
          {field('minutes', 'Length, minutes')}
          {field('capacity', 'People in a session')}
          {field('passPercent', 'Pass mark, % (empty for none)')}
          <Select
            id="course-mode"
            label="Given"
            value={typed.mode}
            onChange={(event) => setTyped({ ...typed, mode: event.target.value as CourseShown['mode'] })}
          >
            <Select.Option value="face_to_face">Face to face: a screen alone does not count</Select.Option>
            <Select.Option value="e_learning">At a screen</Select.Option>
            <Select.Option value="any">Either way</Select.Option>
          </Select>
          <Select
            id="course-expires"
            label="Lapses by"
            value={typed.expires}
            onChange={(event) => setTyped({ ...typed, expires: event.target.value as CourseShown['expires'] })}
          >
            <Select.Option value="expiry">The expiry day of the record</Select.Option>
            <Select.Option value="completion">The day of completion and how long it lasts</Select.Option>
          </Select>
        </div>
        <fieldset className="checks" id="course-groups" tabIndex={-1}>
          <legend>Groups that are counted</legend>
          {data.groups.map(({ key, name }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={groups.includes(key)}
                onChange={({ target }) =>
                  setGroups(target.checked ? [...groups, key] : groups.filter((one) => one !== key))
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
        <Textarea
          id="course-competences"
          label="Names in the staff record that mean this course, one on a line"
          rows={3}
          value={typed.competences}
          onChange={(event) => setTyped({ ...typed, competences: event.target.value })}
        />
        <DialogFoot
          save="Save the course"
          isSaving={save.isPending}
          onCancel={onClose}
          history={course && { kind: 'own_course', fields: { key: course.key } }}
        >
          {course?.counted && (
            <Button
              kind="warning"
              onClick={() =>
                leaveOut.mutate(undefined, { onSuccess: onClose, onError: (error) => announce(sentence(error)) })
              }
            >
              {course.from === 'own' ? 'Remove the course' : 'Do not count it here'}
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

function problemOf(
  typed: { name: string; validityMonths: string; minutes: string; capacity: string; passPercent: string },
  groups: string[],
) {
  const isWhole = (text: string, least: number) => /^\d{1,4}$/.test(text.trim()) && Number(text) >= least;
  if (!typed.name.trim()) return { field: 'course-name', message: 'Enter the name.' };
  if (!isWhole(typed.validityMonths, 1))
    return { field: 'course-validityMonths', message: 'Enter months, such as 12.' };
  if (!isWhole(typed.minutes, 0)) return { field: 'course-minutes', message: 'Enter minutes, such as 450.' };
  if (!isWhole(typed.capacity, 1)) return { field: 'course-capacity', message: 'Enter people, such as 20.' };
  if (typed.passPercent !== '' && (!isWhole(typed.passPercent, 1) || Number(typed.passPercent) > 100))
    return { field: 'course-passPercent', message: 'Enter a percentage from 1 to 100, or leave it empty.' };
  if (groups.length === 0) return { field: 'course-groups', message: 'Choose a staff group.' };
  return null;
}
