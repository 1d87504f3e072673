import { type FormEvent } from 'react';
import type { LmnsAnsweredLine } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedCells, useForm } from '../../components/use-form.ts';
import { OwnFigures } from './OwnFigures.tsx';
import { statusText } from './words.ts';

type Cell = keyof LmnsAnsweredLine['answer'];

const statuses = (['blue', 'green', 'amber', 'red'] as const).map((key) => ({ key, name: statusText(key) }));
const words = (key: Cell, label: string, hint?: string): Field<Cell> => ({
  key,
  label,
  kind: 'words',
  most: 4000,
  ...(hint ? { hint } : {}),
});
const fields: Field<Cell>[] = [
  { key: 'status', label: 'Status', choices: statuses, none: 'No status' },
  { key: 'lead', label: 'Lead, a role', hint: 'Such as LMNS workforce lead' },
  { key: 'due', label: 'Due', kind: 'date' },
  words('progress', 'Progress'),
  words('nextSteps', 'Next steps'),
  words('evidence', 'Evidence', 'Documents and meetings; figures that are accepted stand beside it by themselves'),
  words('risk', 'Risk and mitigation'),
  words('helpNeeded', 'Help needed'),
];
const keys = fields.map(({ key }) => key);

interface OwnLineDialogProps {
  line: LmnsAnsweredLine;
  period: string;
  title: string;
  onClose: () => void;
}

/** The answer to one of the LMNS's lines, with what the compile and the records know for it. */
export function OwnLineDialog({ line, period, title, onClose }: OwnLineDialogProps) {
  const { plan, answer, before, figures, kept } = line;
  const lmns = useLmns().id;
  const form = useForm<Cell>(
    'own',
    'status',
    () => Object.fromEntries(keys.map((key) => [key, answer[key] ?? ''])) as Record<Cell, string>,
  );
  const save = useAct(
    () => {
      const { status, due } = typedCells(keys, form.typed);
      const sent = { ...form.typed, status: status as LmnsAnsweredLine['answer']['status'], due };
      const { aboutNoPatient } = form.patients;
      return planner.lmns.setAnswer({ lmns, period, reference: plan.reference, answer: sent, aboutNoPatient });
    },
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={`${plan.reference} ${plan.title}`} record={period} wide onClose={onClose}>
      <p>
        {plan.sentence} <span className="nhsuk-hint">{title}</span>
      </p>
      <div className="own-line">
        <Form onSubmit={submit}>
          <ErrorSummary problems={form.problems} />
          <Fields id="own" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
          {form.patients.warning}
          <DialogFoot
            save="Save the answer"
            isSaving={save.isPending}
            onCancel={onClose}
            history={{ kind: 'lmns_answer', fields: { period, reference: plan.reference } }}
          />
        </Form>
        <div>
          {before && (
            <p className="nhsuk-hint">
              Before: {statusText(before.status)}
              {before.progress && ` · ${before.progress}`}
            </p>
          )}
          <OwnFigures line={{ plan, figures, kept }} period={period} />
        </div>
      </div>
    </Dialog>
  );
}
