import { writeFile } from 'node:fs/promises';
import type { ReturnDocument, TypedDifference } from '#contract';
import { undoInert } from '#contract';
import { HEADING_ROW } from '../../exports/sheet.ts';
import { isCellError } from '../../imports/workbook/cell.ts';
import { openFile } from '../../imports/workbook/open.ts';
import { returnWorkbook } from '../returns/workbook.ts';
import { type SheetRows, sheetsCompared, type SheetValue, typedDifferences } from './calculations/typed-differences.ts';

/**
 * What the sheets for people say otherwise than the return that the workbook carries: the workbook is made again from
 * that return, and both are read by the same reader. `path` is the received file.
 */
export async function readTyped(path: string, document: ReturnDocument): Promise<TypedDifference[]> {
  const madePath = `${path}-made`;
  await writeFile(madePath, await returnWorkbook(document), { mode: 0o600 });
  const [made, given] = [await readSheets(madePath), await readSheets(path)];
  return [...made].flatMap(([sheet, rows]) => {
    const typed = given.get(sheet);
    if (typed) return typedDifferences(document, sheet, rows, typed);
    return [{ place: `The sheet “${sheet}”`, made: 'there', typed: 'gone', path: [], value: null }];
  });
}

async function readSheets(path: string): Promise<Map<string, SheetRows>> {
  const file = await openFile(path);
  if (file.kind === 'refused') throw new Error(`A workbook that was read before is refused: ${file.message}`);
  try {
    const sheets = new Map<string, SheetRows>();
    for (const { index, name } of file.sheets.filter((sheet) => sheetsCompared.includes(sheet.name))) {
      const rows: SheetValue[][] = [];
      for await (const some of file.rows(index))
        for (const { row, values } of some) if (row >= HEADING_ROW) rows[row - HEADING_ROW] = values.map(plain);
      sheets.set(
        name,
        Array.from(rows, (row) => row ?? []),
      );
    }
    return sheets;
  } finally {
    await file.close();
  }
}

function plain(value: string | number | boolean | { error: string } | null): SheetValue {
  if (typeof value === 'string') return undoInert(value);
  if (typeof value === 'boolean') return String(value);
  return value !== null && isCellError(value) ? value.error : value;
}
