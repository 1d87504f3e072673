/** Kinds of staff that fill a duty; `none` where a duty was never given to anybody. */
export type Fill = 'substantive' | 'bank' | 'agency' | 'none';
export type Purpose = 'care' | 'on_call' | 'management';
export type DutyStatus = 'worked' | 'planned' | 'unfilled' | 'cancelled' | 'extra';
/** A yes or no as the store keeps it. */
export type Flag = 0 | 1;

/** What every accepted row says, whichever list it came from. */
export interface Source {
  /** Row of the sheet. */
  readonly row: number;
  /** The unit's name: the trust's own spelling where the unit is known. */
  readonly unit: string;
  /** Employee number, eight digits (D7); null where the row names nobody with a number. */
  readonly person: string | null;
  readonly assignment: string | null;
  readonly name: string | null;
  /** 'YYYY-MM-DD' on which the shift starts (D8). */
  readonly date: string;
  /** '2' to '9', '8a' to '8d'; null for a grade without a band. */
  readonly band: string | null;
  readonly registered: Flag;
  readonly costCentre: string | null;
}

/**
 * Planned and actual times. Starts and ends are minutes after midnight of the duty date: 08:00 of the next day is 1920,
 * so an end is always after its start. Minutes are the hours of D9: end - start - break, wall clock.
 */
export interface Times {
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  readonly plannedBreak: number | null;
  readonly plannedMinutes: number | null;
  readonly actualStart: number | null;
  readonly actualEnd: number | null;
  readonly actualBreak: number | null;
  readonly actualMinutes: number | null;
  /** 1 where more than half lies between 20:00 and 08:00 (D10). */
  readonly night: Flag;
}

/** A duty of a roster. */
export interface DutyEntry extends Source, Times {
  readonly shift: string | null;
  readonly shiftType: string | null;
  readonly purpose: Purpose;
  readonly fill: Fill;
  readonly status: DutyStatus;
  readonly inCharge: Flag;
  readonly supernumerary: Flag;
}

/** Time away from the roster. */
export interface UnavailabilityEntry extends Source {
  readonly group: string;
  readonly reason: string | null;
  readonly minutes: number;
}

/** A booking of a bank and agency list. */
export interface BookingEntry extends Source, Times {
  readonly requestId: string | null;
  readonly supply: 'bank' | 'agency';
  /** The agency's name; null for bank, or where the list does not name it. */
  readonly agency: string | null;
  readonly finalised: Flag;
  readonly reason: string | null;
}

/** A row of a duty roster is one or the other. */
export type RosterEntry =
  | { readonly kind: 'duty'; readonly duty: DutyEntry }
  | { readonly kind: 'unavailability'; readonly unavailability: UnavailabilityEntry };
