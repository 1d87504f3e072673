import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { BoardRow, PreceptorshipProgrammeShown } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { BoardList } from './BoardList.tsx';
import type { BoardLine } from './board-rows.ts';
import { monthFrom, type Span, ticksOf } from './timeline.ts';
import { TimelineBar } from './TimelineBar.tsx';

const lengths: Record<string, string> = { 12: '1 year', 24: '2 years', 36: '3 years', 120: '10 years' };

interface BoardTimelineProps {
  lines: readonly BoardLine[];
  programmes: readonly PreceptorshipProgrammeShown[];
  today: string;
  onOpen: (key: string) => void;
}

/** Who, and the bar. */
const widths = ['210px', 'minmax(0, 1fr)'];

/** One bar a person, over the months that are chosen. */
export function BoardTimeline({ lines, programmes, today, onOpen }: BoardTimelineProps) {
  const [months, setMonths] = useState(24);
  const [first, setFirst] = useState(() => monthFrom(today, -12));
  const names = useMemo(
    () => new Map(programmes.map(({ key, steps }) => [key, new Map(steps.map((step) => [step.key, step.name]))])),
    [programmes],
  );
  const until = monthFrom(first, months);
  const choose = (length: number) => {
    setMonths(length);
    setFirst(monthFrom(today, length === 120 ? -96 : -length / 2));
  };
  const cells = useCallback(
    (row: BoardRow, open: ReactNode) => (
      <>
        <th scope="row" className="timeline__who board-cut">
          {open}
          <small>
            {row.programmeName}, {row.cohort}
          </small>
        </th>
        <td className="timeline__cell">
          <TimelineBar row={row} names={names.get(row.programme)} span={{ first, until }} today={today} />
        </td>
      </>
    ),
    [names, first, until, today],
  );
  const span: Span = { first, until };
  const ticks = ticksOf(span);
  const head = (
    <tr aria-rowindex={1}>
      <th scope="col" className="timeline__name">
        Preceptee
      </th>
      <th scope="col" className="timeline__axis">
        <span className="unseen">
          {dateText(span.first)} to {dateText(span.until)}
        </span>
        {ticks.map(({ key, title, left }) => (
          <span key={key} aria-hidden="true" style={{ left }}>
            {title}
          </span>
        ))}
      </th>
    </tr>
  );
  return (
    <>
      <div className="grid-tools timeline__tools">
        <span className="actions">
          <Button onClick={() => setFirst(monthFrom(first, -Math.max(1, months / 4)))}>Earlier</Button>
          <Button onClick={() => choose(months)}>Today</Button>
          <Button onClick={() => setFirst(monthFrom(first, Math.max(1, months / 4)))}>Later</Button>
          <label className="filter">
            Length
            <select value={months} onChange={({ target }) => choose(Number(target.value))}>
              {Object.entries(lengths).map(([length, title]) => (
                <option key={length} value={length}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        </span>
        <Legend />
      </div>
      <div className="printed-only">
        {dateText(span.first)} to {dateText(span.until)}: <Legend />
      </div>
      <BoardList
        caption="Preceptees over time"
        lines={lines}
        columns={widths}
        head={head}
        onOpen={onOpen}
        cells={cells}
      />
    </>
  );
}

const keys: readonly (readonly [mark: string, word: string])[] = [
  ['timeline__key timeline__bar', 'programme'],
  ['timeline__key timeline__rotation', 'rotation'],
  ['timeline__key timeline__pause', 'pause'],
  ['timeline__key timeline__beyond', 'past the planned end'],
  ['timeline__key timeline__planned', 'planned end'],
  ['timeline__key timeline__today', 'today'],
  ['timeline__meeting timeline__meeting--green', 'held'],
  ['timeline__meeting timeline__meeting--blue', 'to come'],
  ['timeline__meeting timeline__meeting--amber', 'soon or late'],
  ['timeline__meeting timeline__meeting--red', 'overdue'],
];

function Legend() {
  return (
    <span className="timeline__legend">
      {keys.map(([mark, word]) => (
        <span key={word}>
          <span className={mark} /> {word}
        </span>
      ))}
    </span>
  );
}
