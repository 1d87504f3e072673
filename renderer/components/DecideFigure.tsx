import { type FormEvent, useState } from 'react';
import type { ReturnFigure, TableValue } from '#contract';
import { Dialog } from './Dialog.tsx';
import { DialogFoot } from './DialogFoot.tsx';
import { type Field, Fields } from './Fields.tsx';
import { Form } from './Form.tsx';
import { measureText } from './figure-words.ts';
import { canBeTyped, readTyped, typedLabel, typedValue } from './typed-figure.ts';
import { typedOrNull, useForm } from './use-form.ts';

const ID = 'decide';

/** What is made of a figure that was read; words and values that differ from it want a reason. */
export interface FigureDecision {
  readonly key: string;
  /** The sentence that was read. */
  readonly sentence: string;
  readonly words: string | null;
  readonly values: { measure: string; value: TableValue }[];
  readonly reason: string | null;
  /** True where somebody has read a warning about patients and says that it is about none. */
  readonly aboutNoPatient: boolean;
}

interface DecideFigureProps {
  figure: ReturnFigure;
  /** As it was taken into the evidence before. */
  kept: ReturnFigure | null;
  /** For whom the reason is: "Goes with the figure to the LMNS." */
  reasonGoes: string;
  onKeep: (decision: FigureDecision) => Promise<void>;
  onClose: () => void;
}

/** The figure in other words, or with other values: why goes with it, and what was worked out stays beside. */
export function DecideFigure({ figure, kept, reasonGoes, onKeep, onClose }: DecideFigureProps) {
  const measures = figure.measures.filter(canBeTyped);
  const shown = (key: string) => (kept ?? figure).measures.find((own) => own.key === key);
  const [start] = useState(() =>
    Object.fromEntries([
      ['words', (kept ?? figure).sentence],
      ['reason', kept?.decision?.reason ?? ''],
      ...measures.map((measure) => [`value ${measure.key}`, typedValue(shown(measure.key) ?? measure)]),
    ]),
  );
  const form = useForm<string>(ID, 'reason', () => ({ ...start }));
  const fields: Field[] = [
    ...measures.map(
      (measure): Field => ({
        key: `value ${measure.key}`,
        label: typedLabel(measure),
        kind: 'number',
        hint: `Worked out as ${measureText(measure)}.`,
      }),
    ),
    {
      key: 'words',
      label: 'What the evidence says',
      kind: 'words',
      most: 2000,
      hint: 'Its numbers are not changed for you.',
    },
    { key: 'reason', label: 'Why', kind: 'words', most: 500, hint: `${reasonGoes} Name nobody.` },
  ];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = measures.map((measure) => ({
      key: measure.key,
      typed: readTyped(measure, form.typed[`value ${measure.key}`] ?? ''),
    }));
    const wrong = read.filter(({ typed }) => typed === undefined);
    const values = read.flatMap(({ key, typed }) => (typed ? [{ measure: key, value: typed.value }] : []));
    const words = typedOrNull(form.typed.words ?? '');
    const reason = typedOrNull(form.typed.reason ?? '');
    const isChanged = values.length > 0 || (words !== null && words !== figure.sentence);
    const isFine = form.judge({
      ...Object.fromEntries(wrong.map(({ key }) => [`value ${key}`, 'Enter a number, such as 80.40.'])),
      reason: isChanged && reason === null ? 'Say why it is changed.' : '',
    });
    if (!isFine) return;
    const { aboutNoPatient } = form.patients;
    onKeep({ key: figure.key, sentence: figure.sentence, words, values, reason, aboutNoPatient }).then(
      onClose,
      form.failed,
    );
  };
  return (
    <Dialog title={`Edit or overrule: ${figure.title}`} wide onClose={onClose}>
      <Form onSubmit={send}>
        <p>
          {figure.source} · {figure.of}. Formula and inputs stay with the figure; rates are not worked out again.
        </p>
        <Fields id={ID} fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot save="Put into the evidence" onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
