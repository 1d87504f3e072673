import { acuityOf } from '../counts.ts';
import { monthTitle } from '../months.ts';
import type { Oversight } from '../oversight.ts';
import { countInWords, percentInWords } from '../../../../core/words.ts';
import { chartOf, note, paragraph, type Section, tableOf } from './parts.ts';
import { lowestOf, percentOfChart } from './shifts.ts';

/** Acuity: entries made of those expected, and entries with enough midwives of those made, always told apart. */
export function acuitySection({ counts, months, rules }: Oversight): Section {
  const title = 'Acuity';
  const { made, met } = acuityOf(counts, months);
  if (made.denominator === 0 && met.denominator === 0)
    return {
      title,
      says: [],
      blocks: [
        note(
          'Acuity is not known. Enter the entries expected, made and with enough midwives by month on the Assurance screen.',
        ),
      ],
    };
  const few = made.denominator > 0 && made.numerator * 100 < rules.acuityEntries * made.denominator;
  const says = [
    [
      ...(made.denominator > 0 ? [`${percentInWords(made)} of acuity entries were made`] : []),
      ...(met.denominator > 0
        ? [`at ${percentInWords(met)} of the entries made there were enough midwives for the women then in the unit`]
        : []),
    ].join('; ') + '.',
  ];
  const byMonth = months.map((month) => acuityOf(counts, [month]));
  const shares = byMonth.map((month) => percentOfChart(month.met));
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      ...(few
        ? [
            note(
              `Fewer than ${rules.acuityEntries} % of the entries were made: what the entries say may not be what the shifts were like.`,
            ),
          ]
        : []),
      tableOf({
        title: 'Acuity by month',
        words: ['Month'],
        figures: ['Expected', 'Made', 'Share made', 'Enough midwives', 'Share of those made'],
        rows: byMonth.map((month, index) => acuityRow(monthTitle(months[index]!), month)),
        total: acuityRow('All months', { made, met }),
        notes: ['An entry that was not made is neither met nor missed: the two shares are never put together.'],
      }),
      ...(shares.filter((share) => share !== null).length < 2
        ? []
        : [
            chartOf(
              {
                type: 'line',
                title: 'Acuity entries with enough midwives',
                unit: '% of entries made',
                decimals: 1,
                lowest: lowestOf(shares),
                highest: 100,
                categories: months.map((month) => monthTitle(month, true)),
                series: [{ name: 'Enough midwives', values: shares }],
              },
              (value) => `${value.toFixed(2)} %`,
            ),
          ]),
    ],
  };
}

function acuityRow(name: string, { made, met }: ReturnType<typeof acuityOf>): string[] {
  const count = (known: boolean, value: number) => countInWords(known ? value : null);
  return [
    name,
    count(made.denominator > 0, made.denominator),
    count(made.denominator > 0 || met.denominator > 0, made.denominator > 0 ? made.numerator : met.denominator),
    percentInWords(made.denominator > 0 ? made : null),
    count(met.denominator > 0, met.numerator),
    percentInWords(met.denominator > 0 ? met : null),
  ];
}
