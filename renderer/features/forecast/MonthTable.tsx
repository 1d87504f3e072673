import { useMemo } from 'react';
import type { Forecast, ForecastMonth } from '#contract';
import { useTrust } from '../../client/trust.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { wteText } from '../../components/numbers.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { exportOf } from './export.ts';
import { monthText } from './words.ts';
import { forecastMeans } from './column-means.ts';

const wte = (
  key: keyof typeof forecastMeans,
  title: string,
  of: (month: ForecastMonth) => number | null,
): Column<ForecastMonth> => ({
  key,
  title,
  number: true,
  means: forecastMeans[key],
  value: (month) => {
    const value = of(month);
    return value === null ? null : value / 100_000;
  },
  show: (month) => {
    const value = of(month);
    return value === null ? '–' : wteText(value);
  },
});
const less = (from: number | null, by: number) => (from === null ? null : from - by);

/** Every column of a month; those that are nought in all months are left out. */
function columnsOf(data: Forecast): Column<ForecastMonth>[] {
  const some = (of: (month: ForecastMonth) => number | null) => data.months.some((month) => (of(month) ?? 0) !== 0);
  return [
    { key: 'month', title: 'Month', header: true, value: ({ month }) => month, show: ({ month }) => monthText(month) },
    wte('plan', 'From the plan', ({ starters }) => starters.plan),
    ...(some(({ starters }) => starters.cohorts)
      ? [wte('cohorts', 'Cohorts', ({ starters }) => starters.cohorts)]
      : []),
    ...(some(({ starters }) => starters.more) ? [wte('more', 'More starters', ({ starters }) => starters.more)] : []),
    wte('leavers', 'Leavers', ({ leavers }) => leavers),
    ...(some(({ retirements }) => retirements)
      ? [wte('retirements', 'Retirements', ({ retirements }) => retirements)]
      : []),
    ...(some(({ hoursChange }) => hoursChange) ? [wte('hours', 'Hours', ({ hoursChange }) => hoursChange)] : []),
    wte('inPost', 'In post', ({ inPost }) => inPost),
    {
      key: 'range',
      title: 'Range',
      number: true,
      value: ({ low }) => (low === null ? null : low / 100_000),
      show: ({ low, high }) => (low === null || high === null ? '–' : `${wteText(low)} to ${wteText(high)}`),
      means: 'Lowest and highest in post by the spread of past leaving.',
    },
    wte('available', 'Available', ({ available }) => available),
    wte('funded', 'Funded', ({ funded }) => funded),
    wte('vacancy', 'Funded − in post', ({ funded, inPost }) => less(funded, inPost)),
    wte('required', 'Required', ({ required }) => required),
    wte('gap', 'Required − in post', ({ required, inPost }) => less(required, inPost)),
  ];
}

/** The forecast month by month: the table of the chart. */
export function MonthTable({ data }: { data: Forecast }) {
  const trust = useTrust().name;
  const columns = useMemo(() => columnsOf(data), [data]);
  return (
    <section className="forecast-table">
      <h2>Month by month, WTE at the end of the month</h2>
      <DataTable
        caption="Forecast month by month"
        columns={columns}
        rows={data.months}
        rowKey={({ month }) => month}
        tools={<ExportButton table={() => exportOf(data, trust)} />}
      />
    </section>
  );
}
