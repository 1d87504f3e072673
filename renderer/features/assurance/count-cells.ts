import type { KeyboardEvent } from 'react';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from the field in focus, or undefined where it stays: left and right only from the ends of what is typed. */
export function stepFrom(
  { key, shiftKey, ctrlKey, altKey }: KeyboardEvent,
  field: HTMLInputElement,
  last: Place,
): Place | undefined {
  if (altKey) return undefined;
  const [row = 0, column = 0] = (field.dataset.place ?? '0:0').split(':').map(Number);
  const atStart = field.selectionEnd === 0;
  const atEnd = field.selectionStart === field.value.length;
  const all = field.selectionStart === 0 && atEnd;
  const to = (down: number, across: number): Place => ({
    row: Math.max(0, Math.min(last.row, down)),
    column: Math.max(0, Math.min(last.column, across)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(ctrlKey ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(ctrlKey ? last.row : row + 1, column);
    case 'Enter':
      return to(row + (shiftKey ? -1 : 1), column);
    case 'ArrowLeft':
      return atStart || all ? to(row, column - 1) : undefined;
    case 'ArrowRight':
      return atEnd || all ? to(row, column + 1) : undefined;
    default:
      return undefined;
  }
}

/** A block of cells as a spreadsheet puts it on the clipboard: rows by line breaks, cells by tabs. */
export function blockOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t'));
}

/** Each cell of a block laid with its corner on a place; null where it does not fit within so many rows and columns. */
export function placesOf(
  block: readonly (readonly string[])[],
  corner: string,
  size: Place,
): (Place & { text: string })[] | null {
  const [top = 0, left = 0] = corner.split(':').map(Number);
  const width = Math.max(...block.map((row) => row.length));
  if (top + block.length > size.row || left + width > size.column) return null;
  return block.flatMap((row, down) => row.map((text, across) => ({ row: top + down, column: left + across, text })));
}
