import { type FormEvent, useState } from 'react';
import type { IncentiveSchemeShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** The window of a year and the day of its declaration: the pack's default, or the trust's own. */
export function DaysDialog({ scheme, onClose }: { scheme: IncentiveSchemeShown; onClose: () => void }) {
  const trust = useTrust().code;
  const [days, setDays] = useState({ ...scheme.days.window, declareBy: scheme.days.declareBy });
  const [problem, setProblem] = useState<string | null>(null);
  const save = useAct(
    (own: typeof days | null) => planner.assurance.setSchemeDays({ trust, year: scheme.year, days: own }),
    () => 'The days of the year are saved.',
  );
  const send = (own: typeof days | null) =>
    save.mutate(own, { onSuccess: onClose, onError: (error) => setProblem(sentence(error)) });
  const field = (key: keyof typeof days, label: string) => (
    <label>
      {label}
      <input
        id={`days-${key}`}
        type="date"
        value={days[key]}
        onChange={(event) => setDays({ ...days, [key]: event.target.value })}
      />
    </label>
  );
  return (
    <Dialog title={`Days of year ${scheme.year}`} onClose={onClose}>
      <Form
        className="assurance__form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send(days);
        }}
      >
        <ErrorSummary problems={problem ? [{ field: 'days-first', message: problem }] : []} />
        {field('first', 'Window begins')}
        {field('last', 'Window ends')}
        {field('declareBy', 'Declare by')}
        <DialogFoot save="Save the days" onCancel={onClose}>
          {scheme.days.own && <Button onClick={() => send(null)}>Take the default days</Button>}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
