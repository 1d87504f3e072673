/** A row of a finance ledger: posts that are funded as on a day. */
export interface LedgerEntry {
  /** Row of the sheet. */
  readonly row: number;
  /** The day as on which the ledger says what is funded: the end of its month. */
  readonly census: string;
  readonly costCentre: string | null;
  readonly costCentreName: string | null;
  readonly subjective: string | null;
  readonly post: string | null;
  /** The number that staff record and ledger share for a post. */
  readonly positionNumber: string | null;
  /** '2' to '9', '8a' to '8d'; null for a post without a band. */
  readonly band: string | null;
  /** Code of the NHS staff group, '03'; the ledger's own word where it is none. */
  readonly staffGroup: string | null;
  /** Hundred-thousandths of a WTE. */
  readonly funded: number;
  readonly fundingEnd: string | null;
  /** Pence a year. */
  readonly annualBudget: number | null;
  /** WTE worked in the month, in hundred-thousandths. */
  readonly worked: number | null;
}
