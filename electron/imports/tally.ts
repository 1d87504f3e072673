import type { DatePeriod } from '../core/dates.ts';
import type { ImportKind } from './kinds.ts';
import type { JudgedRow, RowReader } from './read-rows.ts';

/** The counts of a reading (D1), and where and when its entries are. */
export class Tally implements RowReader {
  acceptedRows = 0;
  refused = 0;
  ignored = 0;
  dates: DatePeriod | null = null;
  /** Unit name to its accepted rows. */
  readonly units = new Map<string, number>();
  readonly judgedRows: JudgedRow[] = [];
  readonly #kind: ImportKind<unknown>;

  constructor(kind: ImportKind<unknown>) {
    this.#kind = kind;
  }

  get rowsRead(): number {
    return this.acceptedRows + this.refused + this.ignored;
  }

  accepted(_row: number, entry: unknown): void {
    this.acceptedRows += 1;
    const { unit, date } = this.#kind.placeOf(entry);
    if (unit !== null) this.units.set(unit, (this.units.get(unit) ?? 0) + 1);
    this.#span(date);
  }

  kept(entry: unknown): void {
    this.#span(this.#kind.placeOf(entry).date);
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
