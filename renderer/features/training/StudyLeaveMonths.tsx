import type { StudyLeave } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { counted, hoursText } from '../../components/numbers.ts';
import { monthName } from './words.ts';

interface Month {
  month: string;
  /** Minutes; null where rosters cover less than half of the month. */
  used: number | null;
  needed: number | null;
  booked: number;
}

/** Used, needed and booked by month, of all units. */
function monthsOf({ all, months }: StudyLeave): Month[] {
  const covered = new Set(months.filter(({ days, covered: known }) => known * 2 >= days).map(({ month }) => month));
  return all.cells.map(({ month, used, needed, booked }) => ({
    month,
    used: covered.has(month) ? used : null,
    needed,
    booked,
  }));
}

const inHours = (minutes: number | null) => (minutes === null ? null : minutes / 60);

/** Hours of study by month as lines. Months of which rosters cover less than half have no point of what was used. */
export function chartOf(data: StudyLeave) {
  const months = monthsOf(data);
  const series = [
    { name: 'Used', values: months.map(({ used }) => inHours(used)) },
    ...(data.analysis ? [{ name: 'Needed', values: months.map(({ needed }) => inHours(needed)) }] : []),
    ...(data.all.total.booked > 0 ? [{ name: 'Booked', values: months.map(({ booked }) => inHours(booked)) }] : []),
  ];
  const need = data.analysis ? `, of ${hoursText(data.all.total.needed ?? 0)} h that the plan needs in the year` : '';
  return {
    title: 'Hours of study by month, all units',
    sentence: `${hoursText(data.all.total.used)} h used on the ${counted(data.covered.days, 'day')} that rosters cover${need}. A month counts here once rosters cover half of it.`,
    points: months.map(({ month }) => monthName(month)),
    series,
    text: (amount: number) => `${Math.round(amount)} h`,
    fromZero: true,
  };
}

const hours = (minutes: number | null) => (minutes === null ? '–' : hoursText(minutes));
const columns: Column<Month>[] = [
  { key: 'month', title: 'Month', header: true, value: ({ month }) => month, show: ({ month }) => monthName(month) },
  {
    key: 'used',
    title: 'Used, hours',
    number: true,
    value: ({ used }) => inHours(used),
    show: ({ used }) => hours(used),
    means: 'Hours of study on the rosters that are held.',
  },
  {
    key: 'needed',
    title: 'Needed, hours',
    number: true,
    value: ({ needed }) => inHours(needed),
    show: ({ needed }) => hours(needed),
    means: 'Hours that the training needs analysis asks for.',
  },
  {
    key: 'booked',
    title: 'Booked, hours',
    number: true,
    value: ({ booked }) => inHours(booked),
    show: ({ booked }) => hours(booked),
    means: 'Seats attended or to come × hours of their sessions.',
  },
];

/** The same figures as the chart's. */
export function MonthsTable({ data }: { data: StudyLeave }) {
  return (
    <DataTable
      caption="Hours of study by month"
      columns={columns}
      rows={monthsOf(data)}
      rowKey={({ month }) => month}
    />
  );
}
