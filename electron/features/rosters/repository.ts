import type { DatePeriod } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';
import type { BookingEntry, DutyEntry, RosterEntry, Source, UnavailabilityEntry } from './entries.ts';

/** Whose rows are stored, and how a unit's name becomes its id. */
export interface RowDestination {
  readonly trustId: number;
  readonly batchId: number;
  unitId(name: string): number;
}

/** A stored row: what was read, and where it came from. */
export interface Stored {
  readonly id: number;
  readonly batchId: number;
  readonly unitId: number;
}

const sourceColumns = [
  'trust_id',
  'batch_id',
  'unit_id',
  'row',
  'person',
  'assignment',
  'name',
  'date',
  'band',
  'registered',
  'cost_centre',
];
const timeColumns = [
  'planned_start',
  'planned_end',
  'planned_break',
  'planned_minutes',
  'actual_start',
  'actual_end',
  'actual_break',
  'actual_minutes',
  'night',
];
const columnsOf = {
  duty: [
    ...sourceColumns,
    ...timeColumns,
    'shift',
    'shift_type',
    'purpose',
    'fill',
    'status',
    'in_charge',
    'supernumerary',
  ],
  unavailability: [...sourceColumns, 'group_name', 'reason', 'minutes'],
  booking: [...sourceColumns, ...timeColumns, 'request_id', 'supply', 'agency', 'finalised', 'reason'],
} as const;
type Table = keyof typeof columnsOf;

/** A prepared insert of the rows of a duty roster. */
export function dutyInserter(database: Database, source: RowDestination): (entry: RosterEntry) => void {
  const duty = insertInto(database, 'duty');
  const unavailability = insertInto(database, 'unavailability');
  return (entry) => {
    if (entry.kind === 'unavailability') {
      const row = entry.unavailability;
      unavailability.run(...sourceOf(row, source), row.group, row.reason, row.minutes);
      return;
    }
    const row = entry.duty;
    const { shift, shiftType, purpose, fill, status, inCharge, supernumerary } = row;
    duty.run(
      ...sourceOf(row, source),
      ...timesOf(row),
      shift,
      shiftType,
      purpose,
      fill,
      status,
      inCharge,
      supernumerary,
    );
  };
}

/** A prepared insert of the rows of a bank and agency list. */
export function bookingInserter(database: Database, source: RowDestination): (entry: BookingEntry) => void {
  const booking = insertInto(database, 'booking');
  return (row) => {
    booking.run(
      ...sourceOf(row, source),
      ...timesOf(row),
      row.requestId,
      row.supply,
      row.agency,
      row.finalised,
      row.reason,
    );
  };
}

function insertInto({ sqlite }: Database, table: Table) {
  const columns = columnsOf[table];
  return sqlite.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
}

function sourceOf(row: Source, { trustId, batchId, unitId }: RowDestination) {
  const { person, assignment, name, date, band, registered, costCentre } = row;
  return [trustId, batchId, unitId(row.unit), row.row, person, assignment, name, date, band, registered, costCentre];
}

function timesOf(row: DutyEntry | BookingEntry) {
  const { plannedStart, plannedEnd, plannedBreak, plannedMinutes, actualStart, actualEnd, actualBreak, actualMinutes } =
    row;
  return [
    plannedStart,
    plannedEnd,
    plannedBreak,
    plannedMinutes,
    actualStart,
    actualEnd,
    actualBreak,
    actualMinutes,
    row.night,
  ];
}

/** Duties of a trust whose date lies in a period, by date, unit and row. */
export function dutiesOf(database: Database, trustId: number, period: DatePeriod): (DutyEntry & Stored)[] {
  return select<DutyEntry & Stored>(database, 'duty', trustId, period);
}

export function unavailabilityOf(
  database: Database,
  trustId: number,
  period: DatePeriod,
): (UnavailabilityEntry & Stored)[] {
  return select<UnavailabilityEntry & Stored>(database, 'unavailability', trustId, period);
}

export function bookingsOf(database: Database, trustId: number, period: DatePeriod): (BookingEntry & Stored)[] {
  return select<BookingEntry & Stored>(database, 'booking', trustId, period);
}

function select<Row>({ sqlite }: Database, table: Table, trustId: number, { first, last }: DatePeriod): Row[] {
  const columns = columnsOf[table].filter((column) => column !== 'trust_id');
  const named = columns.map((column) => `${table}.${column} AS "${propertyOf(column)}"`).join(', ');
  return sqlite
    .prepare(
      `SELECT ${table}.id AS id, unit.name AS unit, ${named} FROM ${table} JOIN unit ON unit.id = ${table}.unit_id
       WHERE ${table}.trust_id = ? AND ${table}.date BETWEEN ? AND ?
       ORDER BY ${table}.date, unit.position, ${table}.batch_id, ${table}.row`,
    )
    .all(trustId, first, last) as Row[];
}

/** 'planned_start' is `plannedStart`; the group of an unavailability is called group_name because SQL has the word. */
function propertyOf(column: string): string {
  if (column === 'group_name') return 'group';
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
