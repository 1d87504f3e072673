import type { MonthlyCounts } from '#contract';
import { input, type MadeInput, type Making, sides } from '../../components/making.ts';

/** Red flags, one-to-one care and births of the months in view. */
export function countsMade({ flags, oneToOne, rows, columns, pack }: MonthlyCounts) {
  const months = columns.flatMap((column) => column.months);
  const span = `${columns[0]?.title} to ${columns[columns.length - 1]?.title}`;
  const births = rows.find(({ key }) => key === 'births')?.total;
  const made = (
    formula: string,
    cell: MonthlyCounts['flags']['total'] | undefined,
    ...inputs: MadeInput[]
  ): Making => ({
    formula,
    inputs: [
      ...inputs,
      ...(cell
        ? [
            input('Units and months not entered', cell.missing),
            input('Units and months counted by a file', cell.fromImport),
          ]
        : []),
    ],
    on: span,
    imports: [
      {
        kind: 'monthly_counts',
        // Counts of a month are of its first day.
        first: months[0] ? `${months[0]}-01` : null,
        last: months.length > 0 ? `${months[months.length - 1]}-01` : null,
      },
    ],
    entered: ['Assurance: counts by month and unit'],
    packs: [pack.title],
    notes:
      cell?.besideHand == null
        ? []
        : [`Counts entered by hand stand in place of a file’s, which would come to ${cell.besideHand}.`],
  });
  return {
    flags: made(
      'sum of all kinds of red flag over units and months; what is not entered is not counted as nought',
      flags.total,
      ...rows
        .filter(({ source, total }) => source !== 'counted' && (total.count ?? 0) > 0)
        .map(({ name, total }) => input(name, total.count ?? 'not known')),
    ),
    oneToOne: made(
      oneToOne.formula,
      undefined,
      ...sides(oneToOne.total, 'Women with one-to-one care', 'Women in labour'),
    ),
    births: made('sum of babies born over units and months', births, input('Births', births?.count ?? 'not known')),
  };
}
