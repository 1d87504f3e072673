import { readDate } from '../../../imports/clean/dates.ts';
import { readPerson } from '../../../imports/clean/people.ts';
import { cellText, textKey } from '../../../imports/clean/text.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../../imports/row.ts';
import type { BookingEntry, Flag, Times } from '../entries.ts';
import { unknownWord, wordReader } from '../../../imports/clean/code-words.ts';
import { duplicateFinder } from '../../../imports/clean/duplicates.ts';
import { isRefused, type Refused, refuse, warning } from '../../../imports/clean/refuse.ts';
import { requestIds } from './request-ids.ts';
import type { RowReader } from '../../../imports/clean/row-reader.ts';
import { rowParser } from '../../../imports/clean/row-parser.ts';
import {
  besidePlanned,
  remarkHours,
  type ShiftTimes,
  shiftTimesReader,
  timesOf,
  withoutBreakColumn,
} from './shift-times.ts';
import { hoursReader, type RowSettings, whereReader } from './source.ts';

/** Which columns of a bank list are planned and which actual, and when its hours count (D18). */
export type BookingLayout = 'A' | 'B' | 'NHSP';

export interface BookingSettings extends RowSettings {
  readonly layout: BookingLayout;
}

/** The cells of a row, errors and formula-like text noted. */
function cellsOf(reader: RowReader) {
  return {
    requestId: reader.cell('requestId'),
    name: reader.cell('name'),
    agency: reader.cell('agency'),
    date: reader.cell('date'),
    unit: reader.cell('unit'),
    grade: reader.cell('grade'),
    assignment: reader.cell('assignment'),
    plannedStart: reader.cell('plannedStart'),
    plannedEnd: reader.cell('plannedEnd'),
    plannedBreak: reader.cell('plannedBreak'),
    plannedHours: reader.cell('plannedHours'),
    actualStart: reader.cell('actualStart'),
    actualEnd: reader.cell('actualEnd'),
    actualBreak: reader.cell('actualBreak'),
    actualHours: reader.cell('actualHours'),
    finalisedDate: reader.cell('finalisedDate'),
    status: reader.cell('status'),
    costCentre: reader.cell('costCentre'),
    reason: reader.cell('reason'),
    comments: reader.freeText('comments'),
  };
}

type Cells = Readonly<ReturnType<typeof cellsOf>>;

/** Copies are looked for among the rows of one person and date. */
const tellingValues = 2;

/** Judges the rows of a bank and agency list in the order of D3. */
export function bookingRowParser(settings: BookingSettings): RowParser<BookingEntry> {
  const where = whereReader(settings);
  const plannedHoursOf = hoursReader('plannedHours', settings.hours);
  const actualHoursOf = hoursReader('actualHours', settings.hours);
  const plannedOf = shiftTimesReader('plannedStart', 'plannedEnd', 'plannedBreak');
  const actualOf = shiftTimesReader('actualStart', 'actualEnd', 'actualBreak');
  const statusOf = wordReader(settings.words, 'bookingStatus', ['finalised', 'open']);
  const supplyOf = wordReader(settings.words, 'supply', ['bank', 'agency']);
  const firstCopy = duplicateFinder(tellingValues);
  const requests = requestIds();
  const hasBreak = { planned: settings.columns.has('plannedBreak'), actual: settings.columns.has('actualBreak') };

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<BookingEntry> => {
    const place = where(row, cells.unit, cells.date, cells.grade);
    if (isRefused(place)) return place;
    const plannedHours = plannedHoursOf(row, cells.plannedHours);
    if (isRefused(plannedHours)) return plannedHours;
    const actualHours = actualHoursOf(row, cells.actualHours);
    if (isRefused(actualHours)) return actualHours;
    const plannedRead = plannedOf(row, cells.plannedStart, cells.plannedEnd, cells.plannedBreak);
    if (isRefused(plannedRead)) return plannedRead;
    const actualRead = actualOf(row, cells.actualStart, cells.actualEnd, cells.actualBreak);
    if (isRefused(actualRead)) return actualRead;
    const planned = hasBreak.planned ? plannedRead : withoutBreakColumn(plannedRead, plannedHours, actualRead);
    const asRead = hasBreak.actual ? actualRead : withoutBreakColumn(actualRead, actualHours, planned);

    const actual = asRead === null ? null : besidePlanned(asRead, planned);
    const number = readPerson(cells.assignment);
    const finalised: Flag = actual !== null && isFinalised(row, cells, warnings) ? 1 : 0;
    const supply = supplyOfRow(row, cells);
    if (finalised === 1 && supply === 'bank' && number === undefined && settings.columns.has('assignment')) {
      const expected = 'the assignment number of the person who worked';
      return refuse(row, 'person_missing', 'assignment', cells.assignment, expected, '. Say who worked this booking.');
    }
    if (settings.layout !== 'B') remarkHours(row, 'plannedHours', plannedHours, planned, warnings);
    else remarkBooked(row, plannedHours, planned, warnings);
    remarkHours(row, 'actualHours', actualHours, actual, warnings);
    const entry: BookingEntry = {
      row: row.row,
      unit: place.unit,
      person: number?.person ?? null,
      assignment: number?.assignment ?? null,
      name: cellText(cells.name),
      date: place.date,
      band: place.grade.band,
      registered: place.grade.registered ? 1 : 0,
      costCentre: cellText(cells.costCentre),
      ...timesOf(planned, actual),
      ...(settings.layout === 'B' && plannedHours !== null ? bookedHours(planned, plannedHours) : undefined),
      requestId: cellText(cells.requestId),
      supply,
      agency: supply === 'agency' ? cellText(cells.agency) : null,
      finalised,
      reason: cellText(cells.reason),
    };
    const copied = copyOf(row, cells, entry, plannedHours, actualHours);
    if (copied !== undefined) return copied;
    if (settings.columns.has('requestId')) warnings.push(...requests.remark(row, entry.requestId));
    return { kind: 'accepted', entry, warnings };
  };

  /** Layout A is finalised by a date, layout B by its status, the NHSP list by its actual times alone (D18). */
  const isFinalised = (row: MappedRow, cells: Cells, warnings: RowWarning[]): boolean => {
    if (settings.layout === 'NHSP') return true;
    if (settings.layout === 'B') {
      const status = statusOf(cells.status);
      if (status === undefined) warnings.push(unknownWord(row, 'status', cells.status, 'the booking is not finalised'));
      return status === 'finalised';
    }
    if (cells.finalisedDate === null) return false;
    if (readDate(cells.finalisedDate, settings.date1904) !== undefined) return true;
    const message = `"${row.heading('finalisedDate')}" is not a date, so the booking is not finalised.`;
    warnings.push(warning('finalised_date_unread', 'finalisedDate', message));
    return false;
  };

  /** A blank agency is bank (D18); a list with no such column is of agency workers where it calls them so. */
  const supplyOfRow = (row: MappedRow, cells: Cells): 'bank' | 'agency' => {
    if (settings.columns.has('agency')) return cells.agency === null ? 'bank' : (supplyOf(cells.agency) ?? 'agency');
    return textKey(row.heading('name')).includes('agency') ? 'agency' : 'bank';
  };

  const copyOf = (
    row: MappedRow,
    cells: Cells,
    entry: BookingEntry,
    plannedHours: number | null,
    actualHours: number | null,
  ): Refused | undefined => {
    const who = entry.person ?? entry.name?.toLowerCase();
    if (who === undefined) return undefined;
    const first = firstCopy(row.row, [
      who,
      entry.date,
      entry.requestId,
      entry.assignment,
      entry.name,
      cellText(cells.agency),
      entry.unit,
      entry.band ?? cellText(cells.grade),
      entry.plannedStart,
      entry.plannedEnd,
      entry.plannedBreak,
      plannedHours,
      entry.actualStart,
      entry.actualEnd,
      entry.actualBreak,
      actualHours,
      entry.finalised,
      cellText(cells.finalisedDate),
      cellText(cells.status),
      entry.costCentre,
      entry.reason,
    ]);
    if (first === undefined) return undefined;
    const [field, cell] =
      entry.person === null ? (['name', cells.name] as const) : (['assignment', cells.assignment] as const);
    return refuse(
      row,
      'duplicate_row',
      field,
      cell,
      'a row that is not in the file yet',
      `: this row says the same as row ${first}.`,
    );
  };

  return rowParser({ cellsOf, judge, lateWarnings: () => requests.late() });
}

/** Booked hours count whatever the times say (D18), but more of them than lie between the times are remarked on. */
function remarkBooked(row: MappedRow, booked: number | null, shift: ShiftTimes | null, warnings: RowWarning[]): void {
  if (booked === null || shift === null || booked <= shift.end - shift.start + 1) return;
  const message = `"${row.heading('plannedHours')}" says ${booked} minutes, more than the ${shift.end - shift.start} from start to end. The booked hours count.`;
  warnings.push(warning('hours_differ', 'plannedHours', message));
}

/** Planned hours of layout B are its booked hours, whatever its times say; without them start to end counts (D18). */
function bookedHours(shift: ShiftTimes | null, booked: number): Pick<Times, 'plannedMinutes' | 'plannedBreak'> {
  const pause = shift === null ? -1 : shift.end - shift.start - booked;
  return { plannedMinutes: booked, plannedBreak: pause < 0 ? null : pause };
}
