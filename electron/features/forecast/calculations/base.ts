import type { AssessmentInputs } from '#contract';
import type { Rate } from '../../../core/rates.ts';

/** A staff group and band at the census. WTE in hundred-thousandths; null is not known, which is not nought. */
export interface Cell {
  readonly group: string;
  readonly band: string;
  readonly inPost: number;
  readonly funded: number | null;
  readonly required: number | null;
}

/** Somebody of the vacancy plan who is reckoned to start. */
export interface PlannedStart {
  readonly key: string;
  readonly title: string;
  readonly group: string;
  readonly band: string;
  readonly wte: number;
  /** How many in a hundred such posts start. */
  readonly percent: number;
  /** The day; one by the census is of the first month. */
  readonly on: string;
  /** Days beside the numbers from the start on. */
  readonly besideDays: number;
}

/** What a staff group's own past says. */
export interface GroupHistory {
  readonly group: string;
  readonly rate: Rate | null;
  readonly rateWithoutRetirements: Rate | null;
  readonly lowest: Rate | null;
  readonly highest: Rate | null;
  /** WTE that left in each month, the earliest first. */
  readonly months: readonly number[];
  /** Share on long leave at the census; null where the list gives no status. */
  readonly away: Rate | null;
  /** Share that retires in a year by the ages at the census; null without ages. */
  readonly retiring: Rate | null;
  readonly startersAMonth: number;
  readonly hoursChange: number | null;
}

/** All that a forecast starts from. */
export interface ForecastBase {
  /** The day as on which in post is known. */
  readonly census: string;
  readonly cells: readonly Cell[];
  readonly starts: readonly PlannedStart[];
  readonly history: readonly GroupHistory[];
  /** What preceptees and preceptors in post are beside the numbers in a month, 'YYYY-MM', on average: hundred-thousandths of a WTE. */
  readonly besideNow: readonly {
    readonly group: string;
    readonly band: string;
    readonly month: string;
    readonly wte: number;
  }[];
  /** Days beside the numbers of a newly qualified cohort. */
  readonly cohortBesideDays: number;
  readonly womenPerContinuityWte: number;
  /** The agreed assessment that says what births, uplift and skill mix act on; null without one. */
  readonly assessment: AssessmentInputs | null;
}

/** The staff groups of a base, in the order in which they come. */
export const groupsOf = (cells: readonly { readonly group: string }[]): string[] => [
  ...new Set(cells.map(({ group }) => group)),
];
