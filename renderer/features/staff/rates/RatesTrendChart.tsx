import { useState } from 'react';
import type { Rate, RatesTrend } from '#contract';
import { Choose, named } from '../../../components/Choose.tsx';
import { Chart } from '../../../components/Chart.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { dateText, decimal, percentText } from '../../../components/numbers.ts';

type Month = RatesTrend['months'][number];
const kinds = { leavers: 'leaver rate', stability: 'stability', sickness: 'sickness' } as const;
type Kind = keyof typeof kinds;

const lines: Record<Kind, { name: string; of: (month: Month) => Rate | null }[]> = {
  leavers: [
    { name: 'by heads', of: ({ leaverRate }) => leaverRate },
    { name: 'by WTE', of: ({ leaverRateFte }) => leaverRateFte },
  ],
  stability: [{ name: 'stability', of: ({ stability }) => stability }],
  sickness: [{ name: 'sickness', of: ({ sickness }) => sickness }],
};
const titles: Record<Kind, string> = {
  leavers: 'Leaver rate, twelve months to each month’s end',
  stability: 'Stability, twelve months to each month’s end',
  sickness: 'Sickness, month by month',
};

const percent = (rate: Rate | null) => (rate === null ? null : (rate.numerator / rate.denominator) * 100);
const monthText = (day: string) => {
  const [, month, year] = dateText(day).split(' ');
  return `${month?.slice(0, 3)} ${year?.slice(2)}`;
};
const column = (key: string, title: string, means: string, of: (month: Month) => Rate | null): Column<Month> => ({
  key,
  title: `${title}, %`,
  number: true,
  means,
  value: (month) => percent(of(month)),
  show: (month) => {
    const rate = of(month);
    return rate === null ? 'not known' : percentText(rate);
  },
});

const columns: Column<Month>[] = [
  { key: 'month', title: 'To', value: ({ month }) => month, show: ({ month }) => dateText(month), header: true },
  column(
    'leaverRate',
    'Leaver rate, heads',
    'People who left in the twelve months ÷ average of heads at their start and end.',
    ({ leaverRate }) => leaverRate,
  ),
  column(
    'leaverRateFte',
    'Leaver rate, WTE',
    'WTE that left in the twelve months ÷ average of WTE at their start and end.',
    ({ leaverRateFte }) => leaverRateFte,
  ),
  column(
    'stability',
    'Stability',
    'People in post at the start of the twelve months and still at their end ÷ people in post at the start.',
    ({ stability }) => stability,
  ),
  column(
    'sickness',
    'Sickness of the month',
    'WTE days lost to sickness ÷ WTE days in post.',
    ({ sickness }) => sickness,
  ),
  {
    key: 'census',
    title: 'By the staff list of',
    value: ({ census }) => census,
    show: ({ census }) => dateText(census),
    means: 'The list by which heads and WTE in post are counted.',
  },
];

/** A rate over time, of the months that the lists tell of, with every rate as a table behind one button. */
export function RatesTrendChart({ trend }: { trend: RatesTrend }) {
  const [kind, setKind] = useState<Kind>('leavers');
  const drawn = lines[kind];
  const months = trend.months.filter((month) => drawn.some(({ of }) => of(month) !== null));
  const [first, last] = [months[0], months[months.length - 1]];
  const value = (month: Month | undefined) => (month && drawn[0]?.of(month)) ?? null;
  const [from, to] = [value(first), value(last)];
  return (
    <>
      <Choose title="Trend of" value={kind} choices={named(kinds)} onChoose={setKind} />
      {months.length < 2 || !first || !last || !from || !to ? (
        <p className="note">
          The lists tell of too few months to draw a trend. Import earlier lists of leavers or absence.
        </p>
      ) : (
        <Chart
          title={titles[kind]}
          sentence={`From ${monthText(first.month)} to ${monthText(last.month)} it went from ${percentText(from)} to ${percentText(to)}. Each month is as its own staff list has it, with the leavers; months that the lists do not cover are left out.`}
          points={months.map(({ month }) => monthText(month))}
          series={drawn.map(({ name, of }) => ({ name, values: months.map((month) => percent(of(month))) }))}
          text={(shown) => `${decimal(shown, 2)} %`}
          table={
            <DataTable
              caption="Rates month by month"
              columns={columns}
              rows={[...trend.months].reverse()}
              rowKey={({ month }) => month}
            />
          }
        />
      )}
    </>
  );
}
