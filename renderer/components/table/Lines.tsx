import { memo, type ReactElement, type ReactNode } from 'react';
import { classOf, type Column } from './column.ts';

interface RowLineProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  /** Its place among the lines of the table. */
  index: number;
  /** The cells picked in it, the last one included. */
  picked: string | null;
  canFocus: boolean;
  /** Lines of headings above it. */
  heads: number;
  measure: ((element: HTMLElement | null) => void) | undefined;
}

/** A cell of a row; no part of its own, for a long table has thousands. */
function cellOf<Row>(column: Column<Row>, row: Row, className: string | undefined): ReactElement {
  const Tag = column.header ? 'th' : 'td';
  return (
    <Tag key={column.key} scope={column.header ? 'row' : undefined} className={className}>
      {column.show ? column.show(row) : column.value(row)}
    </Tag>
  );
}

/** A row, drawn anew only where it changes: scrolling draws those that come into view. `picked` is "first:last". */
function Row<Row>({ row, columns, index, picked, canFocus, heads, measure }: RowLineProps<Row>) {
  const [first = Infinity, last = -1] = picked?.split(':').map(Number) ?? [];
  const isPicked = (at: number) => (at >= first && at <= last ? true : undefined);
  return (
    <tr
      ref={measure}
      data-line={index}
      data-index={index}
      aria-rowindex={index + heads + 1}
      tabIndex={canFocus ? 0 : -1}
    >
      {columns.map((column, at) =>
        cellOf(column, row, classOf(column, column.look?.(row), isPicked(at) && 'table__picked')),
      )}
    </tr>
  );
}

export const RowLine = memo(Row) as <Row>(props: RowLineProps<Row>) => ReactElement;

/** A group's name, how many rows it has, and the sums of them, or its own row where that is no mere sum. */
export function GroupLine<Row>(props: {
  name: string;
  count: number;
  /** What stands beside the name. */
  beside: ReactNode;
  sums: readonly string[];
  whole: Row | undefined;
  columns: readonly Column<Row>[];
  index: number;
  heads: number;
  measure: ((element: HTMLElement | null) => void) | undefined;
}) {
  const { name, count, beside, sums, whole, columns, index, heads, measure } = props;
  const firstSum = sums.findIndex((text, at) => at > 0 && text !== '');
  const span = whole !== undefined ? 1 : firstSum === -1 ? columns.length : firstSum;
  const rest = columns.slice(span);
  return (
    <tr ref={measure} data-index={index} className="table__group" aria-rowindex={index + heads + 1}>
      <th scope="rowgroup" colSpan={span}>
        {name} <small>({count})</small>
        {beside}
      </th>
      {whole !== undefined
        ? rest.map((column) => cellOf({ ...column, header: false }, whole, classOf(column)))
        : rest.map(({ key }, at) => (
            <td key={key} className="number">
              {sums[span + at]}
            </td>
          ))}
    </tr>
  );
}

/** The sums of all rows that are shown. */
export function SumLine<Row>({
  sums,
  columns,
  what,
}: {
  sums: readonly string[];
  columns: readonly Column<Row>[];
  what: string;
}) {
  const firstSum = Math.max(
    1,
    sums.findIndex((text, at) => at > 0 && text !== ''),
  );
  return (
    <tr className="table__total">
      <th scope="row" colSpan={firstSum}>
        {what}
      </th>
      {columns.slice(firstSum).map(({ key }, at) => (
        <td key={key} className="number">
          {sums[firstSum + at]}
        </td>
      ))}
    </tr>
  );
}

/** The row of all together, by the same columns. */
export function TotalLine<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return <tr className="table__total">{columns.map((column) => cellOf(column, row, classOf(column)))}</tr>;
}
