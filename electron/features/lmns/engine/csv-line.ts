import { neutral } from '../../../exports/neutral.ts';
import type { EngineTable, EngineType, EngineValue } from './table.ts';

/** A row as CSV (RFC 4180): blank is not known; text that a spreadsheet could run has an apostrophe in front. */
export function csvLine(values: readonly EngineValue[], types: readonly EngineType[]): string {
  const fields = values.map((value, index) => {
    if (value === null || value === '') return '';
    if (typeof value !== 'string') return String(value);
    // A moment as every engine reads it, in UTC.
    const text = types[index] === 'timestamp' ? value.replace('T', ' ').replace(/Z$/, '') : neutral(value);
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  });
  return `${fields.join(',')}\n`;
}

const sqlTypes: Record<EngineType, string> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE PRECISION',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

/** What makes the tables in an engine and fills them from the files beside it: DuckDB and PostgreSQL run it as it stands. */
export function loadingSql(tables: readonly Pick<EngineTable, 'name' | 'columns'>[]): string {
  return tables
    .map(({ name, columns }) => {
      const made = columns.map((column) => `  ${column.name} ${sqlTypes[column.type]}`).join(',\n');
      return `CREATE TABLE ${name} (\n${made}\n);\nCOPY ${name} FROM '${name}.csv' WITH (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"', ESCAPE '"', NULL '');\n`;
    })
    .join('\n');
}
