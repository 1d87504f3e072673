import type { BookingEntry, DutyEntry, UnavailabilityEntry } from '../../../electron/features/rosters/entries.ts';
import { dutyRowParser } from '../../../electron/features/rosters/parse/duties.ts';
import type { RowSettings } from '../../../electron/features/rosters/parse/source.ts';
import type { MappedRow } from '../../../electron/imports/row.ts';
import type { CellValue } from '../../../electron/imports/workbook/cell.ts';
import { judge, wordsOfFormat } from '../../support/roster-samples.ts';

export type CellsByField = Readonly<Record<string, CellValue>>;

/** A row as the imports hand it on; its first filled cell is the first field that has a value. */
export function mappedRow(row: number, cells: CellsByField): MappedRow {
  return {
    row,
    first: Object.values(cells).find((cell) => cell !== null) ?? null,
    cell: (field) => cells[field] ?? null,
    heading: (field) => `The ${field}`,
  };
}

/** A sound day duty of a Band 6 midwife, 07:30 to 20:00 with an hour off, planned and worked. */
export const soundDuty: CellsByField = {
  unit: 'Delivery Suite',
  staffNumber: '29382597',
  name: 'BHATT, Olivia',
  grade: 'Band 6',
  gradeType: 'Registered',
  date: '05/10/2026',
  shift: 'LD',
  shiftType: 'Day',
  plannedStart: 0.3125,
  plannedEnd: '20:00',
  plannedBreak: 60,
  plannedHours: 0.4791666666666667,
  fill: 'Substantive',
  status: 'Worked',
  actualStart: '07:30',
  actualEnd: '2000',
  actualBreak: '60',
  costCentre: 441_101,
};

/** A sound bank booking of layout A, finalised. */
export const soundBooking: CellsByField = {
  requestId: '500100',
  name: 'DIXON, Safiya',
  agency: 'Bank',
  date: '05/10/2026',
  unit: 'Delivery Suite',
  grade: 'MSW Band 3',
  assignment: '16097670-2',
  plannedStart: '07:30',
  plannedEnd: '20:00',
  plannedBreak: 60,
  plannedHours: '11:30',
  actualStart: '08:00',
  actualEnd: '20:00',
  actualBreak: 60,
  actualHours: '11:00',
  finalisedDate: '09/10/2026',
};

export function settingsOf(kind: string, more: Partial<RowSettings> = {}): RowSettings {
  return {
    date1904: false,
    period: { first: '2026-10-05', last: '2026-11-01' },
    units: { known: ['Delivery Suite', 'Birth Centre'], unknown: 'refuse' },
    hours: 'day_fraction',
    words: wordsOfFormat(kind),
    columns: new Set(Object.keys(kind === 'duty_roster' ? soundDuty : soundBooking)),
    ...more,
  };
}

const source = {
  row: 1,
  unit: 'Delivery Suite',
  person: '29382597',
  assignment: '29382597',
  name: 'BHATT, Olivia',
  date: '2026-10-05',
  band: '6',
  registered: 1,
  costCentre: null,
} as const;

const dayShift = {
  plannedStart: 450,
  plannedEnd: 1200,
  plannedBreak: 60,
  plannedMinutes: 690,
  actualStart: 450,
  actualEnd: 1200,
  actualBreak: 60,
  actualMinutes: 690,
  night: 0,
} as const;

export const noActual = { actualStart: null, actualEnd: null, actualBreak: null, actualMinutes: null } as const;
export const noPlanned = { plannedStart: null, plannedEnd: null, plannedBreak: null, plannedMinutes: null } as const;

export function duty(more: Partial<DutyEntry> = {}): DutyEntry {
  const rest = {
    shift: 'LD',
    shiftType: 'Day',
    purpose: 'care',
    fill: 'substantive',
    status: 'worked',
    inCharge: 0,
    supernumerary: 0,
  } as const;
  return { ...source, ...dayShift, ...rest, ...more };
}

export function timeAway(more: Partial<UnavailabilityEntry> = {}): UnavailabilityEntry {
  return { ...source, group: 'Annual Leave', reason: null, minutes: 450, ...more };
}

export function booking(more: Partial<BookingEntry> = {}): BookingEntry {
  const rest = { requestId: '500100', supply: 'bank', agency: null, finalised: 1, reason: null } as const;
  return { ...source, ...dayShift, ...rest, ...more };
}

/** Judges rows as one file; the first one is row 2. */
export function readDuties(...rows: CellsByField[]) {
  const parser = dutyRowParser(settingsOf('duty_roster'));
  return judge(
    rows.map((cells, place) => mappedRow(place + 2, cells)),
    parser,
  );
}

/** Judges the sound duty with some cells changed. */
export function readDuty(change: CellsByField, settings = settingsOf('duty_roster')) {
  const { entries, problems, outcome } = judge([mappedRow(2, { ...soundDuty, ...change })], dutyRowParser(settings));
  const entry = entries[0];
  return {
    duty: entry?.kind === 'duty' ? entry.duty : undefined,
    away: entry?.kind === 'unavailability' ? entry.unavailability : undefined,
    reason: outcome.refused[0]?.reason ?? outcome.ignored[0]?.reason,
    problem: problems[0],
    warnings: Object.keys(outcome.warnings),
  };
}

/** Cells of a row without actual and without planned times. */
export const nothingActual = { actualStart: null, actualEnd: null, actualBreak: null };
export const nothingPlanned = { plannedStart: null, plannedEnd: null, plannedBreak: null, plannedHours: null };
