import { hoursWritingOf } from '../clean/numbers.ts';
import type { ImportFormat } from '../formats.ts';
import type { SheetRow } from '../workbook/cell.ts';
import { filledCells } from './shape.ts';

/** How the file writes its dates, times and hours, each in words for the person who checks the recognition. */
export function valuesInWords(
  format: ImportFormat,
  fields: ReadonlyMap<string, number>,
  rows: readonly SheetRow[],
  date1904: boolean,
): string[] {
  const cellsOf = (type: string) =>
    [...fields].flatMap(([field, place]) => (format.fields[field]?.type === type ? filledCells(rows, place) : []));
  const words: string[] = [];
  const dates = cellsOf('date');
  if (dates.length > 0) {
    const system = date1904 ? 'the sheet’s own dates, counted from 1904' : 'the sheet’s own dates';
    words.push(`dates as ${mixture(dates, system, 'text, day first')}`);
  }
  const times = cellsOf('time');
  if (times.length > 0) words.push(`times as ${mixture(times, 'the sheet’s own times', 'text')}`);
  const hours = cellsOf('hours');
  if (hours.length > 0) {
    const asNumbers = writings[hoursWritingOf(hours)];
    const clock = hours.filter((cell) => typeof cell === 'string' && cell.includes(':')).length;
    const writing =
      clock === hours.length ? 'hours and minutes' : clock === 0 ? asNumbers : `${asNumbers} and as hours and minutes`;
    words.push(`work hours as ${writing}`);
  }
  return words;
}

const writings = { day_fraction: 'parts of a day', decimal_hours: 'hours and hundredths', minutes: 'minutes' } as const;

function mixture(cells: readonly unknown[], ofNumbers: string, ofText: string): string {
  const texts = cells.filter((cell) => typeof cell === 'string').length;
  if (texts === 0) return ofNumbers;
  return texts === cells.length ? ofText : `${ofNumbers} and as ${ofText}`;
}
