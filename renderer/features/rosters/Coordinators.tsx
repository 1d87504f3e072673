import type { RosterFiguresShown } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { Term } from '../../components/Term.tsx';

type Cover = RosterFiguresShown['coordinators'][number];

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const columns = (starts: Cover['starts']): Column<Cover['slots'][number]>[] => [
  { key: 'date', title: 'Date', value: ({ date }) => date, show: ({ date }) => dateText(date), header: true },
  {
    key: 'shift',
    title: 'Shift',
    means: 'The half of the day, with the time from which its shifts start.',
    value: ({ half }) => `${half} from ${clock(starts[half])}`,
  },
  {
    key: 'rostered',
    title: 'Rostered',
    value: ({ rostered }) => (rostered ? 'yes' : 'no'),
    means: 'Whether a supernumerary coordinator was rostered for the shift.',
  },
  {
    key: 'actual',
    title: 'There at the start',
    value: ({ actual }) => (actual ? 'yes' : 'no'),
    means: 'Whether one was there when the shift began, by the actual times.',
  },
];

/** Shifts whose supernumerary coordinator was not there at the start, or not rostered. */
export function Coordinators({ cover }: { cover: Cover }) {
  const open = cover.slots.filter(({ rostered, actual }) => !rostered || !actual);
  const both = cover.both;
  return (
    <>
      <h2>
        <Term of="coordinator">Coordinator</Term> at the start of every shift, {cover.unit}
      </h2>
      <p>
        <Status
          kind={both.numerator === both.denominator ? 'green' : 'red'}
          word={`${cover.rostered} of ${cover.slots.length} shifts rostered, ${cover.actual} there at the start`}
        />
      </p>
      {open.length > 0 && (
        <DataTable
          caption={`Shifts without a coordinator, ${cover.unit}`}
          columns={columns(cover.starts)}
          rows={open}
          rowKey={({ date, half }) => date + half}
        />
      )}
    </>
  );
}
