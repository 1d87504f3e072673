import type { NeedsAnalysis, NeedsGroup } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { decimal, hoursText, percentText, wteText } from '../../components/numbers.ts';

const quotient = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  denominator === 0 ? null : numerator / denominator;
const pounds = (pence: number) => `£${decimal(pence / 100, 2)}`;

const groupColumns: Column<NeedsGroup>[] = [
  { key: 'name', title: 'Staff group', header: true, value: ({ name }) => name },
  {
    key: 'heads',
    title: 'Heads',
    number: true,
    sum: 0,
    value: ({ heads }) => heads,
    means: 'People in post of the group.',
  },
  {
    key: 'wte',
    title: 'WTE',
    number: true,
    sum: 2,
    value: ({ wte }) => wte / 100_000,
    show: ({ wte }) => wteText(wte),
    means: 'WTE in post of the group.',
  },
  {
    key: 'each',
    title: 'Hours each',
    number: true,
    value: ({ minutesEach }) => minutesEach / 60,
    show: ({ minutesEach }) => hoursText(minutesEach),
    means: 'Hours of this year’s required topics for somebody who does all of them.',
  },
  {
    key: 'hours',
    title: 'Hours',
    number: true,
    value: ({ minutes }) => minutes / 60,
    show: ({ minutes }) => hoursText(minutes),
    means: 'Due × hours of the topic, by head and never by WTE.',
  },
  {
    key: 'backfill',
    title: 'Backfill, WTE',
    number: true,
    value: ({ backfill }) => quotient(backfill),
    show: ({ backfill }) => decimal(quotient(backfill) ?? 0, 2),
    means: 'Hours of training ÷ hours that one WTE is paid for in a year.',
  },
  {
    key: 'share',
    title: 'Share of paid time',
    number: true,
    share: true,
    value: ({ headroom }) => quotient(headroom),
    show: ({ headroom }) => percentText(headroom),
    means: 'Hours of training ÷ paid hours of those in post.',
  },
  {
    key: 'cost',
    title: 'Cost',
    number: true,
    value: ({ pence }) => pence / 100,
    show: ({ pence }) => pounds(pence),
    means: 'Hours of each band × cost of its hour.',
  },
];

type BandRow = NeedsGroup['bands'][number] & { group: string };
const bandColumns: Column<BandRow>[] = [
  { key: 'group', title: 'Staff group', header: true, value: ({ group }) => group },
  { key: 'band', title: 'Band', value: ({ name }) => name },
  { key: 'heads', title: 'Heads', number: true, value: ({ heads }) => heads, means: 'People in post of the band.' },
  {
    key: 'hours',
    title: 'Hours',
    number: true,
    value: ({ minutes }) => minutes / 60,
    show: ({ minutes }) => hoursText(minutes),
    means: 'Hours of the group, spread over its bands by heads.',
  },
  {
    key: 'hour',
    title: 'Cost of an hour',
    number: true,
    value: ({ hourPence }) => hourPence / 100,
    show: ({ hourPence }) => pounds(hourPence),
    means: 'What an hour of the band costs the trust, as entered or by the pack.',
  },
  {
    key: 'cost',
    title: 'Cost',
    number: true,
    value: ({ pence }) => pence / 100,
    show: ({ pence }) => pounds(pence),
    means: 'Hours × cost of an hour.',
  },
];

type TopicRow = NeedsAnalysis['topics'][number];
const sessionColumns: Column<TopicRow>[] = [
  { key: 'name', title: 'Topic', header: true, value: ({ name }) => name },
  {
    key: 'due',
    title: 'Due',
    number: true,
    value: ({ due }) => due,
    means: 'People who are to do the topic this year.',
  },
  {
    key: 'places',
    title: 'Places',
    number: true,
    value: ({ places }) => places,
    means: 'Due ÷ (1 − share of those booked who do not come), whole places up.',
  },
  {
    key: 'capacity',
    title: 'In a session',
    number: true,
    value: ({ capacity }) => capacity,
    means: 'People in one session.',
  },
  {
    key: 'sessions',
    title: 'Sessions',
    number: true,
    value: ({ sessions }) => sessions,
    means: 'Places of all groups ÷ people in a session, whole sessions up.',
  },
  {
    key: 'faculty',
    title: 'Faculty hours',
    number: true,
    value: ({ facultyHours }) => facultyHours,
    show: ({ facultyHours }) => decimal(facultyHours, 2),
    means: 'Hours of those who teach, over all sessions.',
  },
  { key: 'room', title: 'Room', value: ({ room }) => room },
  { key: 'funding', title: 'Funding', value: ({ funding }) => funding },
];

/** Hours, backfill, cost and sessions, each with its formula. */
export function NeedsHours({ data }: { data: NeedsAnalysis }) {
  const bands = data.groups.flatMap((group) => group.bands.map((band): BandRow => ({ ...band, group: group.name })));
  return (
    <>
      <h2>By staff group</h2>
      <DataTable
        caption="Hours and backfill by staff group"
        columns={groupColumns}
        rows={data.groups}
        rowKey={({ group }) => group}
      />
      <h2>Cost by band</h2>
      <DataTable
        caption="Cost by band"
        columns={bandColumns}
        rows={bands}
        rowKey={({ group, band }) => `${group} ${band}`}
      />
      <h2>Sessions, faculty and rooms</h2>
      <DataTable
        caption="Sessions by topic"
        columns={sessionColumns}
        rows={data.topics.filter(({ due }) => due > 0)}
        rowKey={({ key }) => key}
      />
      <h2>How it is worked out</h2>
      <dl className="formulas">
        {data.formulas.map(({ figure, formula }) => (
          <div key={figure}>
            <dt>{figure}</dt>
            <dd>{formula}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
