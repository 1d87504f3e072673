import { type FormEvent, useState } from 'react';
import type { ReturnFigure, ReturnMeasure, TableValue } from '#contract';
import { announce } from '../../components/announce.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';
import { keepFigure } from './line-saving.ts';
import { measureText } from './words.ts';

const ID = 'decide';

interface DecideFigureProps {
  of: { trust: string; period: string; reference: string };
  figure: ReturnFigure;
  /** As it was taken into the evidence before. */
  kept: ReturnFigure | null;
  onClose: () => void;
}

/** Measures that a person can put another number in place of: a number, not words nor a share of two numbers. */
const canBeTyped = ({ kind }: ReturnMeasure) => kind === 'wte' || kind === 'count' || kind === 'minutes';
const scale = { wte: 100_000, minutes: 60, count: 1 } as const;
const unit = { wte: 'WTE', minutes: 'hours', count: '' } as const;
type Typed = keyof typeof scale;

const typedValue = ({ kind, value }: ReturnMeasure): string =>
  typeof value === 'number' ? String(value / scale[kind as Typed]) : '';

/** The number in the unit of the store; undefined for what is no number. */
function readValue(kind: Typed, text: string): TableValue | undefined {
  if (text.trim() === '') return null;
  const number = Number(text.replace(/,/g, '').replace('−', '-'));
  return Number.isFinite(number) ? Math.round(number * scale[kind]) : undefined;
}

/** The figure in other words, or with other values: why goes with it, and what was worked out stays beside. */
export function DecideFigure({ of, figure, kept, onClose }: DecideFigureProps) {
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
        label: [measure.title, unit[measure.kind as Typed]].filter(Boolean).join(', '),
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
    { key: 'reason', label: 'Why', kind: 'words', most: 500, hint: 'Goes with the figure to the LMNS. Name nobody.' },
  ];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = measures.map((measure) => ({
      key: measure.key,
      stored: measure.value,
      value: readValue(measure.kind as Typed, form.typed[`value ${measure.key}`] ?? ''),
    }));
    const wrong = read.filter(({ value }) => value === undefined);
    const values = read.flatMap(({ key, value, stored }) =>
      value === undefined || value === stored || (value === null && typeof stored !== 'number')
        ? []
        : [{ measure: key, value }],
    );
    const words = typedOrNull(form.typed.words ?? '');
    const reason = typedOrNull(form.typed.reason ?? '');
    const isChanged = values.length > 0 || (words !== null && words !== figure.sentence);
    const isFine = form.judge({
      ...Object.fromEntries(wrong.map(({ key }) => [`value ${key}`, 'Enter a number, such as 80.40.'])),
      reason: isChanged && reason === null ? 'Say why it is changed.' : '',
    });
    if (!isFine) return;
    keepFigure(of, { key: figure.key, sentence: figure.sentence, words, values, reason }).then(() => {
      announce(`In the evidence of ${of.reference}: ${figure.title}`);
      onClose();
    }, form.failed);
  };
  return (
    <Dialog title={`Edit or overrule: ${figure.title}`} wide onClose={onClose}>
      <form onSubmit={send} noValidate>
        <p>
          {figure.source} · {figure.of}. Formula and inputs stay with the figure; rates are not worked out again.
        </p>
        <Fields id={ID} fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        <DialogFoot save="Put into the evidence" onCancel={onClose} />
      </form>
    </Dialog>
  );
}
