import type { DeliveryPlan } from '../contract/reference.ts';
import { clean, publishedHeadings, readHeading } from './plan-table/columns.ts';
import type { PlanColumns } from './plan-table/columns.ts';
import { judge } from './plan-table/judge.ts';
import type { PlanTableLine } from './plan-table/judge.ts';
import { remark } from './plan-table/remark.ts';
import type { PlanTableRemark } from './plan-table/remark.ts';
import { sortRows } from './plan-table/rows.ts';
import type { IgnoredRow, PlanTableRow } from './plan-table/rows.ts';
import { tellTenthsApart } from './plan-table/tenths.ts';

export type { PlanTableLine, PlanTableRemark };

/**
 * What a table of the plan holds. Each of `rowsRead` rows below the heading is a line, is ignored, or has one problem;
 * one more problem, without a row, names the lines of the plan that are nowhere in the table.
 */
export interface PlanTable {
  readonly headingRow: number | null;
  readonly rowsRead: number;
  readonly lines: readonly PlanTableLine[];
  readonly ignored: readonly IgnoredRow[];
  readonly problems: readonly PlanTableRemark[];
  readonly warnings: readonly PlanTableRemark[];
}

type Plan = Pick<DeliveryPlan, 'lines'>;

/**
 * Reads a table of the delivery plan as it was published: rows of cells as text, `rows[0]` being row 1, blank rows
 * included. Title rows, theme and objective headings (there or not), extra columns and columns in another order are
 * all right. Nothing is thrown: what cannot be used is a problem in words, what can be but looks wrong is a warning.
 */
export function readPlanTable(rows: readonly (readonly string[])[], plan: Plan): PlanTable {
  const heading = findHeading(rows);
  if ('problem' in heading) {
    return { headingRow: null, rowsRead: 0, lines: [], ignored: [], problems: [heading.problem], warnings: [] };
  }
  const { named, ignored, problems: unnamed } = sortRows(rows, heading.row, heading.columns);
  const mended = tellTenthsApart(named, plan.lines);
  const lines = new Map<string, PlanTableLine>();
  const problems = [...unnamed];
  for (const row of mended.rows) {
    const judgement = judge(row, plan, lines);
    if ('line' in judgement) lines.set(row.reference, judgement.line);
    else problems.push(judgement.problem);
  }
  problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  const all = [...lines.values()];
  return {
    headingRow: heading.row,
    rowsRead: named.length + ignored.length + unnamed.length,
    lines: all,
    ignored,
    problems: [...problems, ...linesMissing(mended.rows, plan)],
    warnings: [...mended.warnings, ...ownersThatDiffer(all, plan)],
  };
}

/** The first row that has all columns; a row that has only some of them explains the refusal. */
function findHeading(
  rows: readonly (readonly string[])[],
): { readonly row: number; readonly columns: PlanColumns } | { readonly problem: PlanTableRemark } {
  const expected = `a row with the headings ${Object.values(publishedHeadings).join(', ')}`;
  let problem: PlanTableRemark | null = null;
  for (const [index, cells] of rows.entries()) {
    const row = index + 1;
    const heading = readHeading(cells);
    if (heading.kind === 'columns') return { row, columns: heading.columns };
    if (heading.kind === 'none') continue;
    const message = `The heading row (row ${row}) has no column for ${heading.missing.join(', ')}. Add the heading and load the file again.`;
    problem ??= remark({ code: 'column_missing', row, read: cells.map(clean).join(' | '), expected, message });
  }
  const message = `No heading row was found. Expected ${expected}.`;
  return { problem: problem ?? remark({ code: 'heading_missing', row: null, expected, message }) };
}

function linesMissing(rows: readonly PlanTableRow[], plan: Plan): PlanTableRemark[] {
  const there = new Set(rows.map(({ reference }) => reference));
  const missing = plan.lines.map(({ reference }) => reference).filter((reference) => !there.has(reference));
  if (missing.length === 0) return [];
  const some =
    missing.length > 12 ? `${missing.slice(0, 12).join(', ')} and ${missing.length - 12} more` : missing.join(', ');
  const message = `${missing.length === 1 ? '1 line of the plan is' : `${missing.length} lines of the plan are`} not in this table: ${some}.`;
  return [
    remark({
      code: 'lines_missing',
      row: null,
      expected: `all ${plan.lines.length} lines`,
      message,
      references: missing,
    }),
  ];
}

function ownersThatDiffer(lines: readonly PlanTableLine[], plan: Plan): PlanTableRemark[] {
  return lines.flatMap(({ row, reference, owner }) => {
    const ours = plan.lines.find((line) => line.reference === reference)?.owner ?? owner;
    if (ours === owner) return [];
    const read = publishedHeadings[owner];
    const expected = publishedHeadings[ours];
    const message = `Row ${row}, line ${reference}: this table ticks ${read}, but the plan that came with the planner has ${expected}.`;
    return [remark({ code: 'owner_differs', row, column: owner, read, expected, message, references: [reference] })];
  });
}
