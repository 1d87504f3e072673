import { type KeyboardEvent, useRef, useState } from 'react';
import type { LmnsWorkbookSheet, LmnsWorkbookView } from '#contract';

interface SheetGridProps {
  sheet: LmnsWorkbookSheet;
  pointed: LmnsWorkbookView['pointed'];
  onPoint: (cell: string) => void;
  onClear: (cell: string) => void;
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A sheet's cells to be pointed at: by a click, or by arrow keys and Enter; Delete points nothing at one. */
export function SheetGrid({ sheet, pointed, onPoint, onClear }: SheetGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 1, column: 0 });
  const cells = new Map(sheet.cells.map((cell) => [cell.cell, cell]));
  const titles = new Map(pointed.map(({ cell, title }) => [cell, title]));
  const starts = new Map(sheet.merges.map((merge) => [merge.from, merge]));
  const covered = new Map(sheet.merges.flatMap((merge) => within(merge).map((name) => [name, merge.from] as const)));
  const move = (event: KeyboardEvent) => {
    const step = moves[event.key];
    const name = letters(at.column) + at.row;
    if (event.key === 'Enter' || event.key === ' ') onPoint(name);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (titles.has(name)) onClear(name);
    } else if (step) {
      let { row, column } = at;
      do {
        row += step[0];
        column += step[1];
      } while (covered.get(letters(column) + row) !== undefined);
      if (row < 1 || row > sheet.rows || column < 0 || column >= sheet.columns) return;
      setAt({ row, column });
      grid.current?.querySelector<HTMLElement>(`[data-cell="${letters(column)}${row}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  const columns = Array.from({ length: sheet.columns }, (_, column) => column);
  return (
    <>
      <p className="lmns-workbook-how" id="lmns-workbook-how">
        Choose a part of the return, then click its cell; or move by arrow keys and press Enter. Delete points nothing
        at a cell.{!sheet.whole && ' The sheet goes on beyond what is shown: type the names of cells further on.'}
      </p>
      <div className="table-scroll lmns-workbook-sheet">
        <table
          ref={grid}
          role="grid"
          className="sheet-grid"
          aria-label={`Cells of the sheet ${sheet.name}`}
          aria-describedby="lmns-workbook-how"
          onKeyDown={move}
        >
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">Row</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {letters(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: sheet.rows }, (_, index) => index + 1).map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column) => {
                  const name = letters(column) + row;
                  if (covered.has(name)) return null;
                  const cell = cells.get(name);
                  const title = titles.get(name);
                  const merge = starts.get(name);
                  const isHere = at.row === row && at.column === column;
                  return (
                    <td
                      key={column}
                      data-cell={name}
                      rowSpan={merge?.rows}
                      colSpan={merge?.columns}
                      tabIndex={isHere ? 0 : -1}
                      className={title ? 'sheet-grid__pointed' : cell?.formula ? 'sheet-grid__formula' : undefined}
                      aria-label={[
                        name,
                        title && `takes ${shortly(title)}`,
                        cell?.text,
                        cell?.formula && 'a formula',
                        cell?.list && 'has a list',
                      ]
                        .filter(Boolean)
                        .join(', ')}
                      onClick={() => {
                        setAt({ row, column });
                        onPoint(name);
                      }}
                      onFocus={() => setAt({ row, column })}
                    >
                      {(title && shortly(title)) ?? cell?.text ?? cell?.formula ?? ''}
                      {cell?.list && <span aria-hidden="true"> ▾</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** "4.1 Progress" for "4.1 Workforce planning: Progress"; what a cell has room for. */
function shortly(title: string): string {
  const [, reference] = /^(\d\.\d+) /.exec(title) ?? [];
  const own = title.slice(title.indexOf(': ') + 2);
  return reference === undefined ? own : `${reference} ${own}`;
}

/** The cells of a merged block but its first, which alone is drawn. */
function within({ from, rows, columns }: LmnsWorkbookSheet['merges'][number]): string[] {
  const [, name = 'A', number = '1'] = /^([A-Z]+)(\d+)$/.exec(from) ?? [];
  const left = [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const names: string[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (row + column > 0) names.push(letters(left + column) + (Number(number) + row));
  return names;
}
