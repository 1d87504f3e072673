import type { ExportTable, NeonatalShown, TableValue } from '#contract';

const figure = (value: string): TableValue => {
  const [above = '0', below = '1'] = value.split('/');
  return { numerator: Number(above), denominator: Number(below) };
};

/** The working of a neonatal calculation as a table for a workbook. */
export function neonatalExport({ name, result, pack, first, last }: NeonatalShown, trust: string): ExportTable {
  const year = first && last ? `activity ${first} to ${last}` : 'year of activity not known';
  return {
    title: `Neonatal nurses, ${name}, ${trust}`.slice(0, 200),
    subtitle: `${year} · ${pack}`.slice(0, 500),
    columns: [
      { heading: 'Step', kind: 'text' },
      { heading: 'Formula', kind: 'long_text' },
      { heading: 'With its numbers', kind: 'long_text' },
      { heading: 'Outcome', kind: 'figure' },
      { heading: 'Unit', kind: 'text' },
    ],
    rows: [
      ...result.steps.map(({ title, formula, numbers, value, unit }) => ({
        kind: title === 'Required' ? ('total' as const) : ('row' as const),
        values: [title, formula, numbers, figure(value), unit],
      })),
      ...(['funded', 'inPost'] as const).flatMap((who) => {
        const share = result[who].qualifiedShare;
        const of = who === 'funded' ? 'funded' : 'in post';
        return share === null
          ? []
          : [
              {
                kind: 'row' as const,
                values: [
                  `Qualified in specialty, ${of}`,
                  'registered nurses qualified in specialty ÷ registered nurses',
                  '',
                  figure(share),
                  '%',
                ],
              },
            ];
      }),
      ...result.findings.map((finding) => ({ kind: 'row' as const, values: ['To look at', finding, '', null, ''] })),
    ],
    definitions: [
      { term: 'Cots', meaning: 'Cot days over days of the year and occupancy. Declared cots are kept apart.' },
      { term: 'Transitional care', meaning: 'Left out, as in the national calculator.' },
      { term: 'Qualified in specialty', meaning: 'A share of registered nurses, not of all staff.' },
    ],
  };
}
