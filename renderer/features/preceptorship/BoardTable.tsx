import { type ReactNode, useCallback } from 'react';
import type { BoardRow } from '#contract';
import { wteText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { BoardList } from './BoardList.tsx';
import { type BoardLine, isBehind, type Sort, type SortKey } from './board-rows.ts';
import { hoursText, originWords, shortDate, stateWords, sureWords } from './words.ts';

const columns: { key: SortKey; title: string; number?: boolean; width: number }[] = [
  { key: 'name', title: 'Preceptee', width: 17 },
  { key: 'start', title: 'Start, registration', width: 13 },
  { key: 'wte', title: 'WTE', number: true, width: 5 },
  { key: 'unit', title: 'Unit, preceptor', width: 12 },
  { key: 'next', title: 'Next due', width: 15 },
  { key: 'progress', title: 'Steps', width: 7 },
  { key: 'hours', title: 'Hours given', width: 10 },
  { key: 'end', title: 'End', width: 10 },
  { key: 'sure', title: 'How sure', width: 11 },
];

interface BoardTableProps {
  lines: readonly BoardLine[];
  today: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onOpen: (key: string) => void;
}

/** Everybody with where they stand, a line each. */
export function BoardTable({ lines, today, sort, onSort, onOpen }: BoardTableProps) {
  const cells = useCallback((row: BoardRow, open: ReactNode) => <Cells row={row} open={open} today={today} />, [today]);
  const head = (
    <tr aria-rowindex={1}>
      {columns.map(({ key, title, number, width }) => {
        const sorted = sort.key === key;
        return (
          <th
            key={key}
            scope="col"
            style={{ width: `${width}%` }}
            className={number ? 'number' : undefined}
            aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" onClick={() => onSort({ key, down: sorted && !sort.down })}>
              {title}
              <span aria-hidden="true">{sorted ? (sort.down ? ' ▼' : ' ▲') : ''}</span>
            </button>
          </th>
        );
      })}
    </tr>
  );
  return (
    <BoardList caption="Preceptees" lines={lines} columns={columns.length} head={head} onOpen={onOpen} cells={cells} />
  );
}

function Cells({ row, open, today }: { row: BoardRow; open: ReactNode; today: string }) {
  return (
    <>
      <th scope="row">
        {open}
        <small title={originWords[row.origin]}>
          {row.programmeName}, {row.cohort}
          {row.origin === 'own' ? ' · by hand' : row.origin === 'edited' ? ' · changed by hand' : ''}
        </small>
      </th>
      <td>
        {shortDate(row.start)}
        <small>{row.registered ? `reg. ${shortDate(row.registered)}` : 'not registered yet, or not given'}</small>
      </td>
      <td className="number">{row.wte === null ? '–' : wteText(row.wte)}</td>
      <td>
        {row.unit ?? 'No unit'}
        <small>{row.preceptor ? `with ${row.preceptor}` : 'no preceptor named'}</small>
      </td>
      <td>
        <Next row={row} />
      </td>
      <td>
        {row.done} of {row.steps}
        <progress max={Math.max(1, row.steps)} value={row.done} aria-label={`Steps of ${row.name}`} />
      </td>
      <td>
        {hoursText(row.hours)}
        {isBehind(row, today) && (
          <small>
            <Status kind="red" word="Behind" />
          </small>
        )}
      </td>
      <td>
        <End row={row} />
      </td>
      <td title={row.because.join('; ')}>
        <Status {...sureWords[row.sure]} />
        <small>
          {row.remarks.length > 0 ? `${row.because[0] ?? ''} · ${row.remarks.length} remarks` : row.because[0]}
        </small>
      </td>
    </>
  );
}

function Next({ row }: { row: BoardRow }) {
  if (!row.next)
    return row.state === 'in_programme' || row.state === 'extended' ? 'Nothing open' : stateWords[row.state].word;
  return (
    <>
      {row.next.what}
      <small className={row.next.when === 'overdue' ? 'overdue' : undefined}>
        {row.next.when === 'overdue' ? 'overdue since ' : ''}
        {shortDate(row.next.on)}
      </small>
    </>
  );
}

function End({ row: { ended, adjustedEnd, plannedEnd, state } }: { row: BoardRow }) {
  if (ended !== null)
    return (
      <>
        {shortDate(ended)}
        <small>{stateWords[state].word.toLowerCase()}</small>
      </>
    );
  return (
    <>
      {adjustedEnd === null ? 'Not known' : shortDate(adjustedEnd)}
      <small>{adjustedEnd === plannedEnd ? 'as planned' : `planned ${shortDate(plannedEnd)}`}</small>
    </>
  );
}
