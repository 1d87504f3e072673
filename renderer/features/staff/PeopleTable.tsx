import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { StaffListRow, StaffListSort } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { dateText, wteText } from '../../components/numbers.ts';
import { countsText, statusText, wordText } from './words.ts';

type Scope = Parameters<typeof planner.staff.people>[0];
const PAGE = 200;
const ROW = 34;

const columns: { sort: StaffListSort; title: string; number?: boolean; of: (row: StaffListRow) => string | null }[] = [
  { sort: 'name', title: 'Name', of: ({ name, person }) => name ?? person },
  { sort: 'person', title: 'Assignment', of: ({ assignment }) => assignment },
  { sort: 'position', title: 'Post', of: ({ position }) => position },
  { sort: 'unit', title: 'Unit', of: ({ unit }) => unit },
  { sort: 'costCentre', title: 'Cost centre', of: ({ costCentre }) => costCentre },
  { sort: 'band', title: 'Band', of: ({ band }) => band },
  { sort: 'category', title: 'Category', of: ({ category }) => wordText(category) },
  { sort: 'status', title: 'Status', of: (row) => (row.notInPost ? countsText(row) : statusText(row.status)) },
  { sort: 'start', title: 'Start', of: ({ start }) => shortDate(start) },
  { sort: 'fte', title: 'WTE', number: true, of: ({ fte }) => wteText(fte) },
];

/** "6 Oct 2025": a column that is not to push the WTE out of sight. */
function shortDate(day: string): string {
  const [date, month, year] = dateText(day).split(' ');
  return `${date} ${month?.slice(0, 3)} ${year}`;
}

interface PeopleTableProps {
  scope: Scope & { sort: StaffListSort; descending: boolean };
  onSort: (sort: StaffListSort) => void;
  onPerson: (person: string) => void;
  tools: ReactNode;
}

/** A long list of which only the rows in view are drawn and asked for. Arrow keys go from person to person. */
export function PeopleTable({ scope, onSort, onPerson, tools }: PeopleTableProps) {
  const first = useQuery({
    queryKey: ['staff list', scope, 0],
    queryFn: () => planner.staff.people({ ...scope, offset: 0, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered query={first}>
      {({ total }) => (
        <>
          <div className="table-tools">
            <span role="status">{total === 1 ? '1 assignment' : `${total.toLocaleString('en-GB')} assignments`}</span>
            <span>{tools}</span>
          </div>
          {total === 0 ? (
            <p className="note">Nobody on this list fits. Take a filter away or search for less.</p>
          ) : (
            <Rows scope={scope} total={total} onSort={onSort} onPerson={onPerson} />
          )}
        </>
      )}
    </Answered>
  );
}

function Rows({ scope, total, onSort, onPerson }: Omit<PeopleTableProps, 'tools'> & { total: number }) {
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the page is built without the React compiler
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const pages = [...new Set(items.map(({ index }) => Math.floor(index / PAGE)))];
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['staff list', scope, page],
      queryFn: () => planner.staff.people({ ...scope, offset: page * PAGE, limit: PAGE }),
      placeholderData: keepPreviousData,
    })),
  });
  const rowAt = (index: number): StaffListRow | undefined =>
    answers[pages.indexOf(Math.floor(index / PAGE))]?.data?.rows[index % PAGE];
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0);

  const move = (event: KeyboardEvent, from: number) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };
    const edge = { Home: 0, End: total - 1 }[event.key];
    const step = steps[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(total - 1, edge ?? from + (step ?? 0)));
    virtual.scrollToIndex(to);
    // The row is drawn, and its page asked for, after the scroll.
    const focus = (tries: number) => {
      const button = scroll.current?.querySelector<HTMLElement>(`[data-row="${to}"]`);
      if (button) button.focus();
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    requestAnimationFrame(() => focus(60));
  };

  return (
    <div className="table-scroll table-scroll--tall" ref={scroll}>
      <table className="table table--dense table--fixed" aria-rowcount={total + 1}>
        <caption className="unseen">People and assignments. Arrow keys go from row to row.</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ sort, title, number }) => {
              const sorted = scope.sort === sort;
              return (
                <th
                  key={sort}
                  scope="col"
                  className={`people__${sort} ${number ? 'number' : ''}`}
                  aria-sort={sorted ? (scope.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button type="button" onClick={() => onSort(sort)}>
                    {title}
                    <span aria-hidden="true">{sorted ? (scope.descending ? ' ▼' : ' ▲') : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
          {items.map(({ index }) => {
            const row = rowAt(index);
            return (
              <tr key={index} aria-rowindex={index + 2}>
                {columns.map(({ sort, number, of }, column) =>
                  column === 0 ? (
                    <th key={sort} scope="row">
                      {row ? (
                        <button
                          type="button"
                          className="link"
                          data-row={index}
                          onClick={() => onPerson(row.person)}
                          onKeyDown={(event) => move(event, index)}
                        >
                          {of(row)}
                        </button>
                      ) : (
                        '…'
                      )}
                    </th>
                  ) : (
                    <td key={sort} className={number ? 'number' : undefined}>
                      {row && of(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
          {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  );
}
