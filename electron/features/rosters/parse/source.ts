import { type DatePeriod, dateInWords } from '../../../core/dates.ts';
import { readDate } from '../../../imports/clean/dates.ts';
import { type HoursWriting, readHours } from '../../../imports/clean/numbers.ts';
import { remember } from '../../../imports/clean/remember.ts';
import type { Words } from '../../../imports/clean/words.ts';
import type { MappedRow } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import { type Grade, gradeReader } from './grades.ts';
import { type Refused, refuse } from '../../../imports/clean/refuse.ts';
import { type UnitSettings, unitReader } from './units.ts';

/** How the rows of one file are to be read. */
export interface RowSettings {
  /** True where the workbook counts its days from 1 January 1904. */
  readonly date1904: boolean;
  /** Dates outside it are refused; null where neither the user nor the file states a period. */
  readonly period: DatePeriod | null;
  readonly units: UnitSettings;
  readonly hours: HoursWriting;
  /** The format's code words with the trust's own. */
  readonly words: Words;
  /** The fields that have a column in this file. */
  readonly columns: ReadonlySet<string>;
}

/** Unit, date and grade of a row: what every list has. */
export interface Where {
  readonly unit: string;
  readonly date: string;
  readonly grade: Grade;
}

const aDate = 'a date, the day first, such as 05/10/2026';

/** A reader of unit, date and grade, in the order of D3. */
export function whereReader(settings: RowSettings) {
  const unitOf = unitReader(settings.units, settings.words);
  const dateOf = remember((cell) => readDate(cell, settings.date1904));
  const gradeOf = gradeReader(settings.words);
  const { period } = settings;
  return (row: MappedRow, unitCell: CellValue, dateCell: CellValue, gradeCell: CellValue): Where | Refused => {
    const unit = unitOf(unitCell);
    if (unit === null)
      return refuse(row, 'unit_missing', 'unit', unitCell, 'the name of a unit', '. Say which unit this row is of.');
    if (unit === undefined)
      return refuse(
        row,
        'unit_unknown',
        'unit',
        unitCell,
        'a unit of this trust',
        'is no unit of this trust. Add the unit, or say which one is meant.',
      );
    const date = dateOf(dateCell);
    if (date === undefined)
      return refuse(
        row,
        'date_invalid',
        'date',
        dateCell,
        aDate,
        dateCell === null ? '. Give the date of the shift.' : 'is no date of the calendar, read with the day first.',
      );
    if (period !== null && (date < period.first || date > period.last)) {
      const days = `${dateInWords(period.first)} to ${dateInWords(period.last)}`;
      return refuse(
        row,
        'date_outside_period',
        'date',
        dateCell,
        `a date from ${days}`,
        `is ${dateInWords(date)}, outside the period ${days}.`,
      );
    }
    const grade = gradeOf(gradeCell);
    if (grade === undefined)
      return refuse(
        row,
        'grade_unknown',
        'grade',
        gradeCell,
        'a band, such as Band 6',
        gradeCell === null ? '. Give the band.' : 'is no band that we know. Say which band it means.',
      );
    return { unit, date, grade };
  };
}

/** More than anybody can be rostered for in one row: a month has 744. */
const mostHours = 1000;

/** A reader of a cell of hours: minutes, null for an empty cell, or why the row is refused. */
export function hoursReader(field: string, writing: HoursWriting) {
  const hoursOf = remember((cell) => readHours(cell, writing));
  return (row: MappedRow, cell: CellValue): number | null | Refused => {
    if (cell === null) return null;
    const minutes = hoursOf(cell);
    if (minutes === undefined)
      return refuse(row, 'not_a_number', field, cell, 'hours as a number', 'is not a number of hours.');
    if (minutes < 0) return refuse(row, 'negative_hours', field, cell, 'hours, 0 or more', 'is below 0.');
    if (minutes > mostHours * 60)
      return refuse(
        row,
        'number_too_large',
        field,
        cell,
        'hours, at most 1,000',
        'is more than 1,000 hours, which no row can mean.',
      );
    return minutes;
  };
}
