import type { PaperBlock, ReturnDocument } from '#contract';
import { daysInWords, madeBy, measuredOf, measureInWords, partInWords } from './measure-words.ts';

const words = (heading: string) => ({ heading, kind: 'words' as const });
const figure = (heading: string) => ({ heading, kind: 'figure' as const });

/** Every measure of a return with its numerator, its denominator and its day; those that are withheld are said to be. */
export function measuresInReport({ measures }: ReturnDocument): PaperBlock[] {
  const measured = measuredOf(measures);
  if (measured.length === 0) return [];
  const rows = measured.map(({ definition, value }) => ({
    kind: 'row' as const,
    cells: [
      value.group === null ? definition.shortName : `${definition.shortName}, ${value.group}`,
      measureInWords(definition, value),
      partInWords(definition, value, 'numerator'),
      partInWords(definition, value, 'denominator'),
      daysInWords(value),
      madeBy(definition, value),
    ],
  }));
  const notes = measured.flatMap(({ definition, value }) =>
    value.note ? [`${definition.shortName}: ${value.note}`] : [],
  );
  return [
    { kind: 'heading', level: 1, text: 'Measures' },
    {
      kind: 'table',
      title: 'Measures, their numerators and denominators',
      columns: [
        words('Measure'),
        figure('Figure'),
        figure('Numerator'),
        figure('Denominator'),
        words('Of'),
        words('Defined by'),
      ],
      rows,
      notes: ['Numbers of few people are withheld, with whatever would tell them.', ...notes],
    },
  ];
}
