/** A yes or no as the store keeps it. */
export type Flag = 0 | 1;

/** Permanent and fixed term are substantive (D20); a word that is not known is `other` and counts nowhere. */
export type Category = 'permanent' | 'fixed_term' | 'bank' | 'other';

/** Who a row is about, and where it was read. */
interface Source {
  /** Row of the sheet. */
  readonly row: number;
  /** Employee number, eight digits (D7). */
  readonly person: string;
  /** Assignment number with its suffix. */
  readonly assignment: string;
  readonly name: string | null;
  /** The lowest level of the organisation that the list names. */
  readonly unit: string | null;
  /** Code of the NHS staff group, '03'; the list's own word where it is none. */
  readonly staffGroup: string | null;
}

/** The post that somebody has or had. */
interface Post {
  readonly position: string | null;
  readonly payGrade: string | null;
  /** '2' to '9', '8a' to '8d'; null for a grade without a band. */
  readonly band: string | null;
  readonly occupationCode: string | null;
  readonly category: Category;
  /** Null where the list does not say which assignment is the primary one. */
  readonly primary: Flag | null;
  /** Hundred-thousandths, as printed. */
  readonly fte: number;
  /** The latest start with this employer, 'YYYY-MM-DD'. */
  readonly start: string;
  readonly ethnicOrigin: string | null;
  readonly ageBand: string | null;
  readonly costCentre: string | null;
}

/** A row of a staff list. */
export interface AssignmentEntry extends Source, Post {
  /** The day as on which the list says who is in post. */
  readonly census: string;
  readonly division: string | null;
  readonly role: string | null;
  /** The staff record's number of the post. */
  readonly positionNumber: string | null;
  /** 'active', 'maternity' and so on; the list's own word where it is none of these, null where it says nothing. */
  readonly status: string | null;
  /** Contracted hours a week in hundred-thousandths. */
  readonly hours: number | null;
  readonly nhsEntry: string | null;
}

/** A row of a list of leavers: an assignment that ended. */
export interface LeaverEntry extends Source, Post {
  /** Not in post at the close of this day (D23). */
  readonly leaving: string;
  /** As the staff record publishes it, else as read. */
  readonly reason: string | null;
  readonly destination: string | null;
}

/** A row of a list of absence: from the first to the last day, both counted. */
export interface AbsenceEntry extends Source {
  /** 'sickness' and so on; the list's own word where it is none of these. */
  readonly type: string | null;
  readonly reason: string | null;
  readonly start: string;
  /** Null while the episode is open. */
  readonly end: string | null;
}
