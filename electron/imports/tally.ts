import type { DatePeriod } from '../core/dates.ts';
import type { FilledDown } from './filled-down.ts';
import type { ImportKind } from './kinds.ts';
import type { JudgedRow, RowReader } from './read-rows.ts';

/** What came of reading a file: its entries, the counts (D1), and where and when the entries are. */
export class Tally implements RowReader {
  acceptedRows = 0;
  refused = 0;
  ignored = 0;
  dates: DatePeriod | null = null;
  /** Unit name to its accepted rows. */
  readonly units = new Map<string, number>();
  readonly judgedRows: JudgedRow[] = [];
  /** The entries of the accepted rows, and the rows of the sheet that they are of. */
  readonly entries: unknown[] = [];
  readonly rowOf: number[] = [];
  /** Rows that are ignored now and stored for a later import. */
  readonly keptEntries: unknown[] = [];
  /** Cells that were blank and read as the cell above them. */
  filled: FilledDown = {};
  readonly #kind: ImportKind<unknown>;

  constructor(kind: ImportKind<unknown>) {
    this.#kind = kind;
  }

  get rowsRead(): number {
    return this.acceptedRows + this.refused + this.ignored;
  }

  accepted(row: number, entry: unknown): void {
    this.acceptedRows += 1;
    this.entries.push(entry);
    this.rowOf.push(row);
    const { unit, date } = this.#kind.placeOf(entry);
    if (unit !== null) this.units.set(unit, (this.units.get(unit) ?? 0) + 1);
    for (const day of this.#kind.severalDays?.of(entry) ?? [date]) this.#span(day);
  }

  kept(entry: unknown): void {
    this.keptEntries.push(entry);
    this.#span(this.#kind.placeOf(entry).date);
  }

  filledDown(filled: FilledDown): void {
    this.filled = filled;
  }

  #span(date: string): void {
    if (this.dates === null) this.dates = { first: date, last: date };
    else if (date < this.dates.first) this.dates = { first: date, last: this.dates.last };
    else if (date > this.dates.last) this.dates = { first: this.dates.first, last: date };
  }

  judged(row: JudgedRow): void {
    if (row.outcome === 'refused') this.refused += 1;
    if (row.outcome === 'ignored') this.ignored += 1;
    this.judgedRows.push(row);
  }
}
