import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { Preceptor, PreceptorCandidate, Preceptors } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedCells, useForm } from '../../components/use-form.ts';

const keys = [
  'name',
  'person',
  'unit',
  'band',
  'shiftPattern',
  'prepared',
  'registered',
  'most',
  'until',
  'notes',
] as const;
type Key = (typeof keys)[number];

interface PreceptorDialogProps {
  data: Preceptors;
  /** Null for a new one, whose name may be known. */
  preceptor: Preceptor | null;
  name: string;
  /** Who of the staff list that is. */
  known: PreceptorCandidate | null;
  onClose: () => void;
}

/** A preceptor to be entered from the staff in post or by name, or to be changed. */
export function PreceptorDialog({ data, preceptor, name, known, onClose }: PreceptorDialogProps) {
  const trust = useTrust();
  const form = useForm<Key>('preceptor', 'name', () => {
    const { person, unit, band } = known ?? {};
    const source: Partial<Record<Key, string | number | null>> = preceptor ?? { name, person, unit, band };
    return Object.fromEntries(keys.map((key) => [key, String(source[key] ?? '')])) as Record<Key, string>;
  });
  const candidates = useQuery({
    queryKey: ['preceptorship', trust.code, 'candidates'],
    queryFn: () => planner.preceptorship.preceptorCandidates({ trust: trust.code }),
    enabled: preceptor === null,
  });
  const inPost = candidates.data ?? [];
  const type = (key: Key, value: string) => {
    form.type(key, value);
    const found = key === 'name' && preceptor === null ? inPost.find((one) => one.name === value) : undefined;
    if (!found) return;
    form.type('person', found.person);
    form.type('unit', found.unit ?? '');
    form.type('band', found.band ?? '');
  };
  const fields: Field<Key>[] = [
    {
      key: 'name',
      label: 'Name',
      ...(inPost.length > 0
        ? {
            hint: 'choose from the staff in post, or type another',
            choices: inPost.flatMap((one) => (one.name === null ? [] : [{ key: one.person, name: one.name }])),
            open: true,
          }
        : {}),
    },
    { key: 'person', label: 'Employee number (optional)' },
    {
      key: 'unit',
      label: 'Unit',
      choices: trust.units.map(({ id, name: title }) => ({ key: String(id), name: title })),
      open: true,
    },
    { key: 'band', label: 'Band' },
    { key: 'shiftPattern', label: 'Shift pattern', choices: data.shiftPatterns, none: 'Not said' },
    { key: 'prepared', label: 'Preparation done on', kind: 'date' },
    { key: 'registered', label: 'Registered since', kind: 'date' },
    { key: 'most', label: 'Preceptees at most', kind: 'number', hint: `blank: ${data.rules.mostPreceptees}` },
    { key: 'until', label: 'On the register until', kind: 'date' },
    { key: 'notes', label: 'Notes', kind: 'words', most: 500 },
  ];
  const save = useAct(
    () => {
      const text = typedCells(keys, form.typed);
      const cells = { ...text, name: form.typed.name, most: text.most === null ? null : Number(text.most) };
      const sent = { trust: trust.code, ...cells, aboutNoPatient: form.patients.aboutNoPatient };
      return preceptor
        ? planner.preceptorship.changePreceptor({ id: preceptor.id, ...sent })
        : planner.preceptorship.addPreceptor(sent);
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.preceptorship.removePreceptor({ trust: trust.code, id: preceptor?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge({
      ...(form.typed.name.trim() ? {} : { name: 'Enter a name.' }),
      ...(/^\d{0,2}$/.test(form.typed.most.trim()) ? {} : { most: 'Enter a whole number, such as 2.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={preceptor ? preceptor.name : 'Add a preceptor'} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {preceptor && preceptor.preceptees.length > 0 && (
          <p className="post-facts">
            Supports {preceptor.preceptees.map(({ name: who }) => who).join(', ')}. A preceptee’s preceptor is changed
            on the preceptee’s own page.
          </p>
        )}
        <Fields id="preceptor" fields={fields} typed={form.typed} problems={form.problems} onType={type} />
        {form.patients.warning}
        <DialogFoot
          save={preceptor ? 'Save the preceptor' : 'Add the preceptor'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={preceptor && { kind: 'preceptor', key: String(preceptor.id) }}
        >
          {preceptor && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove from the register
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
