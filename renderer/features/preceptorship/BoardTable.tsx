import { type CSSProperties, type ReactNode, type RefObject, useCallback } from 'react';
import type { BoardRow } from '#contract';
import { announce } from '../../components/announce.ts';
import { useInsideTrust } from '../../components/inside-trust.ts';
import { counted } from '../../components/numbers.ts';
import { blockOfRows, type CopiedBlock } from '../../components/table/block.ts';
import type { BoardColumn } from './board-columns.tsx';
import { BoardList } from './BoardList.tsx';
import type { BoardLine, Sort } from './board-rows.ts';

interface BoardTableProps {
  lines: readonly BoardLine[];
  /** In the order in which they stand; the same from draw to draw. */
  columns: readonly BoardColumn[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  onOpen: (key: string) => void;
  /** What is picked now, for the button that copies it. */
  picked: RefObject<(() => CopiedBlock) | null>;
}

/** Everybody with where they stand, a line each. */
export function BoardTable({ lines, columns, sort, onSort, onOpen, picked }: BoardTableProps) {
  const cells = useCallback(
    (row: BoardRow, open: ReactNode, isPicked: (column: number) => boolean) =>
      columns.map((column, at) => cellOf(column, row, open, isPicked(at))),
    [columns],
  );
  const mark = useInsideTrust();
  const copied = (rows: BoardRow[], [first, last]: readonly [number, number]) => {
    const part = columns.slice(first, last + 1);
    const isWhole = part.length === columns.length;
    announce(
      `Copied ${counted(rows.length, 'row')}${isWhole ? '' : ` of ${counted(part.length, 'column')}`}. Paste into a spreadsheet.`,
    );
    return blockOfRows(part, rows, isWhole, isWhole ? mark : undefined);
  };
  const onPaper = columns.reduce((sum, { widths }) => sum + widths[1], 0);
  const head = (
    <tr aria-rowindex={1}>
      {columns.map(({ key, title, number, means, widths }) => {
        const sorted = sort.key === key;
        return (
          <th
            key={key}
            scope="col"
            title={means}
            style={{ '--width': `${(widths[1] / onPaper) * 100}%` } as CSSProperties}
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
    <BoardList
      caption="Preceptees"
      lines={lines}
      columns={columns.map(({ widths }) => `minmax(0, ${widths[0]}fr)`)}
      head={head}
      onOpen={onOpen}
      cells={cells}
      copied={copied}
      picked={picked}
    />
  );
}

/** A cell; no part of its own, for hundreds are drawn while the board scrolls. */
function cellOf(column: BoardColumn, row: BoardRow, open: ReactNode, isPicked: boolean) {
  const { key, header, number, look, hover, show } = column;
  const Cell = header ? 'th' : 'td';
  const looks = [look?.(row), number && 'number', isPicked && 'table__picked'].filter(Boolean).join(' ');
  return (
    <Cell key={key} scope={header ? 'row' : undefined} className={looks || undefined} title={hover?.(row)}>
      {header && open}
      {show?.(row)}
    </Cell>
  );
}
