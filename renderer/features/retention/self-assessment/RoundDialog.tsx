import type { FormEvent } from 'react';
import type { RoundCells } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { typedOrNull, useForm } from '../../../components/use-form.ts';

type Key = 'name' | 'level' | 'place' | 'day' | 'by';
const levels = [
  { key: 'trust', name: 'The whole trust' },
  { key: 'unit', name: 'A unit' },
  { key: 'team', name: 'A team' },
];

/** Begins a round of the self-assessment. */
export function RoundDialog({ onAdded, onClose }: { onAdded: (id: number) => void; onClose: () => void }) {
  const trust = useTrust();
  const form = useForm<Key>('round', 'name', () => ({ name: '', level: 'trust', place: '', day: '', by: '' }));
  const { typed } = form;
  const save = useAct(
    () =>
      planner.retention.addRound({
        trust: trust.code,
        name: typed.name,
        level: typed.level as RoundCells['level'],
        place: typedOrNull(typed.place),
        day: typed.day,
        by: typedOrNull(typed.by),
      }),
    ({ label }) => `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge({
      ...(typed.name.trim() ? {} : { name: 'Enter a name for the round.' }),
      ...(typed.day ? {} : { day: 'Enter the day of the round.' }),
      ...(typed.level === 'trust' || typed.place.trim() ? {} : { place: 'Enter which unit or team it is.' }),
    });
    if (!sound) return;
    const done = ({ id }: { id: number }) => {
      onAdded(id);
      onClose();
    };
    save.mutate(undefined, { onSuccess: done, onError: form.failed });
  };
  return (
    <Dialog title="Begin a round" onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="round"
          fields={[
            { key: 'name', label: 'Name', hint: 'such as Autumn 2026' },
            { key: 'day', label: 'Day', kind: 'date' },
            { key: 'level', label: 'Of', choices: levels },
            {
              key: 'place',
              label: 'Which unit or team',
              choices: trust.units.map(({ name }) => ({ key: name, name })),
              open: true,
            },
            { key: 'by', label: 'Rated by (optional)', hint: 'a role or group' },
          ]}
          typed={typed}
          problems={form.problems}
          onType={form.type}
        />
        <DialogFoot save="Begin the round" isSaving={save.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
