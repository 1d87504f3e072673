import { basename } from 'node:path';
import { ORPCError } from '@orpc/server';
import type { Context } from '../../context.ts';
import type { PlanTableRemark } from '../../reference/plan-table.ts';
import { requireTrust } from '../organisation/trust.ts';
import { loadPlan } from './load-plan.ts';

/**
 * `import plan FILE --trust CODE`: loads the published wording, and answers in the shape of every import. A row with a
 * problem is refused; a remark without a row names lines that the table leaves out.
 */
export async function importPlan(context: Context, { trust: code, path, dryRun }: { trust: string; path: string; dryRun: boolean }) {
  const trust = requireTrust(context.database, code);
  const outcome = await loadPlan(context, trust, { path, fileName: basename(path), dryRun });
  if (outcome.kind === 'refused') throw new ORPCError('PLAN_UNREADABLE', { status: 422, message: outcome.message });
  const { sheet, table } = outcome;
  const said = ({ row, column, read, expected, message }: PlanTableRemark) => ({ sheet, row, column, read, expected, message });
  return {
    kind: 'plan',
    format: 'published table',
    sheet,
    headerRow: table.headingRow,
    rowsRead: table.rowsRead,
    accepted: table.lines.length,
    refused: table.problems.flatMap(({ row, code: reason }) => (row === null ? [] : [{ row, reason }])),
    ignored: table.ignored,
    problems: table.problems.filter(({ row }) => row !== null).map(said),
    warnings: rowsByCode(table.warnings),
    remarks: [...table.problems, ...table.warnings].flatMap(({ row, code, message }) => (row === null ? [{ code, message }] : [])),
    batch: null,
    alreadyImported: false,
  };
}

function rowsByCode(remarks: readonly PlanTableRemark[]): Record<string, number[]> {
  const rows: Record<string, number[]> = {};
  for (const { code, row } of remarks) if (row !== null) (rows[code] ??= []).push(row);
  return rows;
}
