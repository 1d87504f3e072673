import type { LateWarning, MappedRow, RowOutcome, RowParser, RowWarning } from '../row.ts';
import { ignoredReason } from './ignored.ts';
import { RowReader } from './row-reader.ts';

interface Judging<Cells, Entry> {
  /** The cells of a row, errors and formula-like text noted. */
  readonly cellsOf: (reader: RowReader) => Cells;
  /** Judges a row of data without an error in a cell; what it remarks on goes to `warnings`. */
  readonly judge: (row: MappedRow, cells: Cells, warnings: RowWarning[]) => RowOutcome<Entry>;
  /** Why a row is no data, where its first cell alone does not say so. */
  readonly ignored?: (row: MappedRow) => string | undefined;
  readonly lateWarnings?: () => readonly LateWarning[];
}

/** A parser that passes over totals and footers (D2) and refuses a row with an error in a cell (D3) before it judges. */
export function rowParser<Cells, Entry>({
  cellsOf,
  judge,
  ignored = ({ first }) => ignoredReason(first),
  lateWarnings = () => [],
}: Judging<Cells, Entry>): RowParser<Entry> {
  const parse = (row: MappedRow): RowOutcome<Entry> => {
    const reason = ignored(row);
    if (reason !== undefined) return { kind: 'ignored', reason };
    const reader = new RowReader(row);
    const cells = cellsOf(reader);
    return reader.error ?? judge(row, cells, reader.warnings);
  };
  return Object.assign(parse, { lateWarnings });
}
