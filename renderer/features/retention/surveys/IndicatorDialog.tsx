import type { FormEvent } from 'react';
import type { OwnSurveyIndicator, SurveyResults } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { useForm } from '../../../components/use-form.ts';
import { nameOfSurvey, unitText } from './words.ts';

type Key = 'name' | 'unit' | 'better';

const fields: readonly Field<Key>[] = [
  {
    key: 'name',
    label: 'Indicator',
    hint: 'what it is about, in your own words: the number and the wording of a question change from year to year',
  },
  {
    key: 'unit',
    label: 'Score in',
    choices: (['percent', 'of_ten', 'of_hundred'] as const).map((key) => ({ key, name: unitText[key] })),
  },
  {
    key: 'better',
    label: 'Better is',
    choices: [
      { key: 'higher', name: 'Higher' },
      { key: 'lower', name: 'Lower' },
    ],
  },
];

/** Adds an indicator of the trust's own to a survey. */
export function IndicatorDialog({ data, onClose }: { data: SurveyResults; onClose: () => void }) {
  const trust = useTrust().code;
  const form = useForm<Key>('survey-indicator', 'name', () => ({ name: '', unit: 'percent', better: 'higher' }));
  const save = useAct(
    () =>
      planner.retention.addSurveyIndicator({
        trust,
        survey: data.survey,
        name: form.typed.name,
        unit: form.typed.unit as OwnSurveyIndicator['unit'],
        better: form.typed.better as OwnSurveyIndicator['better'],
      }),
    ({ label }) => `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.judge(form.typed.name.trim() ? {} : { name: 'Enter what the indicator is about.' })) return;
    save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={`Add an indicator to ${nameOfSurvey(data)}`} onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields id="survey-indicator" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        <DialogFoot save="Add the indicator" isSaving={save.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
