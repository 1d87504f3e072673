import type { DatePeriod } from '../../core/dates.ts';
import { type ClockChange, clockChanges } from './calculations/clock-change.ts';
import { type CoordinatorCover, type CoordinatorRule, coordinatorCover } from './calculations/coordinator.ts';
import { type HoursApart, type RosterCounts, rosterCounts } from './calculations/counts.ts';
import { type HeadroomUsed, headroomUsed } from './calculations/headroom.ts';
import { overlappingDuties } from './calculations/overlaps.ts';
import { shiftFill, type UnitFill } from './calculations/shift-fill.ts';
import { type TemporaryStaffing, temporaryStaffing } from './calculations/temporary.ts';
import type { DutyEntry, UnavailabilityEntry } from './entries.ts';

/** What the figures of a roster are of. */
export interface RosterScope {
  /** First and last duty date; the rows given are those of the period. */
  readonly period: DatePeriod;
  /** The trust's units, in its order: a unit without rows is shown with zeros. */
  readonly units: readonly string[];
  /** Null where the trust names no unit with a supernumerary coordinator. */
  readonly coordinator: CoordinatorRule | null;
}

/** Every figure of a roster, in whole minutes, rows and rates; rounded only where it is shown. */
export interface RosterFigures<Duty extends DutyEntry = DutyEntry> {
  readonly period: DatePeriod;
  readonly counts: RosterCounts;
  readonly apart: HoursApart;
  readonly units: readonly UnitFill[];
  readonly all: UnitFill;
  readonly temporary: TemporaryStaffing;
  readonly headroom: HeadroomUsed;
  readonly coordinator: CoordinatorCover<Duty> | null;
  readonly clockChanges: readonly ClockChange<Duty>[];
  readonly overlaps: readonly (readonly [Duty, Duty])[];
  /** First and last date that a row has; null without rows. */
  readonly dates: DatePeriod | null;
}

/** Works out every figure of a roster (D8 to D17). The order of the rows makes no difference. */
export function rosterFigures<Duty extends DutyEntry>(
  duties: readonly Duty[],
  unavailability: readonly UnavailabilityEntry[],
  scope: RosterScope,
): RosterFigures<Duty> {
  const { units, all } = shiftFill(duties, scope.units);
  return {
    period: scope.period,
    ...rosterCounts(duties, unavailability),
    units,
    all,
    temporary: temporaryStaffing(duties),
    headroom: headroomUsed(duties, unavailability),
    coordinator: scope.coordinator === null ? null : coordinatorCover(duties, scope.coordinator, scope.period),
    clockChanges: clockChanges(duties, scope.period),
    overlaps: overlappingDuties(duties),
    dates: spanOf([...duties, ...unavailability]),
  };
}

/** First and last date among rows; null where there are none. */
export function spanOf(rows: Iterable<{ readonly date: string }>): DatePeriod | null {
  let first: string | undefined;
  let last: string | undefined;
  for (const { date } of rows) {
    if (first === undefined || date < first) first = date;
    if (last === undefined || date > last) last = date;
  }
  return first === undefined || last === undefined ? null : { first, last };
}
