import type { CellValue } from '../workbook/cell.ts';
import { cellText } from './text.ts';

/** Somebody with an employee number (D7). */
export interface PersonNumber {
  /** Employee number: eight digits, without the suffix of an assignment. */
  readonly person: string;
  /** The number with its suffix, as the assignment is known: '13387406-2'. */
  readonly assignment: string;
}

const digits = 8;
const numberWithSuffix = /^0*(\d+)(?:\.0+)?(?:\s*-\s*(\d+))?$/;

/**
 * The person that a cell's employee or assignment number names, zeros on the left put back. Undefined where it names
 * nobody: empty, without a digit ("Agency"), or all zeros.
 */
export function readPerson(cell: CellValue): PersonNumber | undefined {
  const text = cellText(cell);
  if (text === null) return undefined;
  const parts = numberWithSuffix.exec(text);
  if (parts === null)
    return /\d/.test(text) ? { person: text.toUpperCase(), assignment: text.toUpperCase() } : undefined;
  if (Number(parts[1]) === 0) return undefined;
  const person = parts[1]!.padStart(digits, '0');
  return { person, assignment: parts[2] === undefined ? person : `${person}-${parts[2]}` };
}
