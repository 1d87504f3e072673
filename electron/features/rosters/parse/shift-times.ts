import { readBreak } from '../../../imports/clean/numbers.ts';
import { remember } from '../../../imports/clean/remember.ts';
import { minutesOfDay, readTime } from '../../../imports/clean/times.ts';
import type { MappedRow, RowWarning } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import type { Times } from '../entries.ts';
import { type Refused, refuse, warning } from '../../../imports/clean/refuse.ts';

/** Minutes after midnight of the duty date; the end is after the start. */
export interface ShiftTimes {
  readonly start: number;
  readonly end: number;
  readonly pause: number;
  /** end - start - break (D9). */
  readonly minutes: number;
}

/** The longest shift that is believed: 16 hours from start to end (D3). */
export const longestShift = 16 * 60;
const aTime = 'a time of day, such as 07:30, before 24:00';

/** A reader of a start, an end and a break: the shift, null where neither time is given, or why the row is refused. */
export function shiftTimesReader(start: string, end: string, pause: string) {
  const time = remember(readTime);
  const minutes = remember(readBreak);
  return (
    row: MappedRow,
    startCell: CellValue,
    endCell: CellValue,
    pauseCell: CellValue,
  ): ShiftTimes | null | Refused => {
    const given = startCell !== null || endCell !== null;
    const from = startCell === null ? undefined : time(startCell);
    const to = endCell === null ? undefined : time(endCell);
    if (given && from === undefined) return notATime(row, start, startCell, end);
    if (given && to === undefined) return notATime(row, end, endCell, start);
    const off = pauseCell === null ? 0 : minutes(pauseCell);
    if (off === undefined)
      return refuse(row, 'not_a_number', pause, pauseCell, 'whole minutes', 'is not a number of minutes.');
    if (off < 0) return refuse(row, 'negative_break', pause, pauseCell, 'whole minutes, 0 or more', 'is below 0.');
    if (from === undefined || to === undefined) return null;
    if (from === to)
      return refuse(
        row,
        'zero_length_shift',
        end,
        asSeen(endCell, to),
        'an end that differs from the start',
        'is the same time as the start.',
      );
    const length = to > from ? to - from : to - from + minutesOfDay;
    if (length > longestShift)
      return refuse(
        row,
        'shift_too_long',
        end,
        asSeen(endCell, to),
        'an end at most 16 hours after the start',
        'is more than 16 hours after the start.',
      );
    if (off >= length)
      return refuse(
        row,
        'break_longer_than_shift',
        pause,
        pauseCell,
        'a break shorter than the shift',
        `is a break as long as the shift of ${length} minutes or longer.`,
      );
    return { start: from, end: from + length, pause: off, minutes: length - off };
  };
}

/** A sheet's own time as the sheet shows it, "07:30"; what was typed as text stays as it was typed. */
function asSeen(cell: CellValue, minutes: number): CellValue {
  if (typeof cell !== 'number') return cell;
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function notATime(row: MappedRow, field: string, cell: CellValue, other: string): Refused {
  const message = cell === null ? `while "${row.heading(other)}" is given.` : 'is not a time of day.';
  return refuse(row, 'time_invalid', field, cell, aTime, message);
}

/**
 * Actual times beside the planned ones: a start more than half a day from the planned start belongs to the night's other
 * date (planned 19:30, came at 00:30). A shift belongs to its duty date all the same (D8).
 */
export function besidePlanned(actual: ShiftTimes, planned: ShiftTimes | null): ShiftTimes {
  if (planned === null) return actual;
  const half = minutesOfDay / 2;
  const late = actual.start - planned.start;
  const shift = late < -half ? minutesOfDay : late > half ? -minutesOfDay : 0;
  return shift === 0 ? actual : { ...actual, start: actual.start + shift, end: actual.end + shift };
}

/** No break lasts longer, in minutes: what is left between times and hours beyond it is something else. */
const longestBreak = 180;

/**
 * A shift of a file that has no column for its break: the break is what the hours of the row leave of start to end, else
 * that of the row's other times. Without either there was none.
 */
export function withoutBreakColumn(
  shift: ShiftTimes | null,
  hours: number | null,
  other: ShiftTimes | null,
): ShiftTimes | null {
  if (shift === null) return null;
  const length = shift.end - shift.start;
  const left = hours === null || hours === 0 ? -1 : length - hours;
  const pause = left >= 0 && left <= longestBreak ? left : (other?.pause ?? 0);
  return pause < length ? { ...shift, pause, minutes: length - pause } : shift;
}

const nightShift = /^(?:l?n|nt|nd|nights?|(?:long|short) nights?|night duty)$/iu;

/** The hours of a duty in a file without times: they count, and the shift's name says whether it was a night. */
export function hoursAlone(planned: number | null, actual: number | null, shifts: readonly (string | null)[]): Times {
  const night = shifts.some((shift) => shift !== null && nightShift.test(shift)) ? 1 : 0;
  return { ...timesOf(null, null), plannedMinutes: planned, actualMinutes: actual, night };
}

/** Minutes of a shift between 20:00 and 08:00, its break not taken off. */
function nightMinutes(start: number, end: number): number {
  let minutes = 0;
  for (let night = -240; night < end; night += minutesOfDay) {
    minutes += Math.max(0, Math.min(end, night + 720) - Math.max(start, night));
  }
  return minutes;
}

/** True where more than half of start to end lies between 20:00 and 08:00; exactly half is day (D10). */
function isNight(start: number, end: number): boolean {
  return nightMinutes(start, end) * 2 > end - start;
}

/** The columns of planned and actual times; planned times decide day or night, actual times where there are none. */
export function timesOf(planned: ShiftTimes | null, actual: ShiftTimes | null): Times {
  const decides = planned ?? actual;
  return {
    plannedStart: planned?.start ?? null,
    plannedEnd: planned?.end ?? null,
    plannedBreak: planned?.pause ?? null,
    plannedMinutes: planned?.minutes ?? null,
    actualStart: actual?.start ?? null,
    actualEnd: actual?.end ?? null,
    actualBreak: actual?.pause ?? null,
    actualMinutes: actual?.minutes ?? null,
    night: decides !== null && isNight(decides.start, decides.end) ? 1 : 0,
  };
}

/** Remarks where the file's own hours differ by more than a minute from those of its times; the times count (D9). */
export function remarkHours(
  row: MappedRow,
  field: string,
  hours: number | null,
  shift: ShiftTimes | null,
  warnings: RowWarning[],
): void {
  if (hours === null || hours === 0 || shift === null || Math.abs(hours - shift.minutes) <= 1) return;
  const message = `"${row.heading(field)}" says ${hours} minutes, the times less the break make ${shift.minutes}. The times count.`;
  warnings.push(warning('hours_differ', field, message));
}
