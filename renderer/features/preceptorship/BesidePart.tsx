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

/** What this month and the twelve after it cost, in a sentence. */
function besideText(months: readonly BesideMonth[], on: string): string {
  const at = months.findIndex((one) => one.month === on.slice(0, 7));
  const [now, coming] = [months[at], months.slice(at + 1, at + 13)];
  if (!now) return '';
  const most = coming.reduce<BesideMonth | null>((best, one) => (best && wteOf(best) >= wteOf(one) ? best : one), null);
  const later =
    most && wteOf(most) > 0
      ? `of the twelve months after it ${month(most.month)} costs most, ${decimal(wteOf(most), 2)} WTE.`
      : 'nobody is in the twelve months after it.';
  return `${month(now.month)} has ${decimal(wteOf(now), 2)} WTE of preceptorship out of the numbers; ${later} The forecast takes these hours of preceptees from the available.`;
}

/** What supernumerary and protected hours cost: WTE out of the numbers by month. */
export function BesidePart() {
  const trust = useTrust().code;
  const query = useQuery({
    queryKey: ['preceptorship beside', trust],
    queryFn: () => planner.preceptorship.beside({ trust }),
  });
  return (
    <Answered query={query}>
      {({ on, months, formula }) => (
        <>
          <h2>WTE out of the numbers, by month</h2>
          <p>{besideText(months, on)}</p>
          <DataTable caption="WTE out of the numbers" columns={columns} rows={months} rowKey={(row) => row.month} />
          <p className="below-table">Out of the numbers: {formula}.</p>
        </>
      )}
    </Answered>
  );
}
