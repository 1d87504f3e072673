import { type FormEvent, useState } from 'react';
import type { StudyLeave } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Form } from '../../components/Form.tsx';

type Counts = StudyLeave['counts'];

/** "Leave of the group “Study Leave”, and duties with the shift STUDY or TRAIN." */
export function countsText({ group, shifts }: Counts): string {
  const last = shifts[shifts.length - 1];
  const all = shifts.length < 2 ? last : `${shifts.slice(0, -1).join(', ')} or ${last}`;
  return `Leave of the group “${group}”${all === undefined ? '; no shift of a duty' : `, and duties with the shift ${all}`}. Rules and defaults has both.`;
}

const wordOf = (shift: string) => shift.trim().toUpperCase();

/** Which shifts of the rosters are training: chosen of those that they have, or typed. */
export function StudyShifts({ counts, onClose }: { counts: Counts; onClose: () => void }) {
  const trust = useTrust().code;
  const known = [...new Set([...counts.shifts, ...counts.rostered].map(wordOf))];
  const [chosen, setChosen] = useState(() => new Set(counts.shifts.map(wordOf)));
  const [more, setMore] = useState('');
  const save = useAct(
    (value: string) =>
      planner.organisation.setRule({
        trust,
        pack: 'training-needs',
        path: 'rosteredStudy.shifts',
        value,
        agreedBy: '',
        why: '',
      }),
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const choose = (shift: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(shift);
    else next.delete(shift);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = more.split(',').map(wordOf).filter(Boolean);
    const all = [...new Set([...known.filter((shift) => chosen.has(shift)), ...typed])];
    save.mutate(all.join(', ') || 'none', { onSuccess: onClose });
  };
  return (
    <Dialog title="Shifts that are training" onClose={onClose}>
      <Form onSubmit={submit}>
        {save.error && (
          <p className="note note--wrong" role="alert">
            {sentence(save.error)}
          </p>
        )}
        <fieldset className="checks">
          <legend>Shifts of the rosters of this year, and those that count today</legend>
          {known.map((shift) => (
            <label key={shift}>
              <input
                type="checkbox"
                checked={chosen.has(shift)}
                onChange={({ target }) => choose(shift, target.checked)}
              />
              {shift}
              {counts.rostered.some((one) => wordOf(one) === shift) ? '' : ' (on no roster)'}
            </label>
          ))}
        </fieldset>
        <label className="filter">
          Others, with commas between
          <input
            className="nhsuk-input"
            value={more}
            onChange={({ target }) => setMore(target.value)}
            autoComplete="off"
          />
        </label>
        <DialogFoot save="Count these shifts" isSaving={save.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
