import { type FormEvent } from 'react';
import type { ReceivedMatrix } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';
import { periodsAround, periodText } from './words.ts';

interface PeriodDialogProps {
  matrix: ReceivedMatrix;
  /** Null for one to be asked for. */
  period: string | null;
  onClose: () => void;
}

/** Asks for the returns of a period by a day. */
export function PeriodDialog({ matrix: { today, periods }, period, onClose }: PeriodDialogProps) {
  const lmns = useLmns().id;
  const known = periods.find((one) => one.period === period);
  const open = periodsAround(today).filter((one) => !periods.some(({ period: there, due }) => there === one && due));
  const form = useForm<'period' | 'due'>('asked', 'due', () => ({
    period: period ?? open[1] ?? open[0] ?? '',
    due: known?.due ?? '',
  }));
  const said = ({ label }: { label: string | null }) => label;
  const set = useAct(() => planner.lmns.setPeriod({ lmns, ...form.typed }), said);
  const remove = useAct(() => planner.lmns.removePeriod({ lmns, period: form.typed.period }), said);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.judge(form.typed.due ? {} : { due: 'Enter the day by which returns are to be here.' })) return;
    set.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  const choices = known
    ? [{ key: known.period, name: known.title }]
    : open.map((key) => ({ key, name: periodText(key) }));
  return (
    <Dialog title={known ? `Returns of ${known.title}` : 'Ask for a period'} onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="asked"
          fields={[
            { key: 'period', label: 'Period', choices },
            {
              key: 'due',
              label: 'Returns by',
              kind: 'date',
              hint: 'A trust whose return is not here on that day is late.',
            },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        <DialogFoot
          save={known ? 'Save the day' : 'Ask for the returns'}
          isSaving={set.isPending}
          onCancel={onClose}
          history={known && { kind: 'lmns_period', fields: { period: known.period } }}
        >
          {known?.due && (
            <Button onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}>
              Ask for them no longer
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
