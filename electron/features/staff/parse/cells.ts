import { oneWte } from '../../../core/wte.ts';
import { readBand } from '../../../imports/clean/bands.ts';
import { readDate } from '../../../imports/clean/dates.ts';
import { readFte } from '../../../imports/clean/fte.ts';
import { readPerson } from '../../../imports/clean/people.ts';
import { type Refused, refuse } from '../../../imports/clean/refuse.ts';
import { remember } from '../../../imports/clean/remember.ts';
import { cellText, textKey } from '../../../imports/clean/text.ts';
import type { Words } from '../../../imports/clean/words.ts';
import type { MappedRow } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';

/** How the rows of a list of staff are to be read. */
export interface StaffRowSettings {
  /** True where the workbook counts its days from 1 January 1904. */
  readonly date1904: boolean;
  /** The format's code words with the trust's own. */
  readonly words: Words;
  /** The fields that have a column in this file. */
  readonly columns: ReadonlySet<string>;
}

interface WhoCells {
  readonly employeeNumber: CellValue;
  readonly assignmentNumber: CellValue;
  readonly lastName: CellValue;
  readonly firstName: CellValue;
  readonly name: CellValue;
}

/** Person, assignment and name of a row (D7). The assignment number stands in for an employee number that is not given. */
export function readWho(row: MappedRow, columns: ReadonlySet<string>, cells: WhoCells) {
  const employee = readPerson(cells.employeeNumber);
  const assignment = readPerson(cells.assignmentNumber);
  const known = employee ?? assignment;
  if (known === undefined) {
    const field = columns.has('employeeNumber') ? 'employeeNumber' : 'assignmentNumber';
    return refuse(row, 'person_missing', field, cells[field], 'an employee number', '. Say who this row is about.');
  }
  const names = [cells.lastName, cells.firstName].map(cellText).filter((name) => name !== null);
  const name = names.length > 0 ? names.join(', ') : cellText(cells.name);
  return { person: known.person, assignment: (assignment ?? known).assignment, name };
}

const aDate = 'a date, the day first, such as 05/10/2026';

/** A reader of dates: null for an empty cell, which `needed` refuses. */
export function dateReader(date1904: boolean) {
  const dateOf = remember((cell) => readDate(cell, date1904));
  function read(row: MappedRow, field: string, cell: CellValue, needed: true): string | Refused;
  function read(row: MappedRow, field: string, cell: CellValue, needed: false): string | null | Refused;
  function read(row: MappedRow, field: string, cell: CellValue, needed: boolean): string | null | Refused {
    if (cell === null) {
      return needed ? refuse(row, 'date_invalid', field, cell, aDate, '. Give the date.') : null;
    }
    const message = 'is no date of the calendar, read with the day first.';
    return dateOf(cell) ?? refuse(row, 'date_invalid', field, cell, aDate, message);
  }
  return read;
}

/** Somebody works a little more than full time at most: what is higher is a percentage, or hours. */
const mostFte = 2 * oneWte;

/** FTE in hundred-thousandths. Bank staff without a number have none; for all others it must be given. */
export function readFteCell(row: MappedRow, cell: CellValue, isBank: boolean): number | Refused {
  if (cell === null && isBank) return 0;
  const fte = readFte(cell);
  const expected = 'an FTE, such as 0.8';
  if (fte === undefined) {
    const message = cell === null ? '. Give the FTE.' : 'is not a number.';
    return refuse(row, 'not_a_number', 'fte', cell, expected, message);
  }
  if (fte > mostFte) {
    const message = 'is more than 2, the most that one assignment can have. Is it a percentage, or hours?';
    return refuse(row, 'number_too_large', 'fte', cell, 'an FTE from 0 to 2', message);
  }
  return fte < 0 ? refuse(row, 'not_a_number', 'fte', cell, expected, 'is below 0.') : fte;
}

/** A reader of code words that keeps a word that it does not know as it stands; null for an empty cell. */
export function codeOrWord(words: Words, set: string): (cell: CellValue) => string | null {
  const known = words[set];
  return remember((cell) => {
    const text = cellText(cell);
    return text === null ? null : (known?.get(textKey(text)) ?? text);
  });
}

/** A code with its name behind it: "N2C - Midwife". */
const codeAndName = /^([A-Z0-9]{3})\s*(?:[-\u2013:|]|\s)\s*\S/u;

/** Occupation codes have three characters; a sheet that took 021 for a number shows 21. */
export function readOccupationCode(cell: CellValue): string | null {
  const text = cellText(cell);
  if (text === null) return null;
  const code = (codeAndName.exec(text)?.[1] ?? text).toUpperCase();
  return /^\d{1,2}$/.test(code) ? code.padStart(3, '0') : code;
}

/** The grade in words, and its band where it has one. "NHS|XR06|Review Body Band 6|" is "Review Body Band 6", Band 6. */
export function readPayGrade(cell: CellValue): { readonly payGrade: string | null; readonly band: string | null } {
  const text = cellText(cell);
  const parts = text?.split('|').map((part) => part.trim()) ?? [];
  const named = parts.length > 2 ? parts[2] : undefined;
  return { payGrade: named || text, band: readBand(cell) ?? null };
}
