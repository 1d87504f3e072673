import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { blockOfPicked, type Cell, type Picked, rowNear, steppedTo } from './picked.ts';

const CONTROLS = 'button, a, input, select, textarea, label, summary';

function cellAt(target: EventTarget): Cell | null {
  const cell = (target as Element).closest<HTMLTableCellElement>('td, th');
  const line = cell?.closest<HTMLElement>('[data-line]')?.dataset['line'];
  return cell && line !== undefined ? { line: Number(line), column: cell.cellIndex } : null;
}

/** The line that the focus is on: a row, or the one control by which rows of a table are entered. */
function enteredLine(target: HTMLElement): string | undefined {
  return (target.matches('[data-enters-row]') ? target.closest<HTMLElement>('[data-line]') : target)?.dataset['line'];
}

/** From a button of a row up or down to the same button of the next row that has one; false for any other key or place. */
function toSameButton(event: KeyboardEvent): boolean {
  const step =
    event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
  const button = (event.target as Element).closest('button, a');
  const cell = button?.closest<HTMLTableCellElement>('[data-line] > *');
  if (!step || !button || !cell || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
  const place = [...cell.querySelectorAll('button, a')].indexOf(button);
  let row = cell.parentElement?.[step];
  for (; row; row = row[step]) {
    const to = row.matches('[data-line]') && row.children[cell.cellIndex]?.querySelectorAll<HTMLElement>('button, a');
    const same = to && (to[place] ?? to[0]);
    if (!same) continue;
    same.focus();
    return true;
  }
  return true;
}

/**
 * Rows and cells picked as in a spreadsheet: a click takes a row, a drag a block of cells, Shift goes on from there; by
 * key the arrows with and without Shift, Ctrl A and Escape; from a button up and down to that of the next row. `follow` brings
 * the focus to a line.
 */
export function useSelection(
  size: { lines: number; columns: number },
  isRow: (line: number) => boolean,
  follow: (line: number) => void,
) {
  const [picked, setPicked] = useState<Picked | null>(null);
  const dragging = useRef(false);
  const onMouseDown = (event: MouseEvent) => {
    const cell = cellAt(event.target);
    if (event.button !== 0 || !cell || (event.target as Element).closest(CONTROLS)) return;
    if (event.shiftKey) event.preventDefault();
    dragging.current = true;
    setPicked(event.shiftKey && picked ? { ...picked, end: cell } : { anchor: cell, end: cell, whole: true });
  };
  const onMouseOver = (event: MouseEvent) => {
    if (!dragging.current) return;
    if ((event.buttons & 1) === 0) {
      dragging.current = false;
      return;
    }
    const cell = cellAt(event.target);
    if (!cell || !picked || (cell.line === picked.end.line && cell.column === picked.end.column)) return;
    window.getSelection()?.removeAllRanges();
    setPicked({ ...picked, end: cell, whole: picked.whole && cell.column === picked.anchor.column });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const line = enteredLine(event.target as HTMLElement);
    if (line === undefined && toSameButton(event)) return event.preventDefault();
    if (line === undefined || event.altKey) return;
    const here = picked?.end ?? { line: Number(line), column: 0 };
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      const end = { line: size.lines - 1, column: size.columns - 1 };
      setPicked({ anchor: { line: 0, column: 0 }, end, whole: true });
    } else if (event.ctrlKey || event.metaKey) {
      return;
    } else if (event.key === 'Escape' && picked) {
      setPicked(null);
    } else {
      const step = steppedTo(event.key, here, size);
      if (!step) return;
      const near = rowNear(step.line, here.line, isRow, size.lines);
      if (near === -1) return;
      const to = { ...step, line: near };
      const across = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
      setPicked({
        anchor: event.shiftKey ? (picked?.anchor ?? here) : to,
        end: to,
        whole: across ? false : event.shiftKey ? (picked?.whole ?? true) : true,
      });
      follow(to.line);
    }
    event.preventDefault();
  };
  const onMouseUp = () => {
    dragging.current = false;
  };
  return {
    block: picked && picked.end.line < size.lines ? blockOfPicked(picked, size.columns) : null,
    line: picked && picked.end.line < size.lines ? picked.end.line : 0,
    handlers: { onMouseDown, onMouseOver, onMouseUp, onKeyDown },
  };
}
