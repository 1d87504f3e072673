import type { TableLayout } from '#contract';
import { TermMark } from '../Term.tsx';
import { termIn } from '../terms.ts';
import { classOf, type Column, headingOf, placeOf } from './column.ts';

interface HeadsProps<Row> {
  columns: readonly Column<Row>[];
  sort: TableLayout['sort'];
  onSort: (key: string) => void;
}

/** Two lines of headings where columns have something above them, else one. */
export const headLines = <Row,>(columns: readonly Column<Row>[]): 1 | 2 => (columns.some(({ over }) => over) ? 2 : 1);

/** Neighbours that have the same above them. */
function spansOf<Row>(columns: readonly Column<Row>[]): { over: string | undefined; count: number }[] {
  const spans: { over: string | undefined; count: number }[] = [];
  for (const { over } of columns) {
    const last = spans[spans.length - 1];
    if (last && last.over === over) last.count += 1;
    else spans.push({ over, count: 1 });
  }
  return spans;
}

/** The headings: each sorts, and one with a term has the way to the glossary beside it. */
export function Heads<Row>({ columns, sort, onSort }: HeadsProps<Row>) {
  const lines = headLines(columns);
  return (
    <thead>
      {lines === 2 && (
        <tr aria-rowindex={1}>
          {spansOf(columns).map(({ over, count }, at) =>
            over ? (
              <th key={over} scope="colgroup" colSpan={count} className="table__span">
                {over}
              </th>
            ) : (
              <td key={at} colSpan={count}>
                {'\u00a0'}
              </td>
            ),
          )}
        </tr>
      )}
      <tr aria-rowindex={lines}>
        {columns.map((column) => {
          const { key, title, unit, means, acts, below } = column;
          if (acts || column.paper === 'only')
            return (
              <th key={key} scope="col" className={placeOf(column)}>
                <span className={acts && 'unseen'}>{title}</span>
              </th>
            );
          const sorted = sort?.column === key ? sort : null;
          const term = termIn(title);
          return (
            <th
              key={key}
              scope="col"
              title={means}
              aria-label={term || below ? headingOf(column) : undefined}
              className={classOf(column)}
              aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}
            >
              <button type="button" onClick={() => onSort(key)}>
                {title}
                <span aria-hidden="true">{sorted ? (sorted.down ? ' ▼' : ' ▲') : ''}</span>
              </button>
              <TermMark of={title} />
              {unit && <span className="grid__unit-of">{unit}</span>}
              {below && <span className="grid__unit-of">{below}</span>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
