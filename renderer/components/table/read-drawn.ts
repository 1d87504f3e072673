import type { DrawnCell, DrawnRow } from './drawn.ts';

const kindOf = (row: HTMLTableRowElement): DrawnRow['kind'] =>
  row.closest('thead') ? 'head' : row.classList.contains('table__group') && row.cells.length === 1 ? 'group' : 'row';

/** The rows of a table as they stand on the page. Empty lines that only keep room are left out. */
export function readDrawn(table: HTMLTableElement): DrawnRow[] {
  return [...table.rows]
    .filter((row) => row.cells.length > 0 && row.getAttribute('aria-hidden') !== 'true')
    .map((row) => ({ kind: kindOf(row), cells: [...row.cells].map(readCell) }));
}

const readCell = (cell: HTMLTableCellElement): DrawnCell => ({
  text: wordsIn(cell).replace(/\s+/g, ' ').trim(),
  across: cell.colSpan,
  down: cell.rowSpan,
  number: cell.tagName === 'TD' && cell.classList.contains('number'),
});

/** What a cell says: fields by what stands in them, without buttons that do something and words for a reader alone. */
function wordsIn(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement)) return '';
  if (node.matches('.button, .unseen, .term--mark, [aria-hidden="true"]')) return '';
  if (node instanceof HTMLSelectElement) return node.selectedOptions[0]?.text ?? '';
  if (node instanceof HTMLTextAreaElement) return node.value;
  if (node instanceof HTMLInputElement)
    return node.type === 'checkbox' || node.type === 'radio' ? (node.checked ? '✓ ' : '') : node.value;
  const said = [...node.childNodes].map(wordsIn).join('');
  return getComputedStyle(node).display.startsWith('inline') && node.tagName !== 'SMALL' ? said : ` ${said} `;
}
