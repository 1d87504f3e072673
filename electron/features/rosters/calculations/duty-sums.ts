import type { DutyEntry } from '../entries.ts';

/**
 * Duties that are alike in all that shift fill, temporary staffing and the coordinator's shifts ask of them, as one: how many they are, and
 * their minutes together.
 */
export interface DutySum
  extends Pick<
    DutyEntry,
    | 'unit'
    | 'registered'
    | 'night'
    | 'purpose'
    | 'fill'
    | 'status'
    | 'inCharge'
    | 'supernumerary'
    | 'plannedStart'
    | 'plannedMinutes'
    | 'actualMinutes'
  > {
  readonly duties: number;
}
