import type { PlanLine } from '../../contract/reference.ts';
import { remark } from './remark.ts';
import type { PlanTableRemark } from './remark.ts';
import type { PlanTableRow } from './rows.ts';

/**
 * Tells 4.10 from 4.1 where a spreadsheet kept references as numbers and so lost the last nought. Where 4.1 stands
 * in two rows and 4.10 in none, the row that is ticked as the plan ticks 4.10, and not as it ticks 4.1, is 4.10; where
 * ticks do not tell, nothing is guessed. Each mended row is warned of.
 */
export function tellTenthsApart(
  rows: readonly PlanTableRow[],
  lines: readonly PlanLine[],
): { readonly rows: readonly PlanTableRow[]; readonly warnings: readonly PlanTableRemark[] } {
  const mended = new Map<PlanTableRow, string>();
  for (const { reference: tenth, owner } of lines.filter(({ reference }) => reference.endsWith('.10'))) {
    const short = tenth.slice(0, -1);
    const first = lines.find(({ reference }) => reference === short);
    const both = rows.filter(({ reference }) => reference === short);
    if (first === undefined || both.length !== 2 || rows.some(({ reference }) => reference === tenth)) continue;
    const [row, other] = both.filter(
      ({ marks }) => marks[owner].mark === 'ticked' && first.owner !== owner && marks[first.owner].mark !== 'ticked',
    );
    if (row !== undefined && other === undefined) mended.set(row, tenth);
  }
  return {
    rows: rows.map((row) => ({ ...row, reference: mended.get(row) ?? row.reference })),
    warnings: [...mended].map(([{ row, reference }, tenth]) =>
      remark({
        code: 'reference_mended',
        row,
        column: 'reference',
        read: reference,
        expected: tenth,
        message: `Row ${row}: read as line ${tenth}. It says ${reference}, as another row does; a spreadsheet drops the last nought of a number.`,
        references: [tenth],
      }),
    ),
  };
}
