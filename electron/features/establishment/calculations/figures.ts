import type { EstablishmentFigure, EstablishmentGapKey, EstablishmentPosition } from '#contract';

const gaps: { key: EstablishmentGapKey; title: string; formula: string; inputs: [string, string] }[] = [
  {
    key: 'requiredLessFunded',
    title: 'Required minus funded',
    formula: 'required − funded',
    inputs: ['required', 'funded'],
  },
  { key: 'vacancy', title: 'Vacancy', formula: 'funded − in post', inputs: ['funded', 'in post'] },
  {
    key: 'requiredLessInPost',
    title: 'Required minus in post',
    formula: 'required − in post',
    inputs: ['required', 'in post'],
  },
];

/** The three signed gaps and the two rates of a position, each with its formula, its inputs and what it leaves out. */
export function figuresOf(position: EstablishmentPosition): EstablishmentFigure[] {
  const differences = gaps.map(({ key, title, formula, inputs: [from, less] }): EstablishmentFigure => {
    const gap = position[key];
    return {
      key,
      title,
      unit: 'wte',
      value: gap.wte === null ? null : { numerator: gap.wte, denominator: 1 },
      formula,
      inputs: [
        { name: from, wte: gap.from },
        { name: less, wte: gap.less },
      ],
      gap: key,
      note: leftOut(position, key, from, less),
    };
  });
  const { vacancy, vacancyRate, establishmentFill } = position;
  const ofFunded = {
    unit: 'percent',
    gap: 'vacancy',
    note: leftOut(position, 'vacancy', 'funded', 'in post'),
  } as const;
  const funded = { name: 'funded', wte: vacancy.from };
  return [
    ...differences,
    {
      ...ofFunded,
      key: 'vacancyRate',
      title: 'Vacancy rate',
      value: vacancyRate,
      formula: 'vacancy ÷ funded',
      inputs: [{ name: 'vacancy', wte: vacancy.wte }, funded],
    },
    {
      ...ofFunded,
      key: 'establishmentFill',
      title: 'Establishment fill',
      value: establishmentFill,
      formula: 'in post ÷ funded',
      inputs: [{ name: 'in post', wte: vacancy.less }, funded],
    },
  ];
}

/** What a gap does not cover, in words; null where it covers every line. */
function leftOut(position: EstablishmentPosition, key: EstablishmentGapKey, from: string, less: string): string | null {
  const missing = position.lines - position[key].compared;
  if (missing === 0) return null;
  const lines = `${missing} of ${position.lines} ${position.lines === 1 ? 'line' : 'lines'}`;
  return `${lines} left out: ${from} or ${less} is not known.`;
}
