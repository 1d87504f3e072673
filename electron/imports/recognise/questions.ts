import { hoursWritingOf, readBreak, readHours } from '../clean/numbers.ts';
import { minutesOfDay, readTime } from '../clean/times.ts';
import { type Words, wordsOf } from '../clean/words.ts';
import type { SheetRow } from '../workbook/cell.ts';
import { filledCells, couldBe } from './shape.ts';
import { isFilled, type Reading } from './headings.ts';

/** A field of which a person must say which column it is, or that there is none. */
export interface OpenQuestion {
  readonly field: string;
  /** `two_columns` have the same heading; `no_column` has a heading of the field, but these could be it. */
  readonly why: 'two_columns' | 'no_column';
  /** Without an answer that names a column the file cannot be read. */
  readonly required: boolean;
  /** Places of the columns that could be it by their values, from 0. */
  readonly candidates: readonly number[];
}

/** Their columns change a figure without a trace when they are missed; a missing text, date or check of hours does not. */
const asked: ReadonlySet<string> = new Set(['time', 'minutes', 'word', 'person']);

/**
 * What is left to ask after headings were matched. `settled` are the fields that a person has answered already. A field
 * without a column is asked about where it is required, or where a column that is left over could be it.
 */
export function questionsOf(
  reading: Reading,
  fields: ReadonlyMap<string, number>,
  settled: ReadonlySet<string>,
): OpenQuestion[] {
  const { format, layout, columns, sheet, headerRow } = reading;
  const words: Words = wordsOf(format.words);
  const rows = sheet.rows.filter((row) => row.row > headerRow && isFilled(row));
  const used = new Set(fields.values());
  const cellsOf = new Map(columns.map(({ place }) => [place, filledCells(rows, place)]));
  const leftOver = leftOverColumns(reading, used, cellsOf);
  const questions: OpenQuestion[] = [];
  for (const [field, described] of Object.entries(format.fields)) {
    if (settled.has(field) || !(field in layout.headings)) continue;
    const twice = reading.doubtful.get(field);
    if (twice !== undefined) {
      questions.push({ field, why: 'two_columns', required: described.required, candidates: twice });
    } else if (!fields.has(field) && (described.required || described.asked || asked.has(described.type))) {
      const explains = breakCheck(field, fields, rows);
      const candidates = leftOver.filter(
        (place) => couldBe(described, words, cellsOf.get(place) ?? []) && explains(place),
      );
      if (described.required || candidates.length > 0) {
        questions.push({ field, why: 'no_column', required: described.required, candidates });
      }
    }
  }
  return questions;
}

/** Columns without a field that have a heading or a value; those whose headings are known to mean something else are not. */
function leftOverColumns(
  { columns }: Reading,
  used: ReadonlySet<number>,
  cellsOf: ReadonlyMap<number, readonly unknown[]>,
): number[] {
  return columns
    .filter(({ place, heading }) => !used.has(place) && (heading !== '' || (cellsOf.get(place)?.length ?? 0) > 0))
    .map(({ place }) => place);
}

/** So many of the rows must agree. */
const enough = 0.8;

/**
 * Tells whether a column could be the break between a start, an end and the hours of the same name: plannedBreak between
 * plannedStart, plannedEnd and plannedHours. Where those have no columns, or the field is no break, any could be.
 */
function breakCheck(
  field: string,
  fields: ReadonlyMap<string, number>,
  rows: readonly SheetRow[],
): (place: number) => boolean {
  const placeOf = (part: string) => fields.get(field.replace(/Break$/, part)) ?? Number.MAX_SAFE_INTEGER;
  const hoursPlace = placeOf('Hours');
  const writing = hoursWritingOf(filledCells(rows, hoursPlace));
  const shifts = rows.flatMap(({ values }) => {
    const start = readTime(values[placeOf('Start')] ?? null);
    const end = readTime(values[placeOf('End')] ?? null);
    const hours = readHours(values[hoursPlace] ?? null, writing);
    if (start === undefined || end === undefined || hours === undefined) return [];
    return [{ values, pause: (end > start ? end - start : end - start + minutesOfDay) - hours }];
  });
  if (!field.endsWith('Break') || shifts.length === 0) return () => true;
  return (place) =>
    shifts.filter(({ values, pause }) => (readBreak(values[place] ?? null) ?? 0) === pause).length >=
    enough * shifts.length;
}
