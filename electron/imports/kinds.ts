import type { Remark } from '#contract';
import { bookingInserter, dutyInserter, type RowDestination } from '../features/rosters/repository.ts';
import type { BookingEntry, RosterEntry } from '../features/rosters/entries.ts';
import { type BookingLayout, bookingRowParser } from '../features/rosters/parse/bookings.ts';
import { dutyRowParser } from '../features/rosters/parse/duties.ts';
import type { RowSettings } from '../features/rosters/parse/source.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { type Comparing, comparedBookings, comparedDuties } from './compare/identity.ts';
import { monthlyCounts } from './kinds-of-care.ts';
import { absence, leavers, ledger, staffList } from './kinds-of-people.ts';
import { preceptees, training } from './kinds-of-learning.ts';
import { retentionPlan, vacancyTracker } from './kinds-of-plans.ts';
import type { RowParser } from './row.ts';
import { breakRemarks, finalisedRemarks, hoursRemarks } from './shift-remarks.ts';
import { tablesOf } from './tables.ts';

/** What the rows of some kinds are checked against: what is in the store already, and the reference data. */
export interface Known extends Pick<Context, 'database' | 'reference'> {
  readonly trustId: number;
  /** The civil date of the import. */
  readonly today: string;
}

/** What the imports need to know of a kind of file beside its format. */
export interface ImportKind<Entry> {
  parser(settings: RowSettings, layout: string, known: Known): RowParser<Entry>;
  /** Where and when an entry counts: two imports that say something of the same unit and day overlap. */
  placeOf(entry: Entry): { readonly unit: string | null; readonly date: string };
  /** Of a kind in which one row may say something of several days: those days, and what is left of a row without some. */
  readonly severalDays?: {
    of(entry: Entry): readonly string[];
    only(entry: Entry, isWanted: (day: string) => boolean): Entry | null;
  };
  /** False where its entries belong to no unit: two imports overlap by their days alone then. */
  readonly ofUnits: boolean;
  /** Tables of its rows; each has batch_id, trust_id and date, and unit_id where they are of units. */
  readonly tables: readonly string[];
  /** How its rows are found again in what the store holds: for what is new, changed and missing. */
  readonly compared: Comparing;
  /** What is to be remarked on every file of the kind, by what is in the store already. */
  remarks?(settings: RowSettings, known: Known, layout: string): Remark[];
  /** A prepared insert. */
  inserter(database: Database, source: RowDestination): (entry: Entry) => void;
}

const dutyRoster: ImportKind<RosterEntry> = {
  parser: dutyRowParser,
  placeOf: (entry) => (entry.kind === 'duty' ? entry.duty : entry.unavailability),
  ofUnits: true,
  tables: tablesOf.duty_roster,
  remarks: (settings) => [...breakRemarks(settings), ...hoursRemarks(settings)],
  compared: comparedDuties,
  inserter: dutyInserter,
};

const bankList: ImportKind<BookingEntry> = {
  parser: (settings, layout) => bookingRowParser({ ...settings, layout: layout as BookingLayout }),
  placeOf: (entry) => entry,
  ofUnits: true,
  tables: tablesOf.bank_list,
  remarks: (settings, _, layout) => [...breakRemarks(settings), ...finalisedRemarks(settings, layout)],
  compared: comparedBookings,
  inserter: bookingInserter,
};

/** Each entry goes back only to the kind whose parser made it, so what it is need not be known outside. */
const kinds: ReadonlyMap<string, ImportKind<unknown>> = new Map<string, unknown>([
  ['duty_roster', dutyRoster],
  ['bank_list', bankList],
  ['staff_list', staffList],
  ['leavers', leavers],
  ['absence', absence],
  ['ledger', ledger],
  ['training', training],
  ['preceptees', preceptees],
  ['vacancy_tracker', vacancyTracker],
  ['retention_plan', retentionPlan],
  ['monthly_counts', monthlyCounts],
]) as ReadonlyMap<string, ImportKind<unknown>>;

/** True for a kind that can be imported, and not only be recognised. */
export function isKind(key: string): boolean {
  return kinds.has(key);
}

/** The kind of that key. Throws for one that cannot be imported. */
export function kindOf(key: string): ImportKind<unknown> {
  const kind = kinds.get(key);
  if (kind === undefined) throw new Error(`The import format ${key} has no kind`);
  return kind;
}
