import type { ImportFormat } from '../formats.ts';
import type { SheetRow } from '../workbook/cell.ts';
import { type Column, columnsUnderRow, columnsUnderTwoRows } from './columns.ts';
import { filledCells } from './shape.ts';
import { type Fit, fitLayout, headingKeysOf } from './fit.ts';
import { fitCounts } from './counts.ts';
import { fitMatrix } from './matrix.ts';

/** The first rows of a visible sheet. */
export interface SheetHead {
  readonly index: number;
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** One way to read a sheet: these rows are its headings, and it is a file of this layout. */
export interface Reading extends Fit {
  readonly sheet: SheetHead;
  /** The last row of headings; the rows below it are the file's rows. */
  readonly headerRow: number;
  readonly headingRows: 1 | 2;
  readonly columns: readonly Column[];
  /** False where no row with a value stands below the headings. */
  readonly hasRows: boolean;
}

/** Headings are looked for in so many rows: titles and prompts above them are few. */
export const headingsWithin = 60;

export function isFilled({ values }: SheetRow): boolean {
  return values.some((cell) => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''));
}

/** Tells whether a column is filled in at least half of some rows. */
function fillOf(rows: readonly SheetRow[]): (place: number) => boolean {
  const known = new Map<number, boolean>();
  return (place) => {
    let filled = known.get(place);
    if (filled === undefined) known.set(place, (filled = filledCells(rows, place).length * 2 >= rows.length));
    return filled;
  };
}

/** No row with fewer headings that are known can be the headings of anything: nearly all rows of data are passed over so. */
const fewestHeadings = 3;

function knownHeadings(formats: readonly ImportFormat[]): (key: string) => boolean {
  const known = formats.flatMap(({ layouts }) => layouts.map(headingKeysOf));
  return (key) => known.some((keys) => keys.has(key));
}

/** What a person has said, and the day of the import. */
export interface Said {
  readonly headerRow?: number | undefined;
  /** Key of a layout. */
  readonly format?: string | undefined;
  readonly kind?: string | undefined;
  readonly today: string;
}

/** The best reading of a sheet as each of the formats, where at least one heading is known; two where only a person can tell. */
export function readingsOf(
  sheet: SheetHead,
  formats: readonly ImportFormat[],
  { headerRow, format: said, kind, today }: Said,
): Reading[] {
  const rows = sheet.rows.filter(isFilled);
  const best = new Map<string, Reading[]>();
  const isHeading = knownHeadings(formats);
  for (const [index, row] of rows.entries()) {
    if (headerRow === undefined ? row.row > headingsWithin : row.row !== headerRow) continue;
    const above = rows[index - 1];
    const found = [{ headingRows: 1 as const, columns: columnsUnderRow(row) }];
    const both =
      above?.row === row.row - 1 ? [{ headingRows: 2 as const, columns: columnsUnderTwoRows(above, row) }] : [];
    const below = rows.slice(index + 1);
    const isFilledBelow = fillOf(below);
    for (const headings of [...found, ...both]) {
      const known = headings.columns.filter(({ full, bare }) => isHeading(full) || isHeading(bare ?? '')).length;
      const isRow = headerRow !== undefined || known >= fewestHeadings;
      if (!isRow && known === 0) continue;
      const lines = [sheet.name, ...rows.slice(0, index + 1 - headings.headingRows).map(textOf)];
      for (const format of formats) {
        for (const layout of format.layouts) {
          if (!isRow && !layout.matrix && !layout.counts) continue;
          const plain = fitLayout(format, layout, headings.columns, isFilledBelow);
          const around = {
            below,
            lines,
            today,
            isSaid: said === layout.key ? ('layout' as const) : kind === undefined ? null : ('kind' as const),
          };
          const fit = layout.matrix
            ? fitMatrix(plain, headings.columns, around)
            : layout.counts
              ? fitCounts(plain, headings.columns, below)
              : plain;
          if (fit === undefined) continue;
          const reading = { ...fit, ...headings, sheet, headerRow: row.row, hasRows: below.length > 0 };
          best.set(format.kind, withBest(best.get(format.kind) ?? [], reading));
        }
      }
    }
  }
  return [...best.values()].flat().filter(({ fields }) => fields.size > 0 || headerRow !== undefined);
}

/** Titles are short: of a longer text so much is looked at. */
const enoughOfTitle = 300;

function textOf({ values }: SheetRow): string {
  return values.flatMap((cell) => (typeof cell === 'string' ? [cell.slice(0, enoughOfTitle)] : [])).join(' ');
}

/** The better of two readings; both where they differ only in what the dates of a matrix are. */
function withBest(known: readonly Reading[], reading: Reading): Reading[] {
  const [first] = known;
  if (first === undefined || isBetter(reading, first)) return [reading];
  const isTwin =
    reading.layout.matrix &&
    first.layout.matrix &&
    reading.complete &&
    first.complete &&
    reading.headerRow === first.headerRow &&
    reading.headingRows === first.headingRows &&
    reading.layout.key !== first.layout.key &&
    strength(reading) === strength(first);
  return isTwin ? [...known, reading] : [...known];
}

/** How many headings a reading explains; a heading that two columns have explains nothing yet. */
export function strength({ fields, doubtful }: Fit): number {
  return fields.size - doubtful.size;
}

function isBetter(reading: Reading, known: Reading): boolean {
  if (reading.complete !== known.complete) return reading.complete;
  return strength(reading) > strength(known);
}
