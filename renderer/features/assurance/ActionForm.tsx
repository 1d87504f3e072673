import { type FormEvent, useState } from 'react';
import type { MonthlyCounts, RedFlagAction } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { fieldProblems, sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary, type Problem } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { monthText, monthsFrom } from './months.ts';

interface ActionFormProps {
  counts: MonthlyCounts;
  action: RedFlagAction | null;
  latest: string;
  onDone: () => void;
}

/** What was done about a red flag: in which month, about what, by whom, and whether it is done. */
export function ActionForm({ counts, action, latest, onDone }: ActionFormProps) {
  const trust = useTrust();
  const [cells, setCells] = useState({
    month: action?.month ?? latest,
    unit: action?.unit ?? null,
    flag: action?.flag ?? null,
    action: action?.action ?? '',
    lead: action?.lead ?? '',
    due: action?.due ?? null,
    done: action?.done ?? null,
  });
  const [problems, setProblems] = useState<Problem[]>([]);
  const set = (part: Partial<typeof cells>) => setCells({ ...cells, ...part });
  const save = useAct(
    async () => {
      if (action) await planner.assurance.changeAction({ trust: trust.code, id: action.id, ...cells });
      else await planner.assurance.addAction({ trust: trust.code, ...cells });
    },
    () => 'The action is saved.',
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, {
      onSuccess: onDone,
      onError: (error) => {
        const found = fieldProblems(error).map(({ field, message }) => ({ field: `action-${field}`, message }));
        setProblems(found.length > 0 ? found : [{ field: 'action-action', message: sentence(error) }]);
      },
    });
  };
  const months = monthsFrom(counts.columns[0]?.months[0] ?? latest, latest);
  return (
    <Form onSubmit={submit} className="assurance__form">
      <ErrorSummary problems={problems} />
      <label>
        Month
        <select id="action-month" value={cells.month} onChange={(event) => set({ month: event.target.value })}>
          {[...new Set([...months, cells.month])].map((month) => (
            <option key={month} value={month}>
              {monthText(month)}
            </option>
          ))}
        </select>
      </label>
      <label>
        About
        <select
          id="action-flag"
          value={cells.flag ?? ''}
          onChange={(event) => set({ flag: event.target.value || null })}
        >
          <option value="">Red flags together</option>
          {counts.rows
            .filter(({ source }) => source !== 'counted')
            .map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label>
        Unit
        <select
          id="action-unit"
          value={cells.unit ?? ''}
          onChange={(event) => set({ unit: Number(event.target.value) || null })}
        >
          <option value="">All units</option>
          {trust.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="assurance__wide">
        What was done
        <textarea
          id="action-action"
          rows={3}
          value={cells.action}
          onChange={(event) => set({ action: event.target.value })}
        />
      </label>
      <label>
        Lead, by role
        <input
          id="action-lead"
          value={cells.lead}
          autoComplete="off"
          onChange={(event) => set({ lead: event.target.value })}
        />
      </label>
      <label>
        Due
        <input
          id="action-due"
          type="date"
          value={cells.due ?? ''}
          onChange={(event) => set({ due: event.target.value || null })}
        />
      </label>
      <label>
        Done
        <input
          id="action-done"
          type="date"
          value={cells.done ?? ''}
          onChange={(event) => set({ done: event.target.value || null })}
        />
      </label>
      <DialogFoot
        save="Save the action"
        isSaving={save.isPending}
        onCancel={onDone}
        history={action && { kind: 'red_flag_action', key: String(action.id) }}
      />
    </Form>
  );
}
