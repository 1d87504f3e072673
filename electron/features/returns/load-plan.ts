import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { FileRefusalError, type OpenedFile, openFile } from '../../imports/workbook/open.ts';
import { type PlanTable, readPlanTable } from '../../reference/plan-table.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { replaceWording } from './repository.ts';

/** What was loaded and from which sheet, or why nothing was. */
export type PlanLoading =
  | { readonly kind: 'loaded'; readonly sheet: string; readonly table: PlanTable }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Takes the published wording from a trust's own copy of the plan's table (a workbook, or tab-separated text) as one
 * named change; wording loaded before is replaced. Rows that cannot be used are left out and named in the table's
 * problems. `dryRun` reads and changes nothing.
 */
export async function loadPlan(
  context: Context,
  trust: TrustRow,
  { path, fileName, dryRun = false }: { path: string; fileName: string; dryRun?: boolean },
): Promise<PlanLoading> {
  const { database, now, reference } = context;
  const reading = await readTable(path, reference.plan);
  if (reading.kind === 'refused') return reading;
  const { lines, problems } = reading.table;
  if (!lines.length) {
    const why = problems.map(({ message }) => message).join(' ') || 'The table has no line of the plan.';
    return { kind: 'refused', message: `${why} Nothing was changed.` };
  }
  if (!dryRun)
    recordChange(database, { trustId: trust.id, label: `Load the published plan from ${fileName}`, at: now() }, () =>
      replaceWording(database, trust.id, fileName, lines),
    );
  return reading;
}

/** The sheet that holds the most lines of the plan; where none holds any, what is wrong with the first. */
async function readTable(path: string, plan: Context['reference']['plan']): Promise<PlanLoading> {
  const file = await openFile(path);
  if (file.kind === 'refused') return { kind: 'refused', message: file.message };
  try {
    let best: { sheet: string; table: PlanTable } | undefined;
    for (const sheet of file.sheets) {
      if (sheet.hidden) continue;
      const table = readPlanTable(await cellsOf(file, sheet.index), plan);
      if (best === undefined || table.lines.length > best.table.lines.length) best = { sheet: sheet.name, table };
    }
    return best ? { kind: 'loaded', ...best } : { kind: 'refused', message: 'The file has no sheet in view.' };
  } catch (error) {
    if (error instanceof FileRefusalError) return { kind: 'refused', message: error.refusal.message };
    throw error;
  } finally {
    await file.close();
  }
}

/** More rows than a table of 126 lines could have. */
const MOST_ROWS = 5000;

async function cellsOf(file: OpenedFile, sheet: number): Promise<string[][]> {
  const cells: string[][] = [];
  for await (const rows of file.rows(sheet))
    for (const { row, values } of rows) {
      if (row > MOST_ROWS) return cells;
      while (cells.length < row) cells.push([]);
      cells[row - 1] = values.map((value) =>
        typeof value === 'string' || typeof value === 'number' ? String(value) : '',
      );
    }
  return cells;
}
