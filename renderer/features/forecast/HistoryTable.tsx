import type { ForecastHistory } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { percentText, wteText } from '../../components/numbers.ts';

type Rate = ForecastHistory['rate'];
const rate = (
  key: string,
  title: string,
  means: string,
  of: (row: ForecastHistory) => Rate,
): Column<ForecastHistory> => ({
  key,
  title,
  number: true,
  means,
  share: true,
  value: (row) => {
    const found = of(row);
    return found === null || found.denominator === 0 ? null : found.numerator / found.denominator;
  },
  show: (row) => {
    const found = of(row);
    return found === null ? 'not known' : percentText(found);
  },
});

const columns: Column<ForecastHistory>[] = [
  { key: 'group', title: 'Staff group', header: true, value: ({ name }) => name },
  rate(
    'rate',
    'Leavers, 12 months',
    'WTE that left in the newest twelve months ÷ average WTE in post.',
    (row) => row.rate,
  ),
  rate('lowest', 'Lowest 12 months', 'The lowest such rate of the months that are known.', (row) => row.lowest),
  rate('highest', 'Highest 12 months', 'The highest such rate of the months that are known.', (row) => row.highest),
  rate(
    'staying',
    'Without retirements',
    'The newest rate without those who retired.',
    (row) => row.rateWithoutRetirements,
  ),
  rate(
    'retiring',
    'Retiring by age, a year',
    'WTE expected to retire in a year by age ÷ WTE in post.',
    (row) => row.retiring,
  ),
  rate('away', 'On long leave', 'WTE on long leave ÷ WTE in post on the newest staff list.', (row) => row.away),
  {
    key: 'starters',
    title: 'Started a month, WTE',
    number: true,
    value: ({ startersAMonth }) => startersAMonth / 100_000,
    show: ({ startersAMonth }) => wteText(startersAMonth),
    means: 'WTE of starters by the trust’s own past, on average of a month.',
  },
  {
    key: 'hours',
    title: 'Hours a month, WTE',
    number: true,
    value: ({ hoursChange }) => (hoursChange === null ? null : hoursChange / 100_000),
    show: ({ hoursChange }) => (hoursChange === null ? 'one list only' : wteText(hoursChange)),
    means: 'WTE that people in post add or give up by changing their hours, on average of a month.',
  },
];

/** What the trust's own past says, which a forecast takes where nothing else is set. */
export function HistoryTable({ history }: { history: ForecastHistory[] }) {
  if (history.length === 0) return null;
  return (
    <section>
      <h2>What your own past says</h2>
      <DataTable caption="Own past by staff group" columns={columns} rows={history} rowKey={({ group }) => group} />
      <p className="table__why">
        Leavers: WTE that left in twelve months ÷ mean of WTE in post at their start and end. The lowest and the highest
        are of all twelve months that end with a month of the last two years, as far as the leavers reach back.
      </p>
    </section>
  );
}
