/** An action of a retention improvement plan. Dates are 'YYYY-MM-DD'. */
export interface ActionEntry {
  /** Row of the sheet. */
  readonly row: number;
  /** The day as on which the plan says how things stand. */
  readonly day: string;
  /** As the plan numbers its actions. */
  readonly number: string | null;
  /** References to lines of the delivery plan, such as "5.1"; also those of which there is no such line. */
  readonly references: readonly string[];
  /** Key of one of the elements of retention, or the plan's own word where it is none. */
  readonly theme: string | null;
  readonly action: string | null;
  readonly owner: string | null;
  readonly start: string | null;
  readonly due: string | null;
  /** A code of `statuses`, or the plan's own word. */
  readonly status: string | null;
  /** A code of `colours`, or the plan's own word. */
  readonly rag: string | null;
  /** Whether the LMNS is to know. */
  readonly escalated: boolean;
  readonly measure: string | null;
  /** As written: per cent, days and counts stand in one column. */
  readonly baseline: string | null;
  readonly target: string | null;
  readonly current: string | null;
  readonly notes: string | null;
}
