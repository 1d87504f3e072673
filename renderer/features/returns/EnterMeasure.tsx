import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { EnteredMeasure, OwnMeasure } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { Answered } from '../../components/Answered.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { readAmount, typedAmount } from '../../components/measure-form.ts';
import { unitWords } from '../../components/measure-words.ts';
import { useForm } from '../../components/use-form.ts';

type Key = keyof EnteredMeasure;

interface EnterMeasureProps {
  of: { trust: string; period: string };
  /** The period in words. */
  title: string;
  measure: OwnMeasure;
  onClose: () => void;
}

/** Enters what an own measure is in a period. */
export function EnterMeasure(props: EnterMeasureProps) {
  const { of, measure } = props;
  const entered = useQuery({
    queryKey: ['returns', of.trust, of.period, 'entered measures'],
    queryFn: () => planner.returns.enteredMeasures(of),
  });
  return (
    <Answered query={entered}>
      {(all) => <EnterForm {...props} entered={all.find(({ id }) => id === measure.id) ?? null} />}
    </Answered>
  );
}

function EnterForm({ of, title, measure, entered, onClose }: EnterMeasureProps & { entered: EnteredMeasure | null }) {
  const { id, definition } = measure;
  const { unit, denominator } = definition;
  const form = useForm<Key>('entered', 'numerator', () => ({
    numerator: typedAmount(entered?.numerator ?? null, unit),
    denominator: typedAmount(entered?.denominator ?? null, unit),
    on: entered?.on ?? '',
    note: entered?.note ?? '',
  }));
  const read = (key: 'numerator' | 'denominator') => readAmount(form.typed[key], unit);
  const save = useAct(
    () =>
      planner.returns.enterMeasure({
        ...of,
        id,
        entered: {
          numerator: read('numerator') ?? null,
          denominator: read('denominator') ?? null,
          on: form.typed.on || null,
          note: form.typed.note,
        },
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const inUnit = `${unit === 'count' ? 'A number' : `In ${unitWords[unit]}`}; blank is “not known”, and no nought`;
  const fields: Field<Key>[] = [
    { key: 'numerator', label: sentenceCase(definition.numerator), kind: 'number', hint: inUnit },
    ...(denominator === null
      ? []
      : [{ key: 'denominator' as const, label: sentenceCase(denominator), kind: 'number' as const, hint: inUnit }]),
    { key: 'on', label: 'Figures are of', kind: 'date', hint: 'Without a day: the last day of the period' },
    { key: 'note', label: 'Note', most: 500, hint: 'What whoever reads it should know; roles, never names' },
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = (key: 'numerator' | 'denominator') =>
      read(key) === undefined ? { [key]: `Enter a number in ${unitWords[unit]}, such as 81.` } : {};
    if (form.judge({ ...wrong('numerator'), ...wrong('denominator') }))
      save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={`${definition.shortName}, ${title}`} onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {definition.exclusions && <p>Leaves out: {definition.exclusions}</p>}
        <Fields id="entered" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        {definition.ofPeople && (
          <p className="note">Numbers of fewer than five people are withheld from what leaves the trust.</p>
        )}
        {form.patients.warning}
        <DialogFoot
          save="Save the figures"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'own_measure_value', fields: { measure_id: id, period: of.period } }}
        />
      </Form>
    </Dialog>
  );
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
