import { memo } from 'react';
import type { EstablishmentField } from '#contract';
import type { LeftBy } from './CellEditor.tsx';
import { type GridColumn, gridColumns } from './columns.ts';
import type { Place } from './cursor.ts';
import { cellKey, type Unsaved } from './entry.ts';
import { GridCell } from './GridCell.tsx';
import type { GridRow } from './rows.ts';

/** What a row asks of the grid. Stable from one drawing to the next, so that only rows that changed are drawn. */
export interface GridActs {
  commit: (at: Place, text: string, by: LeftBy, backwards: boolean) => void;
  cancel: (at: Place) => void;
}

interface GridLineProps {
  row: GridRow;
  index: number;
  /** Column of the cell that the keyboard is at, if it is in this row. */
  current: number | null;
  /** First and last selected column, if any are. */
  from: number | null;
  to: number | null;
  editing: string | null;
  unsaved: ReadonlyMap<string, Unsaved>;
  acts: GridActs;
}

const classes = { unit: 'table__group grid__unit', line: 'grid__line', total: 'table__total', share: 'grid__share' };

/** The field that a cell enters; null where it is worked out. */
export const fieldOf = (row: GridRow | undefined, column: GridColumn | undefined): EstablishmentField | null =>
  row?.line ? (column?.field ?? null) : null;

export const titleOf = ({ title, unit }: GridColumn) => (unit ? `${title}, ${unit}` : title);

/** Which cell it is, in words. */
export const nameOf = (row: GridRow, column: GridColumn) => `${titleOf(column)}: ${row.within ?? ''}, ${row.title}`;

/** A row of the grid with its heading and its cells. */
export const GridLine = memo(function GridLine({
  row,
  index,
  current,
  from,
  to,
  editing,
  unsaved,
  acts,
}: GridLineProps) {
  const isSelected = (column: number) => from !== null && to !== null && column >= from && column <= to;
  return (
    <tr className={classes[row.kind]} aria-rowindex={index + 2}>
      <th
        scope="row"
        className={`grid__title ${isSelected(-1) ? 'grid__selected' : ''}`}
        data-place={`${index}:-1`}
        tabIndex={current === -1 ? 0 : -1}
        aria-selected={isSelected(-1) || undefined}
      >
        {row.within && <span className="unseen">{row.within}, </span>}
        {row.title}
      </th>
      {gridColumns.map((column, at) => {
        const place = { row: index, column: at };
        const field = fieldOf(row, column);
        return (
          <GridCell
            key={column.key}
            place={`${index}:${at}`}
            column={column}
            text={column.of(row.position, row.line)}
            empty={row.kind === 'share' ? column.kind !== 'gap' : column.kind === 'wording' && !row.line}
            editable={field !== null}
            current={current === at}
            selected={isSelected(at)}
            unsaved={row.line && field ? unsaved.get(cellKey({ id: row.line.id, field })) : undefined}
            editing={current === at ? editing : null}
            name={nameOf(row, column)}
            leftward={at > gridColumns.length / 2}
            onCommit={(text, by, backwards) => acts.commit(place, text, by, backwards)}
            onCancel={() => acts.cancel(place)}
          />
        );
      })}
    </tr>
  );
});
