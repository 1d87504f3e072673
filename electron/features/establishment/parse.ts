import type { EstablishmentCells, EstablishmentField } from '#contract';
import { dateInWords } from '../../core/dates.ts';
import { formatWte, oneWte, parseWte } from '../../core/wte.ts';
import { readDate } from '../../imports/clean/dates.ts';
import { cleanText } from '../../imports/clean/text.ts';

type CellValue = EstablishmentCells[EstablishmentField];

/** What the text of a cell means for its field, or what is wrong with it. */
export type CellReading =
  | { readonly kind: 'read'; readonly value: CellValue }
  | { readonly kind: 'problem'; readonly expected: string; readonly message: string };

/** The cells of a line by the names that a person knows them by. */
export const fieldNames: Record<EstablishmentField, string> = {
  required: 'Required',
  funded: 'Funded',
  inPost: 'In post',
  requiredTool: 'Tool',
  requiredSource: 'Source',
  requiredDate: 'Date of the requirement',
};

const highestWte = 10_000 * oneWte;
const unknownWords = new Set(['', '-', '–', '−', '?', 'not known', 'unknown', 'n/k']);
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const wteExpected = 'a number such as 12.34, or blank for not known';
const dateExpected = 'a date such as 14 March 2025, or blank for not known';

/** Reads a cell as typed or pasted. Blank is "not known" (null); a figure is WTE in hundred-thousandths. */
export function readCell(field: EstablishmentField, text: string): CellReading {
  const clean = cleanText(text);
  if (unknownWords.has(clean.toLowerCase())) return { kind: 'read', value: null };
  if (field === 'requiredDate') return readRequirementDate(clean);
  if (field === 'requiredTool' || field === 'requiredSource') return readWording(clean);
  return readWte(clean);
}

/** A value as a person reads it: WTE with two to five decimals, as many as were entered; a date in words. */
export function cellInWords(field: EstablishmentField, value: CellValue): string {
  if (value === null) return 'not known';
  if (typeof value === 'number') return formatWte(value, 5).replace(/0{1,3}$/, '');
  return field === 'requiredDate' ? dateInWords(value) : value;
}

function readWte(clean: string): CellReading {
  const number = clean.replace(/\s?wte$/i, '').replace(/^[−–](?=[\d.])/u, '-');
  const value = parseWte(grouped.test(number) ? number.replaceAll(',', '') : number);
  if (value === undefined)
    return problem(
      wteExpected,
      `“${shortened(clean)}” is not a number. Enter WTE such as 12.34, or leave it blank if it is not known.`,
    );
  if (value < 0) return problem(wteExpected, `“${clean}” is below 0. Enter 0 or more: the gap shows what is over.`);
  if (value >= highestWte) return problem(wteExpected, `“${clean}” is too high. Enter WTE, below 10,000.`);
  return { kind: 'read', value };
}

function readRequirementDate(clean: string): CellReading {
  const value = readDate(clean, false);
  if (value === undefined || value < '2000-01-01' || value > '2099-12-31')
    return problem(
      dateExpected,
      `“${shortened(clean)}” is not a date from 2000 on. Enter day, month and year, such as 14 March 2025.`,
    );
  return { kind: 'read', value };
}

function readWording(clean: string): CellReading {
  return clean.length > 200
    ? problem('200 characters or fewer', `This has ${clean.length} characters. Use 200 or fewer.`)
    : { kind: 'read', value: clean };
}

const problem = (expected: string, message: string): CellReading => ({ kind: 'problem', expected, message });

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
