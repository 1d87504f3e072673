import { type CSSProperties, type ReactNode, useCallback } from 'react';
import type { BoardRow } from '#contract';
import { counted, wteText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { BoardList } from './BoardList.tsx';
import { type BoardLine, isBehind, type Sort, type SortKey, sortTitles } from './board-rows.ts';
import { givenText, originWords, owedText, rotationsText, shortDate, stateWords, sureWords } from './words.ts';

/** With their parts of the width, on the screen and on paper, where the reasons are printed in full. */
const columns: { key: SortKey; number?: boolean; width: number; paper: number }[] = [
  { key: 'name', width: 16, paper: 16 },
  { key: 'start', width: 13, paper: 12 },
  { key: 'wte', number: true, width: 5, paper: 5 },
  { key: 'unit', width: 13, paper: 12 },
  { key: 'next', width: 14, paper: 13 },
  { key: 'progress', width: 7, paper: 7 },
  { key: 'hours', width: 11, paper: 9 },
  { key: 'end', width: 10, paper: 9 },
  { key: 'sure', width: 11, paper: 17 },
];

const widths = columns.map(({ width }) => `minmax(0, ${width}fr)`);

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
      {columns.map(({ key, number, paper }) => {
        const sorted = sort.key === key;
        return (
          <th
            key={key}
            scope="col"
            style={{ '--width': `${paper}%` } as CSSProperties}
            className={number ? 'number' : undefined}
            aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" onClick={() => onSort({ key, down: sorted && !sort.down })}>
              {sortTitles[key]}
              <span aria-hidden="true">{sorted ? (sort.down ? ' ▼' : ' ▲') : ''}</span>
            </button>
          </th>
        );
      })}
    </tr>
  );
  return <BoardList caption="Preceptees" lines={lines} columns={widths} head={head} onOpen={onOpen} cells={cells} />;
}

function Cells({ row, open, today }: { row: BoardRow; open: ReactNode; today: string }) {
  return (
    <>
      <th scope="row" className="board-cut">
        {open}
        <small title={originWords[row.origin]}>
          {row.programmeName}, {row.cohort}
          {row.origin === 'own' ? ' · by hand' : row.origin === 'edited' ? ' · changed by hand' : ''}
        </small>
      </th>
      <td>
        {shortDate(row.start)}
        <small>{row.registered ? `reg. ${shortDate(row.registered)}` : 'no registration yet'}</small>
      </td>
      <td className="number">{row.wte === null ? '–' : wteText(row.wte)}</td>
      <td className="board-cut" title={[row.unit, rotationsText(row)].filter(Boolean).join('; ')}>
        {row.unit ?? 'No unit'}
        <small>
          {row.preceptor ? `with ${row.preceptor}` : 'no preceptor named'}
          {row.rotations.length > 0 && ` · ${counted(row.rotations.length, 'move')}`}
        </small>
      </td>
      <td className="board-cut">
        <Next row={row} />
      </td>
      <td>
        {row.done} of {row.steps}
        <span className="board-bar" aria-hidden="true" style={{ '--done': shareDone(row) } as CSSProperties} />
      </td>
      <td className="board-cut">
        {isBehind(row, today) ? <Status kind="red" word={`${givenText(row.hours)}, behind`} /> : givenText(row.hours)}
        <small>{owedText(row.hours)}</small>
      </td>
      <td>
        <End row={row} />
      </td>
      <td className="board-cut" title={row.because.join('; ')}>
        <Status {...sureWords[row.sure]} />
        <small>
          {row.remarks.length > 0 ? `${row.because[0] ?? ''} · ${row.remarks.length} remarks` : row.because[0]}
        </small>
      </td>
    </>
  );
}

/** In percent. */
const shareDone = ({ done, steps }: BoardRow) => `${steps === 0 ? 0 : Math.round((done / steps) * 100)}%`;

function Next({ row }: { row: BoardRow }) {
  if (!row.next)
    return row.state === 'in_programme' || row.state === 'extended' ? 'Nothing open' : stateWords[row.state].word;
  return (
    <>
      {row.next.what}
      <small className={row.next.when === 'overdue' ? 'overdue' : undefined}>
        {row.next.when === 'overdue' ? 'overdue: ' : ''}
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
