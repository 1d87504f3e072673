import type { MeasureDefinition } from '#contract';
import { undoInert } from '#contract';
import { readDate } from '../../../imports/clean/dates.ts';
import { isCellError } from '../../../imports/workbook/cell.ts';
import { FileRefusalError, openFile } from '../../../imports/workbook/open.ts';
import { sheetNames } from './layout.ts';

/** What is wrong with a cell, and where it is. */
export interface BlankProblem {
  /** Such as "Lines D7". */
  readonly place: string;
  readonly message: string;
}

type Cell = string | number | null;
type Sheets = ReadonlyMap<string, { readonly date1904: boolean; at(row: number, column: number): Cell }>;

/** The cells of a filled-in workbook, each read as what it is to be; what cannot be is noted. */
export class BlankCells {
  readonly problems: BlankProblem[] = [];
  readonly #sheets: Sheets;

  constructor(sheets: Sheets) {
    this.#sheets = sheets;
  }

  has(sheet: string): boolean {
    return this.#sheets.has(sheet);
  }

  at(sheet: string, row: number, column: number): Cell {
    return this.#sheets.get(sheet)?.at(row, column) ?? null;
  }

  text(sheet: string, row: number, column: number, limit: number): string {
    const value = this.at(sheet, row, column);
    const text = value === null ? '' : String(value).trim();
    if (text.length <= limit) return text;
    this.wrong(sheet, row, column, `The text has ${text.length} characters; ${limit} are the most.`);
    return text.slice(0, limit);
  }

  day(sheet: string, row: number, column: number): string | null {
    const value = this.at(sheet, row, column);
    if (value === null || value === '') return null;
    const day = readDate(value, this.#sheets.get(sheet)?.date1904 === true);
    if (day === undefined || day < '2000-01-01' || day > '2099-12-31') {
      this.wrong(sheet, row, column, `“${value}” is no date. Enter one such as 30/09/2026.`);
      return null;
    }
    return day;
  }

  number(sheet: string, row: number, column: number): number | null {
    const value = this.at(sheet, row, column);
    if (value === null || value === '') return null;
    const number = typeof value === 'number' ? value : Number(value.replace(/,/g, '').trim() || 'x');
    if (Number.isFinite(number)) return number;
    this.wrong(sheet, row, column, `“${value}” is no number.`);
    return null;
  }

  wte(sheet: string, row: number, column: number): number | null {
    const number = this.number(sheet, row, column);
    if (number === null) return null;
    if (number < 0 || number > 9999) {
      this.wrong(sheet, row, column, `${number} is no number of whole-time equivalents from 0 to 9,999.`);
      return null;
    }
    return Math.round(number * 100_000);
  }

  amount(sheet: string, row: number, column: number, unit: MeasureDefinition['unit']): number | null {
    const number = this.number(sheet, row, column);
    if (number === null) return null;
    return Math.round(unit === 'wte' ? number * 100_000 : unit === 'minutes' ? number * 60 : number);
  }

  wrong(sheet: string, row: number, column: number, message: string): void {
    this.problems.push({ place: `${sheet} ${String.fromCharCode(64 + column)}${row}`, message });
  }
}

/** The sheets of a blank workbook; none of any other file. */
export async function readSheets(path: string): Promise<Sheets> {
  const file = await openFile(path);
  const sheets = new Map<string, { date1904: boolean; at(row: number, column: number): Cell }>();
  if (file.kind === 'refused') return sheets;
  try {
    if (!file.sheets.some(({ name }) => name === sheetNames.mark)) return sheets;
    for (const { index, name } of file.sheets) {
      const rows = new Map<number, readonly Cell[]>();
      for await (const some of file.rows(index)) for (const { row, values } of some) rows.set(row, values.map(plain));
      sheets.set(name, { date1904: file.date1904, at: (row, column) => rows.get(row)?.[column - 1] ?? null });
    }
    return sheets;
  } catch (error) {
    if (error instanceof FileRefusalError) return new Map();
    throw error;
  } finally {
    await file.close();
  }
}

function plain(value: string | number | boolean | { error: string } | null): Cell {
  if (typeof value === 'string') return undoInert(value);
  if (typeof value === 'boolean') return String(value);
  return value !== null && isCellError(value) ? value.error : value;
}
