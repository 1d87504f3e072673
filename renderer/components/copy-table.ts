import type { Column } from './DataTable.tsx';

const cell = (value: string | number | null) => String(value ?? '').replace(/[\t\r\n]+/g, ' ');

/** Puts rows on the clipboard as a spreadsheet pastes them: tabs between cells, the headings first. */
export function copyTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const lines = rows.map((row) => columns.map(({ value, copied = value }) => cell(copied(row))).join('\t'));
  copyText([columns.map((column) => column.title).join('\t'), ...lines].join('\n'));
}

/** Copies text by the browser's own copy command, which needs no permission. */
export function copyText(text: string): void {
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', write, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', write);
}
