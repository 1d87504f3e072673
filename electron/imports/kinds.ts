import { bookingInserter, dutyInserter, type RowDestination } from '../features/rosters/repository.ts';
import type { BookingEntry, RosterEntry } from '../features/rosters/entries.ts';
import { type BookingLayout, bookingRowParser, dutyRowParser, type RowSettings } from '../features/rosters/parse.ts';
import type { Database } from '../database/database.ts';
import type { RowParser } from './row.ts';

/** What the imports need to know of a kind of file beside its format. */
export interface ImportKind<Entry> {
  parser(settings: RowSettings, layout: string): RowParser<Entry>;
  /** Where and when an entry counts: two imports that say something of the same unit and day overlap. */
  placeOf(entry: Entry): { readonly unit: string; readonly date: string };
  /** Tables of its rows; each has batch_id, trust_id, unit_id and date. */
  readonly tables: readonly string[];
  /** A prepared insert. */
  inserter(database: Database, source: RowDestination): (entry: Entry) => void;
}

const dutyRoster: ImportKind<RosterEntry> = {
  parser: dutyRowParser,
  placeOf: (entry) => (entry.kind === 'duty' ? entry.duty : entry.unavailability),
  tables: ['duty', 'unavailability'],
  inserter: dutyInserter,
};

const bankList: ImportKind<BookingEntry> = {
  parser: (settings, layout) => bookingRowParser({ ...settings, layout: layout as BookingLayout }),
  placeOf: (entry) => entry,
  tables: ['booking'],
  inserter: bookingInserter,
};

/** Each entry goes back only to the kind whose parser made it, so what it is need not be known outside. */
const kinds: ReadonlyMap<string, ImportKind<unknown>> = new Map<string, unknown>([
  ['duty_roster', dutyRoster],
  ['bank_list', bankList],
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
