import { addMonths, type DatePeriod } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';
import { keeper } from '../../database/kept.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { type RosterFigures, rosterFigures, type RosterScope } from './calculations.ts';
import { type BookingFigures, bookingFigures } from './calculations/bookings.ts';
import {
  type CoordinatorCover,
  coordinatorCover,
  type CoordinatorDuty,
  type CoordinatorRule,
} from './calculations/coordinator.ts';
import { shiftFill, type UnitFill } from './calculations/shift-fill.ts';
import { coordinatorDuties, dutySums } from './care-repository.ts';
import { coordinatorRules } from './coordinator-rule.ts';
import type { BookingEntry, DutyEntry, UnavailabilityEntry } from './entries.ts';
import { type SourceBatch, sourceBatches } from '../../imports/sources.ts';
import { bookingsOf, dutiesOf, type Stored, unavailabilityOf } from './repository.ts';

export type StoredDuty = DutyEntry & Stored;
export type StoredUnavailability = UnavailabilityEntry & Stored;
export type StoredBooking = BookingEntry & Stored;

export interface RosterAnswer {
  readonly period: DatePeriod;
  readonly sources: readonly SourceBatch[];
  readonly duties: readonly StoredDuty[];
  readonly unavailability: readonly StoredUnavailability[];
  readonly scope: RosterScope;
  readonly figures: RosterFigures<StoredDuty>;
  /** Each unit that needs a coordinator, the one of the scope first. */
  readonly coordinators: readonly { readonly rule: CoordinatorRule; readonly cover: CoordinatorCover<StoredDuty> }[];
}

/** The rows of a period that is no longer than this many months are kept: who looks at a figure asks for its rows next. */
const SHORT = 3;
const kept = keeper(1);

/** The figures of a trust's rosters in a period, or over all days that its imports cover; undefined without an import. */
export function answerRoster(
  database: Database,
  trust: TrustRow,
  asked: DatePeriod | undefined,
): RosterAnswer | undefined {
  if (asked === undefined || asked.last > addMonths(asked.first, SHORT)) return workOut(database, trust, asked);
  return kept(database, `${trust.id} ${asked.first} ${asked.last}`, () => workOut(database, trust, asked));
}

function workOut(database: Database, trust: TrustRow, asked: DatePeriod | undefined): RosterAnswer | undefined {
  const sources = sourceBatches(database, trust.id, 'duty_roster', asked ?? null);
  const period = asked ?? spanOfBatches(sources);
  if (period === undefined || sources.length === 0) return undefined;
  const duties = dutiesOf(database, trust.id, period);
  const unavailability = unavailabilityOf(database, trust.id, period);
  const { units } = describeTrust(database, trust);
  const rules = coordinatorRules(duties, units);
  const scope: RosterScope = { period, units: units.map(({ name }) => name), coordinator: rules[0] ?? null };
  const figures = rosterFigures(duties, unavailability, scope);
  const coordinators = rules.map((rule) => ({ rule, cover: coordinatorCover(duties, rule, period) }));
  return { period, sources, duties, unavailability, scope, figures, coordinators };
}

/** What a board asks of the rosters of a period: shift fill, and the coordinator of each shift. */
export interface CareAnswer {
  readonly sources: readonly SourceBatch[];
  readonly units: readonly UnitFill[];
  readonly all: UnitFill;
  readonly coordinators: readonly CoordinatorCover<CoordinatorDuty>[];
}

/** The same figures as `answerRoster` has, of many months as fast: the store adds duties up, and only a few are read. */
export function answerCare(database: Database, trust: TrustRow, period: DatePeriod): CareAnswer | undefined {
  const sources = sourceBatches(database, trust.id, 'duty_roster', period);
  if (sources.length === 0) return undefined;
  const sums = dutySums(database, trust.id, period);
  const { units } = describeTrust(database, trust);
  const inCharge = coordinatorDuties(database, trust.id, period);
  return {
    sources,
    ...shiftFill(
      sums,
      units.map(({ name }) => name),
    ),
    coordinators: coordinatorRules(sums, units).map((rule) => coordinatorCover(inCharge, rule, period)),
  };
}

export interface BookingAnswer {
  readonly period: DatePeriod;
  readonly sources: readonly SourceBatch[];
  readonly bookings: readonly StoredBooking[];
  readonly units: readonly string[];
  readonly figures: BookingFigures;
}

/** The figures of a trust's bank and agency lists, as `answerRoster`. */
export function answerBookings(
  database: Database,
  trust: TrustRow,
  asked: DatePeriod | undefined,
): BookingAnswer | undefined {
  const sources = sourceBatches(database, trust.id, 'bank_list', asked ?? null);
  const period = asked ?? spanOfBatches(sources);
  if (period === undefined || sources.length === 0) return undefined;
  const bookings = bookingsOf(database, trust.id, period);
  const units = describeTrust(database, trust).units.map(({ name }) => name);
  return { period, sources, bookings, units, figures: bookingFigures(bookings, units) };
}

function spanOfBatches(batches: readonly SourceBatch[]): DatePeriod | undefined {
  const firsts = batches.map(({ first }) => first).sort();
  const lasts = batches.map(({ last }) => last).sort();
  const [first, last] = [firsts[0], lasts[lasts.length - 1]];
  return first === undefined || last === undefined ? undefined : { first, last };
}
