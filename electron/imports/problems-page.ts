import type { Context } from '../context.ts';
import { givenTo } from './filled-down.ts';
import type { FileInput } from './jobs.ts';
import { typedCell } from './kept-cell.ts';
import { problemsOfFile } from './preview.ts';
import { isRefusal } from './refusal.ts';
import type { Run } from './run.ts';

interface Page {
  /** Key of a group of problems; null for all of them. */
  readonly group: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the rows with problems, as the screens show them. Throws Cancelled. */
export async function problemsPage(
  context: Context,
  { trustId, file, mapping, group, offset, limit }: FileInput & Page,
  run: Run,
) {
  const found = await problemsOfFile(context, trustId, file, mapping, group, run);
  if (isRefusal(found)) return found;
  const rows = found.rows.slice(offset, offset + limit).map(({ cells, ...row }) => ({
    ...row,
    column: row.field === null ? null : (found.columns.get(row.field) ?? row.field),
    cells: cells.map((cell) => typedCell(cell, found.date1904)),
    given: givenTo(found.filled, row.row).map(({ field, from }) => ({
      column: found.columns.get(field) ?? field,
      from,
    })),
  }));
  return { total: found.rows.length, headings: found.headings, rows };
}
