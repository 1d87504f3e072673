import { daysBetween } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import type { Owed } from './owed.ts';

/** Minutes on a day, from an entry or a shift of a roster. */
export interface DatedMinutes {
  readonly kind: 'orientation' | 'supernumerary' | 'protected_preceptee' | 'protected_preceptor';
  readonly day: string;
  readonly minutes: number;
  /** The day on which it was entered; null for a shift of a roster. */
  readonly entered: string | null;
}

/** What a log says was given until its day; null where it has no such column. */
export interface LoggedMinutes {
  readonly day: string;
  readonly orientation: number | null;
  readonly supernumerary: number | null;
  readonly protected_preceptee: number | null;
  readonly protected_preceptor: number | null;
}

/** Minutes given by today, and booked after it. */
export interface Given {
  readonly given: number;
  readonly booked: number;
}

/**
 * What was given and is booked of one kind. What a log says contains what was entered before its day and what rosters
 * have by then; entries that say more than the log stand. Later ones come on top.
 */
export function givenMinutes(
  kinds: readonly DatedMinutes['kind'][],
  dated: readonly DatedMinutes[],
  logged: number | null,
  logDay: string | null,
  today: string,
): Given {
  const own = dated.filter(({ kind }) => kinds.includes(kind));
  const isContained = ({ day, entered }: DatedMinutes) =>
    logged !== null && logDay !== null && day <= logDay && (entered === null || entered < logDay);
  const sum = (rows: readonly DatedMinutes[]) => rows.reduce((total, { minutes }) => total + minutes, 0);
  const past = own.filter(({ day }) => day <= today);
  const contained = past.filter(isContained);
  const byHand = sum(contained.filter(({ entered }) => entered !== null));
  return {
    given:
      Math.max(logged ?? 0, logged === null ? sum(contained) : byHand) + sum(past.filter((one) => !isContained(one))),
    booked: sum(own.filter(({ day }) => day > today)),
  };
}

/** How the supernumerary hours stand. */
export interface HoursStanding extends Given {
  readonly owed: Rate | null;
  /** Of the owed minutes by the end of today, as they build up evenly. */
  readonly owedByToday: Rate | null;
  /** Owed and not given, never below 0; null without a WTE. */
  readonly short: Rate | null;
  /** Owed and neither given nor booked. */
  readonly unbooked: Rate | null;
  /** The first day on which given and booked lie behind for longer than allowed; null where that never comes. */
  readonly behindFrom: string | null;
  /** The last day to begin, if every contracted hour from then on were supernumerary; null where nothing is missing. */
  readonly lastStart: string | null;
}

/** Given, booked and owed together. Of those whose programme is over `bookings` is null: nobody is behind any more. */
export function hoursStanding(
  owed: Owed | null,
  { given, booked }: Given,
  bookings: readonly { readonly day: string; readonly minutes: number }[] | null,
  today: string,
  lastStartOf: (unbooked: Rate) => string | null,
): HoursStanding {
  if (owed === null)
    return {
      given,
      booked,
      owed: null,
      owedByToday: null,
      short: null,
      unbooked: null,
      behindFrom: null,
      lastStart: null,
    };
  const missing = (have: number): Rate => ({
    numerator: Math.max(0, owed.total.numerator - have * owed.total.denominator),
    denominator: owed.total.denominator,
  });
  const unbooked = missing(given + booked);
  return {
    given,
    booked,
    owed: owed.total,
    owedByToday: owed.by(today),
    short: missing(given),
    unbooked,
    behindFrom: bookings === null ? null : behindFrom(owed, given, bookings, today),
    lastStart: unbooked.numerator === 0 || bookings === null ? null : lastStartOf(unbooked),
  };
}

function behindFrom(
  owed: Owed,
  given: number,
  bookings: readonly { readonly day: string; readonly minutes: number }[],
  today: string,
): string | null {
  let have = given;
  let from = owed.exceeds(have);
  for (const { day, minutes } of [...bookings].sort((one, other) => (one.day < other.day ? -1 : 1))) {
    if (from === null || daysBetween(from, day) > 0 || from <= today) break;
    have += minutes;
    from = owed.exceeds(have);
  }
  return from;
}
