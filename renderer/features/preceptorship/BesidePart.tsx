import { useQuery } from '@tanstack/react-query';
import type { BesideMonth } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText, decimal, hoursText } from '../../components/numbers.ts';

const month = (value: string) => dateText(`${value}-01`).replace(/^1 /, '');
const wteOf = ({ wte }: BesideMonth) => wte.numerator / wte.denominator / 100_000;

const columns: Column<BesideMonth>[] = [
  { key: 'month', title: 'Month', value: ({ month: value }) => value, show: (row) => month(row.month), header: true },
  {
    key: 'people',
    title: 'Preceptees',
    number: true,
    value: ({ people }) => people,
    means: 'Preceptees who have supernumerary or protected hours in the month.',
  },
  {
    key: 'supernumerary',
    title: 'Supernumerary, h',
    number: true,
    value: ({ supernumerary }) => supernumerary / 60,
    show: (row) => hoursText(row.supernumerary),
    means: 'Hours that preceptees are supernumerary in the month.',
  },
  {
    key: 'protected',
    title: 'Protected, h',
    number: true,
    value: ({ protected: minutes }) => minutes / 60,
    show: (row) => hoursText(row.protected),
    means: 'Hours protected for preceptees and preceptors in the month.',
  },
  {
    key: 'wte',
    title: 'Out of the numbers, WTE',
    number: true,
    value: wteOf,
    show: (row) => decimal(wteOf(row), 2),
    means: 'Supernumerary and protected hours ÷ hours of one WTE in the month.',
  },
];

/** What supernumerary and protected hours cost: WTE out of the numbers by month. */
export function BesidePart() {
  const trust = useTrust().code;
  const query = useQuery({
    queryKey: ['preceptorship beside', trust],
    queryFn: () => planner.preceptorship.beside({ trust }),
  });
  return (
    <Answered query={query}>
      {({ months, formula }) => (
        <>
          <h2>WTE out of the numbers, by month</h2>
          <p>Out of the numbers: {formula}.</p>
          <DataTable caption="WTE out of the numbers" columns={columns} rows={months} rowKey={(row) => row.month} />
        </>
      )}
    </Answered>
  );
}
