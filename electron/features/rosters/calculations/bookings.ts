import type { Rate } from '../../../core/rates.ts';
import { textKey } from '../../../imports/clean/text.ts';
import type { BookingEntry } from '../entries.ts';
import { type StaffType, staffTypes } from './shift-fill.ts';

export type Supply = BookingEntry['supply'];
export const supplies: readonly Supply[] = ['bank', 'agency'];

/** Actual minutes of finalised bookings of a unit. */
interface UnitBookings {
  readonly unit: string;
  readonly minutes: Readonly<Record<Supply, Readonly<Record<StaffType, number>>>>;
}

/** A bank and agency list (D18). Hours in minutes; actual hours count where the booking is finalised. */
export interface BookingFigures {
  readonly finalised: number;
  readonly unfinalised: number;
  readonly requestIdsBlank: number;
  /** Rows that share their request id with another. */
  readonly requestIdsReused: number;
  readonly plannedAll: number;
  readonly plannedFinalised: number;
  readonly actual: Readonly<Record<Supply, number>>;
  readonly actualTotal: number;
  readonly actualNight: number;
  /** Agency over bank and agency. */
  readonly agencyShare: Rate;
  readonly units: readonly UnitBookings[];
}

/** The figures of a list. Units of the trust have zeros where they have no booking; all stand by name. */
export function bookingFigures(bookings: Iterable<BookingEntry>, units: readonly string[]): BookingFigures {
  const byUnit = new Map(units.map((unit) => [unit, emptyUnit(unit)]));
  const ids = new Map<string, number>();
  const actual = { bank: 0, agency: 0 };
  const rows = { finalised: 0, unfinalised: 0, requestIdsBlank: 0 };
  const hours = { plannedAll: 0, plannedFinalised: 0, actualNight: 0 };
  for (const booking of bookings) {
    const unit = byUnit.get(booking.unit) ?? emptyUnit(booking.unit);
    byUnit.set(booking.unit, unit);
    if (booking.requestId === null) rows.requestIdsBlank += 1;
    else ids.set(textKey(booking.requestId), (ids.get(textKey(booking.requestId)) ?? 0) + 1);
    hours.plannedAll += booking.plannedMinutes ?? 0;
    if (booking.finalised === 0) {
      rows.unfinalised += 1;
      continue;
    }
    rows.finalised += 1;
    hours.plannedFinalised += booking.plannedMinutes ?? 0;
    const worked = booking.actualMinutes ?? 0;
    actual[booking.supply] += worked;
    if (booking.night === 1) hours.actualNight += worked;
    unit.minutes[booking.supply][booking.registered === 1 ? 'registered' : 'support'] += worked;
  }
  const actualTotal = actual.bank + actual.agency;
  return {
    ...rows,
    requestIdsReused: [...ids.values()].reduce((sum, uses) => sum + (uses > 1 ? uses : 0), 0),
    ...hours,
    actual,
    actualTotal,
    agencyShare: { numerator: actual.agency, denominator: actualTotal },
    units: [...byUnit.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1)),
  };
}

function emptyUnit(unit: string) {
  const none = () => Object.fromEntries(staffTypes.map((type) => [type, 0])) as Record<StaffType, number>;
  return { unit, minutes: { bank: none(), agency: none() } };
}
