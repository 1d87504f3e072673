import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../../components/announce.ts';
import { copyOf, enteredCells, layOver } from './block.ts';
import { blockOf } from '../../components/clipboard.ts';
import { gridColumns } from './columns.ts';
import { useClipboard } from './use-clipboard.ts';
import { type Cursor, type Place, stepOf } from './cursor.ts';
import { cellKey, type Entry } from './entry.ts';
import { useGridDraft } from './grid-draft.tsx';
import { fieldOf, type GridActs, GridLine, nameOf } from './GridLine.tsx';
import { nextEntered, nextLine } from './next-cell.ts';
import type { GridRow } from './rows.ts';
import { HeadingWithTerm } from '../../components/Term.tsx';

/** Ways of working out a requirement that are offered; any other may be typed. */
const requirementTools = ['Birthrate+', 'Neonatal nursing calculator', 'BAPM tier table', 'Locally agreed'];

interface EstablishmentGridProps {
  rows: readonly GridRow[];
  cursor: Cursor;
  entry: Entry;
  /** Whole lines were pasted onto the heading of a row. */
  onPasteLines: (text: string) => void;
  /** A block was pasted that does not fit; null when the next thing is done. */
  onNotice: (message: string | null) => void;
  /** Id of a line that was just added: the cursor goes to its first figure. */
  added: number | null;
  onArrived: () => void;
}

/** The establishment as a grid: arrow keys move by cell, typing enters, blocks are copied and pasted as in a spreadsheet. */
export function EstablishmentGrid(props: EstablishmentGridProps) {
  const { rows, cursor, entry, onPasteLines, onNotice, added, onArrived } = props;
  const grid = useRef<HTMLTableElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const { at, range, last } = cursor;
  const column = gridColumns[at.column];
  const row = rows[at.row];
  const field = fieldOf(row, column);

  const isOpen = editing !== null && row?.line && field && column;
  const open = isOpen ? { key: cellKey({ id: row.line.id, field }), label: nameOf(row, column) } : null;
  const draft = useGridDraft(entry, open);

  // The focus follows the cursor while it is in the grid; an editor takes it itself.
  const follow = useRef(false);
  useLayoutEffect(() => {
    if (!follow.current || editing !== null) return;
    follow.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-place="${at.row}:${at.column}"]`)?.focus();
  });
  const go = (to: Place, extend = false) => {
    follow.current = true;
    onNotice(null);
    cursor.go(to, extend);
  };

  // After the dialog has given the focus back.
  const arrived = rows.findIndex(({ line }) => added !== null && line?.id === added);
  useEffect(() => {
    if (arrived === -1) return;
    go({ row: arrived, column: 0 });
    onArrived();
  });

  const edit = (text?: string) => {
    if (!row?.line || !field || !column) return;
    const kept = entry.unsaved.get(cellKey({ id: row.line.id, field }))?.text;
    setEditing(text ?? kept ?? column.of(row.position, row.line).plain);
  };
  /** Saves; `stay` where the person went elsewhere, whom what stands wrong must not call back. */
  const enter = async (cells: Parameters<Entry['enter']>[0], stay = false) => {
    onNotice(null);
    const [wrong] = await entry.enter(cells);
    if (!wrong) return;
    // Back to the first cell that stands wrong, open with what was typed, unless another is being edited by now.
    const line = rows.findIndex((each) => each.line?.id === wrong.cell.id);
    const across = gridColumns.findIndex((each) => each.field === wrong.cell.field);
    const elsewhere = document.activeElement !== document.body && !grid.current?.contains(document.activeElement);
    if (stay || elsewhere) return announce(`Not saved: ${wrong.message}`);
    if (line === -1 || grid.current?.querySelector('input')) return;
    go({ row: line, column: across });
    if (cells.length === 1) setEditing(wrong.cell.text);
  };

  const commit: GridActs['commit'] = (place, text, by, backwards) => {
    const target = rows[place.row];
    const targetColumn = gridColumns[place.column];
    const targetField = fieldOf(target, targetColumn);
    setEditing(null);
    if (by !== 'leaving') {
      const step = backwards ? -1 : 1;
      go(
        by === 'Enter'
          ? { row: nextLine(rows, place.row, step), column: place.column }
          : nextEntered(rows, place, step),
      );
    }
    if (!target?.line || !targetField || !targetColumn) return;
    const cell = { id: target.line.id, field: targetField };
    if (text.trim() === targetColumn.of(target.position, target.line).plain) entry.giveUp(cell);
    else void enter([{ ...cell, text }], by === 'leaving');
  };
  const cancel: GridActs['cancel'] = (place) => {
    const line = rows[place.row]?.line;
    const cancelled = fieldOf(rows[place.row], gridColumns[place.column]);
    if (line && cancelled) entry.giveUp({ id: line.id, field: cancelled });
    setEditing(null);
    go(place);
  };
  const latest = useRef<GridActs>({ commit, cancel });
  useEffect(() => {
    latest.current = { commit, cancel };
  });
  const acts = useMemo<GridActs>(
    () => ({ commit: (...how) => latest.current.commit(...how), cancel: (place) => latest.current.cancel(place) }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.altKey) return;
    // A heading has the button that says what its term means: its keys are its own.
    if (event.target instanceof Element && event.target.closest('thead')) return;
    const control = event.ctrlKey || event.metaKey;
    const to = stepOf(event.key, control, at, last);
    if (to) go(to, event.shiftKey);
    else if (control && event.key.toLowerCase() === 'a') cursor.selectAll();
    else if (control) return;
    else if (event.key === 'Enter' || event.key === 'F2') edit();
    else if (event.key === 'Escape') cancel(at);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const cells = enteredCells(rows, range).map((cell) => ({ ...cell, text: '' }));
      if (cells.length) void enter(cells);
    } else if (event.key.length === 1 && field) edit(event.key);
    else return;
    event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', copyOf(rows, range));
    event.preventDefault();
    announce('Copied. Paste it into a spreadsheet.');
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const block = blockOf(text);
    if (!block.length) return;
    if (at.column === -1) return onPasteLines(text);
    const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
    if (only !== undefined && cursor.several)
      return void enter(enteredCells(rows, range).map((cell) => ({ ...cell, text: only })));
    const from = cursor.several ? { row: range.top, column: Math.max(0, range.left) } : at;
    const laid = layOver(block, rows, from);
    if (laid.kind === 'refused') onNotice(laid.message);
    else void enter(laid.cells);
  };

  useClipboard(grid, onCopy, onPaste);

  const placeOf = (event: MouseEvent): Place | undefined => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
    const [down, across] = cell?.dataset.place?.split(':').map(Number) ?? [];
    return down === undefined || across === undefined ? undefined : { row: down, column: across };
  };
  const onPoint = (event: MouseEvent, extend: boolean) => {
    const place = event.target instanceof HTMLInputElement ? undefined : placeOf(event);
    if (!place) return;
    // An open editor saves as it loses the focus, which it must before its cell is drawn without it.
    if (editing !== null && document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    go(place, extend);
  };

  return (
    <div className="table-scroll grid-scroll">
      {draft.note}
      <datalist id="requirement-tools">
        {requirementTools.map((tool) => (
          <option key={tool}>{tool}</option>
        ))}
      </datalist>
      <table
        ref={grid}
        className="table grid"
        role="grid"
        aria-label="Establishment by unit, staff group and band"
        aria-describedby="grid-keys"
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-colcount={gridColumns.length + 1}
        onKeyDown={onKeyDown}
        onInput={({ target }) => target instanceof HTMLInputElement && draft.typed(target.value)}
        onMouseDown={(event) => onPoint(event, event.shiftKey)}
        onPointerOver={(event) => event.buttons === 1 && editing === null && onPoint(event, true)}
        onDoubleClick={(event) => !(event.target instanceof HTMLInputElement) && edit()}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="grid__title">
              Unit, staff group and band
            </th>
            {gridColumns.map(({ key, title, unit, kind }) => (
              <th key={key} scope="col" className={kind === 'wording' ? 'grid__wording' : 'number'}>
                <HeadingWithTerm>{title}</HeadingWithTerm>
                {unit && <span className="grid__unit-of">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((each, index) => {
            const chosen = cursor.several && index >= range.top && index <= range.bottom;
            return (
              <GridLine
                key={each.key}
                row={each}
                index={index}
                current={index === at.row ? at.column : null}
                from={chosen ? range.left : null}
                to={chosen ? range.right : null}
                editing={index === at.row ? editing : null}
                unsaved={entry.unsaved}
                acts={acts}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
