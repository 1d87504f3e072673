import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { BoardRow, PreceptorshipProgrammeShown } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { BoardList } from './BoardList.tsx';
import type { BoardLine } from './board-rows.ts';
import { barOf, inWords, monthFrom, placeOf, type Span, ticksOf } from './timeline.ts';
import { stepWords } from './words.ts';

const lengths: Record<string, string> = { 12: '1 year', 24: '2 years', 36: '3 years', 120: '10 years' };

interface BoardTimelineProps {
  lines: readonly BoardLine[];
  programmes: readonly PreceptorshipProgrammeShown[];
  today: string;
  onOpen: (key: string) => void;
}

/** Who, and the bar. */
const widths = ['210px', 'minmax(0, 1fr)'];

type Names = ReadonlyMap<string, string>;

/** One bar a person: rotations, meetings, pauses, extension, planned and adjusted end. */
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
          <Bar row={row} names={names.get(row.programme) ?? noNames} span={{ first, until }} today={today} />
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

const noNames: Names = new Map();

function Bar({ row, names, span, today }: { row: BoardRow; names: Names; span: Span; today: string }) {
  const { start, ended, leaves, adjustedEnd, plannedEnd, pauses, rotations, meetings } = row;
  const over = ended ?? leaves;
  const end = over ?? adjustedEnd ?? (plannedEnd > today ? plannedEnd : today);
  const whole = barOf(start, end, span);
  const beyond = end > plannedEnd ? barOf(plannedEnd, end, span) : null;
  return (
    <div className="timeline__row" role="img" aria-label={`${row.name}: ${inWords(row, names)}`}>
      {whole && (
        <span
          className={`timeline__bar ${adjustedEnd === null && over === null ? 'timeline__bar--open' : ''}`}
          style={whole}
        />
      )}
      {beyond && <span className="timeline__beyond" style={beyond} />}
      {rotations.map(({ from, until, unit, outside }) => {
        const bar = barOf(from, until ?? end, span);
        return (
          bar && (
            <span
              key={`${from} ${unit}`}
              className={`timeline__rotation ${outside ? 'timeline__rotation--outside' : ''}`}
              style={bar}
            >
              {unit}
            </span>
          )
        );
      })}
      {pauses.map(({ from, until }) => {
        const bar = barOf(from, until ?? span.until, span);
        return bar && <span key={from} className="timeline__pause" style={bar} />;
      })}
      {plannedEnd >= span.first && plannedEnd < span.until && (
        <span className="timeline__planned" style={{ left: `${placeOf(plannedEnd, span)}%` }} />
      )}
      {meetings.map(({ key, held, due, status }) => {
        const day = held ?? due;
        if (day === null || day < span.first || day >= span.until || status === 'closed_by_leaving') return null;
        return (
          <span
            key={key}
            className={`timeline__meeting timeline__meeting--${stepWords[status].kind}`}
            style={{ left: `${placeOf(day, span)}%` }}
          />
        );
      })}
      {today >= span.first && today < span.until && (
        <span className="timeline__today" style={{ left: `${placeOf(today, span)}%` }} />
      )}
    </div>
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
