import type { CellValue } from '../workbook/cell.ts';

const totals = /^\s*(?:(?:grand\s+)?total|overall)/i;
const footer = /^\s*(?:report|printed|end\s+of\s+report)/i;

/** Why a row that starts with this cell is no data (D2): a row of totals or a footer. Undefined for a row of data. */
export function ignoredReason(first: CellValue): 'totals_row' | 'footer_row' | undefined {
  if (typeof first !== 'string') return undefined;
  if (totals.test(first)) return 'totals_row';
  return footer.test(first) ? 'footer_row' : undefined;
}
