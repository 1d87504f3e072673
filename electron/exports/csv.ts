import type { ColumnKind, TableValue } from '../contract/exports.ts';
import type { SheetTable } from './layout.ts';
import { neutral } from './neutral.ts';
import { zipFiles } from './pouring/repack.ts';
import { setZipTime } from './zip-time.ts';

/** A table with the name of its file. */
export interface NamedTable {
  readonly name: string;
  readonly table: SheetTable;
}

/** Columns as a file for machines has them: a rate is a share with its numerator and denominator beside it. */
function headingsOf({ heading, kind }: SheetTable['columns'][number]): string[] {
  if (kind === 'rate' || kind === 'figure') return [heading, `${heading}: numerator`, `${heading}: denominator`];
  if (kind === 'wte') return [`${heading} (WTE)`];
  return [kind === 'minutes' ? `${heading} (minutes)` : heading];
}

function valuesOf(value: TableValue, kind: ColumnKind): (string | number | null)[] {
  const isRate = kind === 'rate' || kind === 'figure';
  if (value === null || typeof value === 'string') return isRate ? [value, null, null] : [value];
  if (typeof value === 'object') {
    const { numerator, denominator } = value;
    const share = denominator === 0 ? null : Number((numerator / denominator).toFixed(6));
    return isRate ? [share, numerator, denominator] : [share];
  }
  const number = kind === 'wte' ? value / 100_000 : value;
  return isRate ? [number, null, null] : [number];
}

/** A table as CSV (RFC 4180) in UTF-8 with a mark, as Excel wants it: text that a spreadsheet could run has an apostrophe in front. */
export function tableCsv({ columns, rows }: SheetTable): string {
  const field = (value: string | number | null) => {
    const text = value === null ? '' : typeof value === 'number' ? String(value) : neutral(value);
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const line = (values: readonly (string | number | null)[]) => values.map(field).join(',');
  const lines = [
    line(columns.flatMap(headingsOf)),
    ...rows.map(({ values }) => line(columns.flatMap(({ kind }, index) => valuesOf(values[index] ?? null, kind)))),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** Tables as a zip of CSV files; `at` is the time of the files, ISO 8601. */
export function tablesZip(tables: readonly NamedTable[], at: string): Uint8Array {
  const files = tables.map(({ name, table }) => ({ name: `${name}.csv`, bytes: Buffer.from(tableCsv(table)) }));
  const zip = zipFiles(files);
  setZipTime(zip, at);
  return zip;
}

/** Tables as JSON: each with its columns and their kinds, and its rows as values; text stands as it is. */
export function tablesJson(head: Readonly<Record<string, string>>, tables: readonly NamedTable[]): string {
  const kinds: Readonly<Record<string, string>> = {
    wte: 'hundred-thousandths of a whole-time equivalent',
    minutes: 'whole minutes',
    rate: 'numerator and denominator',
    figure: 'numerator and denominator',
    date: 'YYYY-MM-DD',
  };
  const written = tables.map(({ name, table: { title, subtitle, columns, rows } }) => ({
    name,
    title,
    subtitle,
    columns: columns.map(({ heading, kind }) => ({ heading, kind, unit: kinds[kind] ?? null })),
    rows: rows.map(({ kind, values }) => ({ kind, values })),
  }));
  return `${JSON.stringify({ ...head, tables: written }, null, 1)}\n`;
}
