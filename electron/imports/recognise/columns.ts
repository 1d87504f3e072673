import { headingKey } from '../clean/text.ts';
import type { CellValue, SheetRow } from '../workbook/cell.ts';
import { isCellError } from '../workbook/cell.ts';

/** A column of a file under its heading, which may stand in one row or in two. */
export interface Column {
  /** From 0. */
  readonly place: number;
  /** As a message shows it: "Start", or "Actual: Start" under a group; '' where there is none. */
  readonly heading: string;
  /** Key of the heading behind its group's, by which it is matched first. */
  readonly full: string;
  /** Key of the heading without its group's, or without the month that it names; undefined where it has neither. */
  readonly bare?: string;
  /** The heading of its group and its own, where there are two. */
  readonly group?: string;
  readonly below?: string;
}

/** What headings are matched by: blind to case, spaces and punctuation. */
export function matchKey(text: string): string {
  return headingKey(text).replaceAll(' ', '');
}

/** "A" for place 0, "AB" for 27: as a spreadsheet names its columns. */
export function columnLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnLetter(Math.floor(place / 26) - 1) + last;
}

/** The place of a column letter: 0 for "A". */
export function placeOfLetter(letter: string): number {
  return [...letter.toUpperCase()].reduce((place, character) => place * 26 + character.charCodeAt(0) - 64, 0) - 1;
}

/** A longer text is none: so much of it is shown. */
const longestHeading = 300;

function headingOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined || isCellError(cell)) return '';
  return String(cell).slice(0, longestHeading).replace(/\s+/gu, ' ').trim();
}

/** A month with or without its year ("Oct-26", "October 2026"), a month of the year in numbers ("10/2026") or a ledger's ("M07"). */
const namedMonth =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b[\s'’.-]*(?:(?:20)?\d\d\b)?|\b(?:0?[1-9]|1[0-2])\/(?:20)?\d\d\b|\b(?:month|m)\s?(?:0?[1-9]|1[0-2])\b/giu;

/** The columns under one row of headings. */
export function columnsUnderRow({ values }: SheetRow): Column[] {
  return values.map((cell, place) => {
    const heading = headingOf(cell);
    const full = matchKey(heading);
    const bare = matchKey(heading.replace(namedMonth, ' '));
    return { place, heading, full, ...(bare !== full && bare !== '' && { bare }) };
  });
}

/**
 * The columns under two rows of headings. A group's heading stands in the upper row, once or over each of its columns,
 * and is carried to the right over blanks; a heading that spans both rows stands in the upper or in the lower one.
 */
export function columnsUnderTwoRows(upper: SheetRow, lower: SheetRow): Column[] {
  const columns: Column[] = [];
  let group = '';
  for (let place = 0; place < Math.max(upper.values.length, lower.values.length); place++) {
    const above = headingOf(upper.values[place]);
    const below = headingOf(lower.values[place]);
    if (above !== '') group = above;
    if (below === '' || matchKey(above) === matchKey(below)) {
      columns.push({ place, heading: above, full: matchKey(above) });
    } else if (group === '') {
      columns.push({ place, heading: below, full: matchKey(below) });
    } else {
      const heading = `${group}: ${below}`;
      columns.push({ place, heading, full: matchKey(`${group} ${below}`), bare: matchKey(below), group, below });
    }
  }
  return columns;
}
