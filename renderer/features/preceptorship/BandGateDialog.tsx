import type { FormEvent } from 'react';
import type { BandGate } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { savedWords } from '../../components/announce.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { dateText } from '../../components/numbers.ts';
import { typedCells, useForm } from '../../components/use-form.ts';

const keys = ['competenciesComplete', 'manager', 'managerSigned', 'effective', 'paid'] as const;
type Key = (typeof keys)[number];

interface BandGateDialogProps {
  preceptee: string;
  name: string;
  gate: BandGate;
  onClose: () => void;
}

/** The steps from band 5 to band 6, each after the one before. */
export function BandGateDialog({ preceptee, name, gate, onClose }: BandGateDialogProps) {
  const trust = useTrust().code;
  const form = useForm<Key>(
    'gate',
    gate.completeOn === null ? 'competenciesComplete' : 'manager',
    () => Object.fromEntries(keys.map((key) => [key, gate[key] ?? ''])) as Record<Key, string>,
  );
  const here = gate.completeOn !== null && gate.competenciesComplete === null;
  const fields: Field<Key>[] = [
    {
      key: 'competenciesComplete',
      label: 'Competencies complete on',
      kind: 'date',
      hint: here ? `by the signatures here: ${dateText(gate.completeOn ?? '')}` : 'where they are followed elsewhere',
    },
    { key: 'manager', label: 'Manager', hint: 'by name, not the only assessor' },
    { key: 'managerSigned', label: 'Manager signed on', kind: 'date' },
    { key: 'effective', label: 'Band 6 takes effect on', kind: 'date' },
    { key: 'paid', label: 'Band 6 paid on', kind: 'date', hint: 'the day of the first pay at band 6' },
  ];
  const save = useAct(
    () => {
      const cells = typedCells(keys, form.typed);
      return planner.preceptorship.setBandGate({
        trust,
        key: preceptee,
        ...cells,
        aboutNoPatient: form.patients.aboutNoPatient,
      });
    },
    ({ label }) => savedWords(label),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.judge({})) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={`Band 5 to band 6: ${name}`} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields id="gate" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot
          save="Save"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'band_gate', fields: { preceptee_key: preceptee } }}
        />
      </Form>
    </Dialog>
  );
}
