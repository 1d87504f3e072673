import { hoursOfMinutes } from '../../../core/rates.ts';
import { readPerson } from '../../../imports/clean/people.ts';
import { cellText } from '../../../imports/clean/text.ts';
import { minutesOfDay } from '../../../imports/clean/times.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../../imports/row.ts';
import type { DutyEntry, RosterEntry, Source, UnavailabilityEntry } from '../entries.ts';
import { duplicateFinder } from '../../../imports/clean/duplicates.ts';
import { dutyWords } from './duty-words.ts';
import { isRefused, type Refused, refuse, warning } from '../../../imports/clean/refuse.ts';
import type { RowReader } from '../../../imports/clean/row-reader.ts';
import { rowParser } from '../../../imports/clean/row-parser.ts';
import {
  besidePlanned,
  hoursAlone,
  longestShift,
  remarkHours,
  shiftTimesReader,
  timesOf,
  withoutBreakColumn,
} from './shift-times.ts';
import { hoursReader, type RowSettings, whereReader } from './source.ts';

/** The cells of a row, errors and formula-like text noted. */
function cellsOf(reader: RowReader) {
  return {
    unit: reader.cell('unit'),
    staffNumber: reader.cell('staffNumber'),
    name: reader.cell('name'),
    grade: reader.cell('grade'),
    gradeType: reader.cell('gradeType'),
    date: reader.cell('date'),
    shift: reader.cell('shift'),
    shiftType: reader.cell('shiftType'),
    plannedStart: reader.cell('plannedStart'),
    plannedEnd: reader.cell('plannedEnd'),
    plannedBreak: reader.cell('plannedBreak'),
    plannedHours: reader.cell('plannedHours'),
    fill: reader.cell('fill'),
    status: reader.cell('status'),
    inCharge: reader.cell('inCharge'),
    supernumerary: reader.cell('supernumerary'),
    actualStart: reader.cell('actualStart'),
    actualEnd: reader.cell('actualEnd'),
    actualBreak: reader.cell('actualBreak'),
    actualHours: reader.cell('actualHours'),
    unavailabilityGroup: reader.cell('unavailabilityGroup'),
    unavailabilityReason: reader.cell('unavailabilityReason'),
    costCentre: reader.cell('costCentre'),
    comments: reader.freeText('comments'),
  };
}

type Cells = Readonly<ReturnType<typeof cellsOf>>;

/** Copies are looked for among the rows of one person and date. */
const tellingValues = 2;

/** Judges the rows of a duty roster in the order of D3; the entry is a duty or a time of unavailability. */
export function dutyRowParser(settings: RowSettings): RowParser<RosterEntry> {
  const where = whereReader(settings);
  const plannedHoursOf = hoursReader('plannedHours', settings.hours);
  const actualHoursOf = hoursReader('actualHours', settings.hours);
  const plannedOf = shiftTimesReader('plannedStart', 'plannedEnd', 'plannedBreak');
  const actualOf = shiftTimesReader('actualStart', 'actualEnd', 'actualBreak');
  const words = dutyWords(settings.words);
  const firstCopy = duplicateFinder(tellingValues);
  const { columns } = settings;
  const hasTimes = columns.has('plannedStart') || columns.has('actualStart');
  const hasBreak = { planned: columns.has('plannedBreak'), actual: columns.has('actualBreak') };

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<RosterEntry> => {
    const place = where(row, cells.unit, cells.date, cells.grade);
    if (isRefused(place)) return place;
    const plannedHours = plannedHoursOf(row, cells.plannedHours);
    if (isRefused(plannedHours)) return plannedHours;
    const actualHours = actualHoursOf(row, cells.actualHours);
    if (isRefused(actualHours)) return actualHours;

    const number = readPerson(cells.staffNumber);
    const source: Source = {
      row: row.row,
      unit: place.unit,
      person: number?.person ?? null,
      assignment: number?.assignment ?? null,
      name: cellText(cells.name),
      date: place.date,
      band: place.grade.band,
      registered: words.registered(row, cells.gradeType, place.grade.registered, warnings),
      costCentre: cellText(cells.costCentre),
    };
    const entry = isUnavailability(cells)
      ? {
          kind: 'unavailability' as const,
          unavailability: unavailabilityOf(row, cells, source, plannedHours, warnings),
        }
      : dutyOf(row, cells, source, warnings, plannedHours, actualHours);
    if (isRefused(entry)) return entry;
    const copied = copyOf(row, cells, entry, plannedHours, actualHours);
    return copied ?? { kind: 'accepted', entry, warnings };
  };

  const dutyOf = (
    row: MappedRow,
    cells: Cells,
    source: Source,
    warnings: RowWarning[],
    plannedHours: number | null,
    actualHours: number | null,
  ): { kind: 'duty'; duty: DutyEntry } | Refused => {
    const plannedRead = plannedOf(row, cells.plannedStart, cells.plannedEnd, cells.plannedBreak);
    if (isRefused(plannedRead)) return plannedRead;
    const actualRead = actualOf(row, cells.actualStart, cells.actualEnd, cells.actualBreak);
    if (isRefused(actualRead)) return actualRead;
    const planned = hasBreak.planned ? plannedRead : withoutBreakColumn(plannedRead, plannedHours, actualRead);
    const asRead = hasBreak.actual ? actualRead : withoutBreakColumn(actualRead, actualHours, planned);
    const actual = asRead === null ? null : besidePlanned(asRead, planned);
    const longer = hasTimes ? null : tooLong(row, cells, plannedHours, actualHours);
    if (longer !== null) return longer;
    const someone = actual !== null || source.person !== null || source.name !== null;
    const status = words.status(row, cells.status, someone, warnings);
    const fill = words.fill(row, cells.fill, status, actual !== null, warnings);
    if (status === 'worked' && (fill === 'substantive' || fill === 'bank') && source.person === null) {
      const expected = 'the staff number of the person who worked';
      return refuse(row, 'person_missing', 'staffNumber', cells.staffNumber, expected, '. Say who worked this duty.');
    }
    const purpose = words.purpose(cells.shiftType, cells.shift);
    if (purpose !== 'on_call') {
      remarkHours(row, 'plannedHours', plannedHours, planned, warnings);
      remarkHours(row, 'actualHours', actualHours, actual, warnings);
    }
    const duty: DutyEntry = {
      ...source,
      ...(hasTimes ? timesOf(planned, actual) : hoursAlone(plannedHours, actualHours, shiftWords(cells))),
      shift: cellText(cells.shift),
      shiftType: cellText(cells.shiftType),
      purpose,
      fill,
      status,
      inCharge: words.flag(row, 'inCharge', cells.inCharge, warnings),
      supernumerary: words.flag(row, 'supernumerary', cells.supernumerary, warnings),
    };
    return { kind: 'duty', duty };
  };

  const unavailabilityOf = (
    row: MappedRow,
    cells: Cells,
    source: Source,
    hours: number | null,
    warnings: RowWarning[],
  ): UnavailabilityEntry => {
    if (hours === null) {
      const message = `"${row.heading('plannedHours')}" is empty, so this time away counts 0 hours.`;
      warnings.push(warning('hours_blank', 'plannedHours', message));
    } else if (hours > minutesOfDay) {
      const message = `"${row.heading('plannedHours')}" makes ${hoursOfMinutes(hours)} hours away. Check how the hours of this row are written.`;
      warnings.push(warning('hours_over_a_day', 'plannedHours', message));
    }
    const group = words.group(cells.unavailabilityGroup, cells.unavailabilityReason);
    return { ...source, group, reason: cellText(cells.unavailabilityReason), minutes: hours ?? 0 };
  };

  /** The refusal of a row that says the same as an earlier one and names a person (D4). */
  const copyOf = (
    row: MappedRow,
    cells: Cells,
    entry: RosterEntry,
    plannedHours: number | null,
    actualHours: number | null,
  ): Refused | undefined => {
    const source = entry.kind === 'duty' ? entry.duty : entry.unavailability;
    const duty = entry.kind === 'duty' ? entry.duty : undefined;
    // A name without a number is a person, except on an open duty: there it is a word such as "Vacant".
    const who = source.person ?? (duty?.status === 'unfilled' ? undefined : source.name?.toLowerCase());
    if (who === undefined) return undefined;
    const first = firstCopy(row.row, [
      who,
      source.date,
      source.unit,
      source.assignment,
      source.name,
      source.band ?? cellText(cells.grade),
      cellText(cells.gradeType),
      cellText(cells.shift),
      cellText(cells.shiftType),
      duty?.plannedStart,
      duty?.plannedEnd,
      duty?.plannedBreak,
      plannedHours,
      cellText(cells.fill),
      cellText(cells.status),
      duty?.inCharge,
      duty?.supernumerary,
      duty?.actualStart,
      duty?.actualEnd,
      duty?.actualBreak,
      actualHours,
      cellText(cells.unavailabilityGroup),
      cellText(cells.unavailabilityReason),
      source.costCentre,
    ]);
    if (first === undefined) return undefined;
    const [field, cell] =
      source.person === null ? (['name', cells.name] as const) : (['staffNumber', cells.staffNumber] as const);
    return refuse(
      row,
      'duplicate_row',
      field,
      cell,
      'a row that is not in the file yet',
      `: this row says the same as row ${first}.`,
    );
  };

  return rowParser({ cellsOf, judge });
}

const shiftWords = ({ shiftType, shift }: Cells) => [cellText(shiftType), cellText(shift)];

/** Hours without times that are longer than any shift. */
function tooLong(row: MappedRow, cells: Cells, planned: number | null, actual: number | null): Refused | null {
  const field = (planned ?? 0) > longestShift ? 'plannedHours' : (actual ?? 0) > longestShift ? 'actualHours' : null;
  if (field === null) return null;
  return refuse(row, 'shift_too_long', field, cells[field], 'at most 16 hours', 'is longer than any shift.');
}

/** A row with an unavailability group is one; without a group, a reason on a row that is no duty by status or times. */
function isUnavailability(cells: Cells): boolean {
  if (cells.unavailabilityGroup !== null) return true;
  const noDuty = cells.status === null && cells.plannedStart === null && cells.actualStart === null;
  return noDuty && cells.unavailabilityReason !== null;
}
