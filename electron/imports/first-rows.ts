import type { FirstRows, Mapping } from '#contract';
import type { Database } from '../database/database.ts';
import { headingsKey } from './mapping.ts';
import { asShown } from './as-shown.ts';
import { columnsUnderRow } from './recognise/columns.ts';
import { headingsWithin, isFilled, type SheetHead } from './recognise/headings.ts';
import { listMappings } from './remembered.ts';
import type { SheetRow } from './workbook/cell.ts';

/** So many rows, and so many letters of each, are enough to know the headings by. */
const [ROWS, LETTERS] = [15, 120];

/** Sheets that hold something, by their first rows: for a person who is asked what a file is whose headings are not known. */
export function firstRowsOf(heads: readonly SheetHead[], date1904: boolean): FirstRows[] {
  return heads.flatMap(({ name, rows }) => {
    const filled = rows.filter(isFilled).slice(0, ROWS);
    if (filled.length === 0) return [];
    const most = Math.max(...filled.map(wordsIn));
    // Headings are words in nearly every column; a row of values has days and numbers among them, a title stands alone.
    const likely = filled.find((row) => wordsIn(row) * 5 >= most * 4) ?? filled[0]!;
    return [{ name, rows: filled.map((row) => ({ row: row.row, text: textOf(row, date1904) })), likely: likely.row }];
  });
}

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

/** What a person said of an earlier file with the same headings, none of which is known by itself: its kind and where they stand. */
export function saidBefore(
  database: Database,
  trustId: number,
  heads: readonly SheetHead[],
): Pick<Mapping, 'kind' | 'sheet' | 'headerRow'> | undefined {
  const kinds = new Map(listMappings(database, trustId).map(({ headings, kind }) => [headings, kind]));
  for (const { name, rows } of heads) {
    for (const row of rows) {
      if (row.row > headingsWithin) break;
      const headings = headingsKey(columnsUnderRow(row));
      const kind = headings === '' ? undefined : kinds.get(headings);
      if (kind !== undefined) return { kind, sheet: name, headerRow: row.row };
    }
  }
  return undefined;
}
