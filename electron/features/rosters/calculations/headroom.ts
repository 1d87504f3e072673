import type { Rate } from '../../../core/rates.ts';
import type { DutyEntry, UnavailabilityEntry } from '../entries.ts';

/** Headroom used: time away from the roster, by group (D16). Minutes. */
export interface HeadroomUsed {
  readonly groups: readonly { readonly group: string; readonly minutes: number; readonly share: Rate }[];
  readonly total: number;
  /** Planned hours of substantive duties that were not cancelled, on call left out. */
  readonly substantivePlanned: number;
  /** Time away over time away and planned: what part of substantive time was not on the roster. */
  readonly ofSubstantiveTime: Rate;
  /** The same time away over planned hours alone: the uplift to add on. Never the same as the part. */
  readonly asAddOn: Rate;
}

export function headroomUsed(duties: Iterable<DutyEntry>, unavailability: Iterable<UnavailabilityEntry>): HeadroomUsed {
  let planned = 0;
  for (const duty of duties) {
    if (duty.fill !== 'substantive' || duty.status === 'cancelled' || duty.purpose === 'on_call') continue;
    planned += duty.plannedMinutes ?? 0;
  }
  const minutesOf = new Map<string, number>();
  let total = 0;
  for (const { group, minutes } of unavailability) {
    minutesOf.set(group, (minutesOf.get(group) ?? 0) + minutes);
    total += minutes;
  }
  const share = (numerator: number): Rate => ({ numerator, denominator: total + planned });
  const groups = [...minutesOf]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, minutes]) => ({ group, minutes, share: share(minutes) }));
  return {
    groups,
    total,
    substantivePlanned: planned,
    ofSubstantiveTime: share(total),
    asAddOn: { numerator: total, denominator: planned },
  };
}
