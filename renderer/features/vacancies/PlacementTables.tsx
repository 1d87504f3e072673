import { useMemo } from 'react';
import type { Placements, PlacementWeek } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText, percentText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';

type University = Placements['universities'][number];
type Reason = Placements['reasons'][number];
type Area = Placements['areas'][number];
const share = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  denominator === 0 ? null : numerator / denominator;

const releasedAndFilled: Column<{ released: number; filled: number }>[] = [
  {
    key: 'released',
    title: 'Released',
    number: true,
    value: ({ released }) => released,
    means: 'Places offered to universities.',
  },
  { key: 'filled', title: 'Filled', number: true, value: ({ filled }) => filled, means: 'Places that a student took.' },
];
const universities: Column<University>[] = [
  { key: 'university', title: 'University', header: true, value: ({ university }) => university },
  ...releasedAndFilled,
  {
    key: 'share',
    title: 'Filled of released',
    number: true,
    share: true,
    value: ({ filledOfReleased }) => share(filledOfReleased),
    show: ({ filledOfReleased }) => percentText(filledOfReleased),
    means: 'Filled ÷ released.',
  },
];
const areas: Column<Area>[] = [
  { key: 'area', title: 'Area', header: true, value: ({ area }) => area },
  {
    key: 'weeks',
    title: 'Weeks',
    number: true,
    value: ({ weeks }) => weeks,
    means: 'Weeks of the area that are entered.',
  },
  {
    key: 'capacity',
    title: 'Capacity',
    number: true,
    value: ({ capacity }) => capacity,
    means: 'Supervised shifts ÷ shifts that one student needs, whole places down.',
  },
  ...releasedAndFilled,
  {
    key: 'share',
    title: 'Filled of capacity',
    number: true,
    share: true,
    value: ({ filledOfCapacity }) => share(filledOfCapacity),
    show: ({ filledOfCapacity }) => percentText(filledOfCapacity),
    means: 'Filled ÷ capacity.',
  },
];
const reasons: Column<Reason>[] = [
  { key: 'reason', title: 'Reason', header: true, value: ({ reason }) => reason },
  {
    key: 'places',
    title: 'Places',
    number: true,
    value: ({ places }) => places,
    means: 'Places that were not filled for the reason.',
  },
];

const weekColumns = (onOpen: (id: number) => void): Column<PlacementWeek>[] => [
  {
    key: 'area',
    title: 'Area',
    header: true,
    value: ({ area }) => area,
    show: ({ id, area, week }) => (
      <button
        type="button"
        className="link"
        aria-label={`${area}, week of ${dateText(week)}`}
        onClick={() => onOpen(id)}
      >
        {area}
      </button>
    ),
  },
  { key: 'week', title: 'Week of', value: ({ week }) => week, show: ({ week }) => dateText(week) },
  {
    key: 'shifts',
    title: 'Supervised shifts',
    number: true,
    value: ({ supervisedShifts }) => supervisedShifts,
    means: 'Shifts of the week with somebody who can supervise.',
  },
  {
    key: 'needed',
    title: 'Needed each',
    number: true,
    value: ({ shiftsNeeded }) => shiftsNeeded,
    means: 'Shifts a week that one student needs.',
  },
  {
    key: 'capacity',
    title: 'Capacity',
    number: true,
    value: ({ capacity }) => capacity,
    means: 'Supervised shifts ÷ shifts that one student needs, whole places down.',
  },
  ...releasedAndFilled,
  {
    key: 'status',
    title: 'Status',
    value: ({ overReleased, released, filled }) =>
      overReleased ? 'Over capacity' : released > filled ? 'Unfilled' : released > 0 ? 'Full' : 'Not released',
    show: ({ overReleased, released, filled }) =>
      overReleased ? (
        <Status kind="red" word="Over capacity" />
      ) : released > filled ? (
        <Status kind="amber" word={`${released - filled} unfilled`} />
      ) : released > 0 ? (
        <Status kind="green" word="Full" />
      ) : (
        <Status kind="blue" word="Not released" />
      ),
    means: 'Released against capacity, and filled against released.',
  },
  {
    key: 'universities',
    title: 'Universities',
    value: ({ places }) =>
      places.map(({ university, filled, released }) => `${university} ${filled}/${released}`).join(', '),
    means: 'Filled and released places of each.',
  },
  {
    key: 'audit',
    title: 'Audited',
    value: ({ auditDate }) => auditDate,
    show: ({ auditDate }) => (auditDate ? dateText(auditDate) : '–'),
    means: 'The day of the last educational audit of the area.',
  },
  { key: 'quality', title: 'Quality notes', value: ({ qualityNote }) => qualityNote },
];

/** Weeks of areas, then the sums by area and university and why places stayed empty. */
export function PlacementTables({
  data,
  weeks,
  onOpen,
}: {
  data: Placements;
  weeks: PlacementWeek[];
  onOpen: (id: number) => void;
}) {
  const columns = useMemo(() => weekColumns(onOpen), [onOpen]);
  return (
    <>
      <h2>By area and week</h2>
      <div className="placement-table">
        <DataTable caption="Places by area and week" columns={columns} rows={weeks} rowKey={({ id }) => id} />
      </div>
      <div className="columns">
        <section>
          <h2>By area</h2>
          <DataTable caption="Places by area" columns={areas} rows={data.areas} rowKey={({ area }) => area} />
        </section>
        <section>
          <h2>By university</h2>
          <DataTable
            caption="Places by university"
            columns={universities}
            rows={data.universities}
            rowKey={({ university }) => university}
          />
        </section>
        <section>
          <h2>Why places stayed empty</h2>
          <DataTable
            caption="Reasons for unfilled places"
            columns={reasons}
            rows={data.reasons}
            rowKey={({ reason }) => reason}
          />
        </section>
      </div>
    </>
  );
}
