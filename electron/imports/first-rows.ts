import type { FirstRows, Mapping } from '#contract';
import type { Database } from '../database/database.ts';
import { headingsKey } from './mapping.ts';
import { asShown } from './as-shown.ts';
import { columnsUnderRow, columnsUnderTwoRows } from './recognise/columns.ts';
import { headingsWithin, isFilled, type Reading, type SheetHead } from './recognise/headings.ts';
import { listMappings } from './remembered.ts';
import type { SheetRow } from './workbook/cell.ts';

/** So many rows, and so many letters of each, are enough to know the headings by. */
const [ROWS, LETTERS] = [15, 120];

/**
 * Sheets that hold something, by their first rows, for a person who says what a file is; of the sheet that is read with the
 * row of its headings, wherever that is.
 */
export function firstRowsOf(heads: readonly SheetHead[], date1904: boolean, read?: RowOfHeadings): FirstRows[] {
  return heads.flatMap(({ name, rows }) => {
    const isRead = ({ row }: SheetRow) => read?.sheet.name === name && row === read.headerRow;
    const all = rows.filter(isFilled);
    const filled = all.filter((row, at) => at < ROWS || isRead(row));
    if (filled.length === 0) return [];
    const most = Math.max(...filled.map(wordsIn));
    // Headings are words in nearly every column; a row of values has days and numbers among them, a title stands alone.
    const likely = filled.find(isRead) ?? filled.find((row) => wordsIn(row) * 5 >= most * 4) ?? filled[0]!;
    return [{ name, rows: filled.map((row) => ({ row: row.row, text: textOf(row, date1904) })), likely: likely.row }];
  });
}

type RowOfHeadings = Pick<Reading, 'sheet' | 'headerRow'>;

const wordsIn = ({ values }: SheetRow) =>
  values.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length;

function textOf(row: SheetRow, date1904: boolean): string {
  const text = row.values
    .flatMap((cell, place) =>
      cell === null ? [] : [asShown(cell, row.kindOf(place), date1904).replace(/\s+/g, ' ').trim()],
    )
    .filter(Boolean)
    .join(' · ');
  return text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text;
}

type Said = Pick<Mapping, 'kind' | 'sheet' | 'headerRow'>;

/**
 * What a person said of an earlier file with the same headings: its kind and where they stand. Of headings that are
 * known by themselves only what was said against that counts; of others, also what was pointed out in them.
 */
export function saidBefore(
  database: Database,
  trustId: number,
  heads: readonly SheetHead[],
  { sheet, headerRow }: Pick<Mapping, 'sheet' | 'headerRow'>,
  areKnown: boolean,
): Said | undefined {
  const remembered = listMappings(database, trustId).map((row) => ({
    ...row,
    isSaid: (JSON.parse(row.mapping) as Mapping).kind !== undefined,
  }));
  const kindOf = (headings: string) => {
    const found = remembered.filter((one) => one.headings === headings);
    return found.find(({ isSaid }) => isSaid) ?? (areKnown ? undefined : found.at(-1));
  };
  for (const { name, rows } of heads) {
    if (sheet !== undefined && name !== sheet) continue;
    for (const [at, row] of rows.entries()) {
      if (row.row > headingsWithin) break;
      if (headerRow !== undefined && row.row !== headerRow) continue;
      const above = rows[at - 1];
      const both = above?.row === row.row - 1 ? [columnsUnderTwoRows(above, row)] : [];
      for (const columns of [columnsUnderRow(row), ...both]) {
        const headings = headingsKey(columns);
        const kind = headings === '' ? undefined : kindOf(headings)?.kind;
        if (kind !== undefined) return { kind, sheet: name, headerRow: row.row };
      }
    }
  }
  return undefined;
}
