import type { BoardRow } from '#contract';
import { barOf, dayToCome, inWords, placeOf, type Span } from './timeline.ts';
import { stepWords } from './words.ts';

interface TimelineBarProps {
  row: BoardRow;
  /** Of the steps of the programme, by their keys. */
  names: ReadonlyMap<string, string> | undefined;
  span: Span;
  today: string;
}

const noNames: ReadonlyMap<string, string> = new Map();

/** The bar of somebody: rotations, meetings, pauses, extension, planned and adjusted end. */
export function TimelineBar({ row, names = noNames, span, today }: TimelineBarProps) {
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
      {meetings.map(({ key, held, movedTo, due, status }) => {
        const day = held ?? dayToCome({ movedTo, due, status });
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
