import type { CellValue } from '../workbook/cell.ts';

/** A file repeats its dates, times and words thousands of times; more different ones than this are read anew each time. */
const most = 20_000;

/** The same reader, but one that reads each different text or number of a file once. */
export function remember<Result>(read: (cell: CellValue) => Result): (cell: CellValue) => Result {
  const known = new Map<CellValue, Result>();
  return (cell) => {
    let result = known.get(cell);
    if (result === undefined && !known.has(cell)) {
      result = read(cell);
      if (known.size < most) known.set(cell, result);
    }
    return result as Result;
  };
}
