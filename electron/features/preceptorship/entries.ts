/** The meetings of a preceptorship, by the keys of the rules. */
export type MeetingKey = 'start' | '3m' | '6m' | '9m' | 'completion';

/** A newly registered midwife on a preceptorship log. Dates are 'YYYY-MM-DD'; what has not happened is null. */
export interface PrecepteeEntry {
  /** Row of the sheet. */
  readonly row: number;
  /** Employee number, eight digits (D7); null in a log that has names only. */
  readonly person: string | null;
  readonly name: string | null;
  readonly unit: string | null;
  /** The day as on which the log says how things stand. */
  readonly day: string;
  readonly start: string;
  readonly pinDate: string | null;
  /** Hundred-thousandths; null where the log gives none. */
  readonly wte: number | null;
  readonly preceptor: string | null;
  readonly preceptorNamedOn: string | null;
  /** Dates on which meetings were held. */
  readonly meetings: Readonly<Partial<Record<MeetingKey, string>>>;
  readonly orientationMinutes: number | null;
  /** Over the whole programme; null in a log that has no such column. */
  readonly supernumeraryMinutes: number | null;
  readonly protectedMinutesPreceptee: number | null;
  readonly protectedMinutesPreceptor: number | null;
  readonly pauseStart: string | null;
  /** Null while the pause is open. */
  readonly pauseEnd: string | null;
  readonly pauseReason: string | null;
  readonly extendedTo: string | null;
  readonly extensionReason: string | null;
  readonly signedOff: string | null;
  readonly notes: string | null;
}
