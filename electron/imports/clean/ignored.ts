import type { CellValue } from '../workbook/cell.ts';

const totals = /^\s*(?:(?:grand\s+)?total|overall)/i;
/** "Sub-total midwives", and "Delivery Suite Total" as a pivot table says it. */
const subtotal = /^\s*sub[\s-]*total|\btotals?\s*:?\s*$/i;
const footer = /^\s*(?:report|printed|end\s+of\s+report)/i;

/** True for a cell that names a sum of other rows, in whatever words: where a row needs little else to be counted. */
export function isTotal(cell: CellValue): boolean {
  return typeof cell === 'string' && (totals.test(cell) || subtotal.test(cell));
}

/** Why a row that starts with this cell is no data (D2): a row of totals or a footer. Undefined for a row of data. */
export function ignoredReason(first: CellValue): 'totals_row' | 'footer_row' | undefined {
  if (typeof first !== 'string') return undefined;
  if (totals.test(first)) return 'totals_row';
  return footer.test(first) ? 'footer_row' : undefined;
}
