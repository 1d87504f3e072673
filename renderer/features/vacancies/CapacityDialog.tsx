import { Textarea, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { PlacementWeek } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';

/** What an area can take: of one week, or at first of several weeks alike. */
export function CapacityDialog({ week, onClose }: { week: PlacementWeek | null; onClose: () => void }) {
  const trust = useTrust();
  const [typed, setTyped] = useState({
    area: week?.area ?? trust.units[0]?.name ?? '',
    week: week?.week ?? '',
    weeks: '1',
    supervisedShifts: week ? String(week.supervisedShifts) : '',
    shiftsNeeded: week ? String(week.shiftsNeeded) : '4',
    auditDate: week?.auditDate ?? '',
    qualityNote: week?.qualityNote ?? '',
  });
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);
  const save = useAct(
    () =>
      planner.vacancies.setCapacity({
        trust: trust.code,
        ...(week ? { id: week.id } : { weeks: Number(typed.weeks) }),
        area: typed.area,
        week: typed.week,
        supervisedShifts: Number(typed.supervisedShifts),
        shiftsNeeded: Number(typed.shiftsNeeded),
        auditDate: typed.auditDate || null,
        qualityNote: typed.qualityNote || null,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemOf(typed);
    setProblem(wrong);
    if (!wrong)
      save.mutate(undefined, {
        onSuccess: onClose,
        onError: (error) => setProblem({ field: 'capacity-area', message: sentence(error) }),
      });
  };
  const field = (
    key: keyof typeof typed,
    label: string,
    more: { type?: string; hint?: string; list?: string } = {},
  ) => (
    <TextInput
      id={`capacity-${key}`}
      label={label}
      value={typed[key]}
      autoComplete="off"
      error={problem?.field === `capacity-${key}` ? problem.message : undefined}
      onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
      {...more}
    />
  );
  return (
    <Dialog title={week ? 'Change the capacity' : 'Add capacity'} record={week?.id} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={problem ? [problem] : []} />
        <div className="post-fields">
          {field('area', 'Area', { list: 'capacity-areas' })}
          {field('week', 'Week of', { type: 'date' })}
          {!week && field('weeks', 'Weeks alike from it on')}
          {field('supervisedShifts', 'Supervised shifts a week')}
          {field('shiftsNeeded', 'Shifts that one student needs')}
          {field('auditDate', 'Audited (optional)', { type: 'date' })}
          <div className="post-fields__wide">
            <Textarea
              id="capacity-quality"
              label="Quality notes (optional)"
              rows={2}
              value={typed.qualityNote}
              onChange={(event) => setTyped({ ...typed, qualityNote: event.target.value })}
            />
          </div>
        </div>
        <datalist id="capacity-areas">
          {trust.units.map(({ id, name }) => (
            <option key={id} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        <DialogFoot
          save="Save the capacity"
          isSaving={save.isPending}
          onCancel={onClose}
          history={week && { kind: 'placement_week', key: String(week.id) }}
        />
      </Form>
    </Dialog>
  );
}

function problemOf(typed: {
  area: string;
  week: string;
  weeks: string;
  supervisedShifts: string;
  shiftsNeeded: string;
}) {
  const isWhole = (text: string, least: number) => /^\d{1,4}$/.test(text.trim()) && Number(text) >= least;
  if (!typed.area.trim()) return { field: 'capacity-area', message: 'Enter the area.' };
  if (!typed.week) return { field: 'capacity-week', message: 'Enter a day of the week.' };
  if (!isWhole(typed.weeks, 1)) return { field: 'capacity-weeks', message: 'Enter how many weeks, such as 12.' };
  if (!isWhole(typed.supervisedShifts, 0))
    return { field: 'capacity-supervisedShifts', message: 'Enter the supervised shifts, such as 28.' };
  if (!isWhole(typed.shiftsNeeded, 1))
    return { field: 'capacity-shiftsNeeded', message: 'Enter the shifts that one student needs, such as 4.' };
  return null;
}
