import { basename } from 'node:path';
import type { Context } from '../../context.ts';
import type { PlanTableRemark } from '../../reference/plan-table.ts';
import { requireTrust } from '../organisation/trust.ts';
import { loadPlan } from './load-plan.ts';

/**
 * `import plan FILE --trust CODE`: loads the published wording, and answers in the shape of every import. A row with a
 * problem is refused; a remark without a row names lines that the table leaves out.
 */
export async function planForCommandLine(
  context: Context,
  { trust: code, path, dryRun }: { trust: string; path: string; dryRun: boolean },
) {
  const trust = requireTrust(context.database, code);
  const outcome = await loadPlan(context, trust, { path, fileName: basename(path), dryRun });
  if (outcome.kind === 'refused')
    return { outcome: 'refused', code: 'PLAN_UNREADABLE', message: outcome.message } as const;
  const { sheet, table } = outcome;
  const ofRows = table.problems.filter(({ row }) => row !== null);
  return {
    kind: 'plan',
    format: 'published table',
    sheet,
    headerRow: table.headingRow,
    rowsRead: table.rowsRead,
    accepted: table.lines.length,
    refused: ofRows.map(({ row, code: reason }) => ({ row, reason })),
    ignored: table.ignored,
    problems: ofRows.map(({ row, column, read, expected, message }) => ({
      sheet,
      row,
      column,
      read,
      expected,
      message,
    })),
    warnings: rowsByCode(table.warnings),
    remarks: [...table.problems, ...table.warnings].flatMap(({ row, code: remark, message }) =>
      row === null ? [{ code: remark, message }] : [],
    ),
    batch: null,
    alreadyImported: false,
  } as const;
}

function rowsByCode(remarks: readonly PlanTableRemark[]): Record<string, number[]> {
  const rows: Record<string, number[]> = {};
  for (const { code, row } of remarks) if (row !== null) (rows[code] ??= []).push(row);
  return rows;
}
