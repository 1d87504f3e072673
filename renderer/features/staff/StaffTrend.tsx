import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffTrend as Trend } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Chart } from '../../components/Chart.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText, decimal, wteText } from '../../components/numbers.ts';
import type { Formulas } from '../../components/making.ts';
import { listMade } from './figures.ts';
import { RowsBehind } from './RowsBehind.tsx';
import type { Place, Rows } from './sums.ts';

/** Lines that can still be told apart. */
const MOST = 6;

/** Staff in post from staff list to staff list, each as it stood. */
export function StaffTrend({ by, formulas }: { by: Place; formulas: Formulas }) {
  const trust = useTrust().code;
  const [behind, setBehind] = useState<{ rows: Rows; on: string } | null>(null);
  const trend = useQuery({
    queryKey: ['staff trend', trust, by],
    queryFn: () => planner.staff.trend({ trust, by }),
  });
  return (
    <Answered query={trend}>
      {(answer) => {
        const { months, keys } = answer;
        const [first] = months;
        const last = months[months.length - 1];
        if (!first || !last || first === last)
          return (
            <p className="table__why">
              Each staff list is kept as it stood. Import another month’s list to see the trend here.
            </p>
          );
        const change = last.wte - first.wte;
        return (
          <>
            <Chart
              title="In post from list to list"
              sentence={`From ${dateText(first.census)} to ${dateText(last.census)} staff in post went from ${wteText(first.wte)} to ${wteText(last.wte)} WTE (${change > 0 ? '+' : ''}${wteText(change)}).`}
              points={months.map(({ census }) => shortMonth(census))}
              series={keys.slice(0, MOST).map(({ name }, index) => ({
                name,
                values: months.map(({ parts }) => (parts[index] ?? 0) / 100_000),
              }))}
              text={(value) => decimal(value, 2)}
              table={
                <TrendTable
                  trend={answer}
                  onRows={(month) =>
                    setBehind({
                      on: month.census,
                      rows: {
                        title: `Staff list of ${dateText(month.census)}`,
                        which: 'in_post',
                        value: `${wteText(month.wte)} WTE`,
                        making: listMade(answer, month, formulas),
                      },
                    })
                  }
                />
              }
            />
            {behind && <RowsBehind {...behind} onClose={() => setBehind(null)} />}
          </>
        );
      }}
    </Answered>
  );
}

const shortMonth = (day: string) => {
  const [, month, year] = dateText(day).split(' ');
  return `${month?.slice(0, 3)} ${year?.slice(2)}`;
};

interface TrendTableProps {
  trend: Trend;
  onRows: (month: Trend['months'][number]) => void;
}

function TrendTable({ trend: { months, keys }, onRows }: TrendTableProps) {
  const columns: Column<Trend['months'][number]>[] = [
    {
      key: 'census',
      title: 'Staff list of',
      value: ({ census }) => census,
      show: ({ census }) => dateText(census),
      header: true,
      means: 'The day that the list is about.',
    },
    ...keys.map(
      ({ name }, index): Column<Trend['months'][number]> => ({
        key: `part${index}`,
        title: `${name}, WTE`,
        number: true,
        value: ({ parts }) => (parts[index] ?? 0) / 100_000,
        show: ({ parts }) => wteText(parts[index] ?? 0),
        means: 'WTE in post on the day of the list.',
      }),
    ),
    {
      key: 'all',
      title: 'All, WTE',
      number: true,
      value: ({ wte }) => wte / 100_000,
      show: (month) => (
        <button
          type="button"
          className="link"
          aria-label={`${wteText(month.wte)}: rows of ${dateText(month.census)}`}
          onClick={() => onRows(month)}
        >
          {wteText(month.wte)}
        </button>
      ),
      means: 'WTE in post of all staff groups chosen.',
    },
  ];
  return (
    <DataTable caption="Staff in post by staff list" columns={columns} rows={months} rowKey={({ census }) => census} />
  );
}
