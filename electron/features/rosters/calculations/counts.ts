import { textKey } from '../../../imports/clean/text.ts';
import type { DutyEntry, UnavailabilityEntry } from '../entries.ts';

/** How many rows of each sort there are, and how many people stand behind them. */
export interface RosterCounts {
  readonly duties: number;
  readonly unavailability: number;
  readonly onCall: number;
  readonly management: number;
  readonly supernumerary: number;
  readonly cancelled: number;
  readonly unfilled: number;
  readonly extra: number;
  /** Different staff numbers of any row. */
  readonly people: number;
  /** Those with a substantive duty or an unavailability. */
  readonly substantivePeople: number;
  /** Agency workers without a number, counted by name (D7). */
  readonly agencyNames: number;
}

/** Hours left out of care and told apart (D13), in minutes. */
export interface HoursApart {
  readonly management: number;
  /** Supernumerary and in charge. */
  readonly coordinator: number;
  readonly otherSupernumerary: number;
}

export function rosterCounts(
  duties: Iterable<DutyEntry>,
  unavailability: Iterable<UnavailabilityEntry>,
): { readonly counts: RosterCounts; readonly apart: HoursApart } {
  const people = new Set<string>();
  const substantive = new Set<string>();
  const agencyNames = new Set<string>();
  const rows = { duties: 0, unavailability: 0, onCall: 0, management: 0 };
  const states = { supernumerary: 0, cancelled: 0, unfilled: 0, extra: 0 };
  const apart = { management: 0, coordinator: 0, otherSupernumerary: 0 };
  for (const duty of duties) {
    rows.duties += 1;
    if (duty.purpose === 'on_call') rows.onCall += 1;
    if (duty.purpose === 'management') rows.management += 1;
    if (duty.status === 'cancelled' || duty.status === 'unfilled' || duty.status === 'extra') states[duty.status] += 1;
    const actual = duty.actualMinutes ?? 0;
    if (duty.purpose === 'management') apart.management += actual;
    if (duty.supernumerary === 1) {
      states.supernumerary += 1;
      apart[duty.inCharge === 1 ? 'coordinator' : 'otherSupernumerary'] += actual;
    }
    if (duty.person !== null) {
      people.add(duty.person);
      if (duty.fill === 'substantive') substantive.add(duty.person);
    } else if (duty.fill === 'agency' && duty.name !== null) agencyNames.add(textKey(duty.name));
  }
  for (const { person } of unavailability) {
    rows.unavailability += 1;
    if (person === null) continue;
    people.add(person);
    substantive.add(person);
  }
  const counted = { people: people.size, substantivePeople: substantive.size, agencyNames: agencyNames.size };
  return { counts: { ...rows, ...states, ...counted }, apart };
}
