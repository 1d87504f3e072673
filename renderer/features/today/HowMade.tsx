import type { TodayFigure } from '#contract';
import { measureText } from '../../components/figure-words.ts';
import { MadeDialog } from '../../components/MadeDialog.tsx';
import { beforeText, figureText } from './words.ts';

/** How a figure was made: formula, inputs, source and what it leaves out; to be copied into a paper. */
export function HowMade({ figure, onClose }: { figure: TodayFigure; onClose: () => void }) {
  const { title, measure, source, of, warnings } = figure;
  const before = beforeText(figure);
  const inputs = measure.inputs.map((input) => ({ title: input.title, text: measureText(input) }));
  return (
    <MadeDialog
      name={title}
      value={figureText(figure)}
      formula={measure.formula}
      inputs={before ? [...inputs, { title: 'At your last visit', text: before }] : inputs}
      source={source}
      of={of}
      notes={[measure.note, ...warnings].flatMap((text) => text ?? [])}
      onClose={onClose}
    />
  );
}
