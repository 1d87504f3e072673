import type { PlanOwner } from '../../contract/reference.ts';
import { clean, ownerKeys, readHeading, readMark } from './columns.ts';
import type { OwnerMark, PlanColumns } from './columns.ts';
import { remark } from './remark.ts';
import type { PlanTableRemark } from './remark.ts';

/** A row that names a line, before it is judged. */
export interface PlanTableRow {
  readonly row: number;
  readonly reference: string;
  readonly wording: string;
  readonly marks: Readonly<Record<PlanOwner, { readonly mark: OwnerMark; readonly read: string }>>;
}

export interface IgnoredRow {
  readonly row: number;
  readonly reason: 'theme_or_objective' | 'heading_again' | 'no_reference';
}

export interface SortedRows {
  readonly named: readonly PlanTableRow[];
  readonly ignored: readonly IgnoredRow[];
  readonly problems: readonly PlanTableRemark[];
}

/** Sorts the filled rows below the heading row (whose number, from 1, is given) into lines, headings and problems. */
export function sortRows(
  rows: readonly (readonly string[])[],
  headingRow: number,
  firstColumns: PlanColumns,
): SortedRows {
  const named: PlanTableRow[] = [];
  const ignored: IgnoredRow[] = [];
  const problems: PlanTableRemark[] = [];
  let columns = firstColumns;
  for (const [index, uncleaned] of rows.entries()) {
    const row = index + 1;
    const cells = uncleaned.map(clean);
    if (row <= headingRow || cells.every((cell) => cell === '')) continue;
    const again = readHeading(cells);
    if (again.kind === 'columns') {
      // Tables printed over several pages or themes repeat their heading, and may change its order.
      columns = again.columns;
      ignored.push({ row, reason: 'heading_again' });
      continue;
    }
    const reference = cells[columns.reference] ?? '';
    const wording = cells[columns.wording] ?? '';
    const marks = readMarks(cells, columns);
    if (/^(theme|objective)\s*\d/iu.test(reference || wording)) ignored.push({ row, reason: 'theme_or_objective' });
    else if (reference !== '') named.push({ row, reference: bareReference(reference), wording, marks });
    else if (ownerKeys.some((owner) => marks[owner].mark === 'ticked')) problems.push(withoutReference(row));
    else ignored.push({ row, reason: 'no_reference' });
  }
  return { named, ignored, problems };
}

function readMarks(cells: readonly string[], columns: PlanColumns): PlanTableRow['marks'] {
  const markOf = (owner: PlanOwner) => {
    const read = cells[columns.owners[owner]] ?? '';
    return { mark: readMark(read), read };
  };
  return { trust: markOf('trust'), lmns: markOf('lmns'), nhse: markOf('nhse') };
}

function withoutReference(row: number): PlanTableRemark {
  return remark({
    code: 'reference_missing',
    row,
    column: 'reference',
    expected: 'a reference such as 4.12',
    message: `Row ${row} is ticked for an owner but has no reference, so it is not known which line it is.`,
  });
}

/** Spaces, a point at the end and a word such as "Ref" do not belong to a reference. */
function bareReference(cell: string): string {
  const [, objective, line] = /^(?:ref(?:erence)?\.?\s*)?(\d{1,2})\s?\.\s?(\d{1,2})\.?$/iu.exec(cell) ?? [];
  return objective === undefined ? cell : `${objective}.${line}`;
}
