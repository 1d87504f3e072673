import type { CSSProperties } from 'react';
import type { BoardRow } from '#contract';
import type { Column } from '../../components/DataTable.tsx';
import { counted, wteText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { isBehind, type SortKey, sortTitles } from './board-rows.ts';
import {
  givenText,
  hoursText,
  originWords,
  owedText,
  rotationsText,
  shortDate,
  stateWords,
  sureWords,
} from './words.ts';

/** A column of the board, with its parts of the width on the screen and on paper, where the reasons are printed in full. */
export interface BoardColumn extends Column<BoardRow> {
  readonly key: SortKey;
  readonly widths: readonly [screen: number, paper: number];
  /** What a cell says in full, where words are cut. */
  readonly hover?: (row: BoardRow) => string;
}

const cut = { look: () => 'board-cut' };

/** The columns of the board as it stands on a day; that of names is drawn below the one control of its row. */
export const boardColumns = (today: string): BoardColumn[] => [
  {
    key: 'name',
    title: sortTitles.name,
    header: true,
    stays: true,
    widths: [16, 16],
    ...cut,
    value: ({ name }) => name,
    show: (row) => (
      <small title={originWords[row.origin]}>
        {row.programmeName}, {row.cohort}
        {row.origin === 'own' ? ' · by hand' : row.origin === 'edited' ? ' · changed by hand' : ''}
      </small>
    ),
    means: 'Who is followed, with programme and cohort.',
  },
  {
    key: 'start',
    title: sortTitles.start,
    widths: [11, 12],
    value: ({ start }) => start,
    show: ({ start, registered }) => (
      <>
        {shortDate(start)}
        <small>{registered ? `reg. ${shortDate(registered)}` : 'no registration yet'}</small>
      </>
    ),
    means: 'The first day in post, and of the registration.',
  },
  {
    key: 'wte',
    title: sortTitles.wte,
    number: true,
    widths: [5, 5],
    value: ({ wte }) => (wte === null ? null : wte / 100_000),
    show: ({ wte }) => (wte === null ? '–' : wteText(wte)),
    means: 'WTE of the contract.',
  },
  {
    key: 'unit',
    title: sortTitles.unit,
    widths: [13, 12],
    ...cut,
    value: ({ unit, preceptor }) => [unit ?? 'No unit', preceptor ?? 'no preceptor named'].join(', '),
    hover: (row) => [row.unit, rotationsText(row)].filter(Boolean).join('; '),
    show: ({ unit, preceptor, rotations }) => (
      <>
        {unit ?? 'No unit'}
        <small>
          {preceptor ? `with ${preceptor}` : 'no preceptor named'}
          {rotations.length > 0 && ` · ${counted(rotations.length, 'move')}`}
        </small>
      </>
    ),
    means: 'Where the preceptee works now, and with whom.',
  },
  {
    key: 'next',
    title: sortTitles.next,
    widths: [16, 13],
    ...cut,
    value: ({ next }) => next && `${next.what}, ${next.on}`,
    show: (row) => <Next row={row} />,
    means: 'The most pressing thing due, else the next one to come.',
  },
  {
    key: 'progress',
    title: sortTitles.progress,
    widths: [7, 7],
    value: ({ done, steps }) => `${done} of ${steps}`,
    show: (row) => (
      <>
        {row.done} of {row.steps}
        <span className="board-bar" aria-hidden="true" style={{ '--done': shareDone(row) } as CSSProperties} />
      </>
    ),
    means: 'Meetings and steps done, of those that apply.',
  },
  {
    key: 'hours',
    title: sortTitles.hours,
    widths: [11, 9],
    ...cut,
    value: ({ hours }) => hoursText(hours),
    show: (row) => (
      <>
        {isBehind(row, today) ? <Status kind="red" word={`${givenText(row.hours)}, behind`} /> : givenText(row.hours)}
        <small>{owedText(row.hours)}</small>
      </>
    ),
    means: 'Supernumerary hours given, of those owed.',
  },
  {
    key: 'end',
    title: sortTitles.end,
    widths: [10, 9],
    value: ({ ended, leaves, adjustedEnd }) => ended ?? leaves ?? adjustedEnd,
    show: (row) => <End row={row} />,
    means:
      'The planned end, moved by pauses or an extension, or the day on which the programme was over, or will be by a leaving that is known.',
  },
  {
    key: 'sure',
    title: sortTitles.sure,
    widths: [11, 17],
    ...cut,
    value: ({ sure }) => sureWords[sure].word,
    hover: ({ because, remarks }) => [...because, ...remarks].join('; '),
    show: ({ sure, because, remarks }) => (
      <>
        <Status {...sureWords[sure]} />
        <small>{remarks.length > 0 ? `${because[0] ?? ''} · ${counted(remarks.length, 'remark')}` : because[0]}</small>
      </>
    ),
    means: 'How far the end stands, and why.',
  },
];

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

function End({ row: { ended, leaves, adjustedEnd, plannedEnd, state } }: { row: BoardRow }) {
  const over = ended ?? leaves;
  if (over !== null)
    return (
      <>
        {shortDate(over)}
        <small>{ended === null ? 'leaves' : stateWords[state].word.toLowerCase()}</small>
      </>
    );
  return (
    <>
      {adjustedEnd === null ? 'Not known' : shortDate(adjustedEnd)}
      <small>{adjustedEnd === plannedEnd ? 'as planned' : `planned ${shortDate(plannedEnd)}`}</small>
    </>
  );
}
