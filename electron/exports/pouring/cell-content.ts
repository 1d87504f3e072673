import type { ColumnKind, TableValue } from '../../contract/exports.ts';
import { dateInWords } from '../../core/dates.ts';
import { roundedPercent } from '../../core/rates.ts';
import type { NumberKind } from '../../imports/workbook/cell.ts';
import { serialOfIso } from '../../imports/workbook/iso-date.ts';
import { cellText } from '../neutral.ts';
import type { Validation } from './sheet-text.ts';

/** Longest text that a cell of a workbook takes. */
const CELL_LIMIT = 32_767;

/** What a value becomes in a cell that shows numbers in some way: text that cannot run, or a number. */
export function contentOf(
  value: TableValue,
  kind: ColumnKind,
  { numbers, validation, date1904 }: { numbers: NumberKind; validation: Validation | undefined; date1904: boolean },
): string | number | null {
  if (value === null || value === '') return null;
  if (typeof value === 'object') {
    if (value.denominator === 0) return null;
    return numbers === 'percent' || kind === 'figure' ? value.numerator / value.denominator : roundedPercent(value);
  }
  if (typeof value === 'number') {
    if (kind === 'wte') return value / 100_000;
    if (kind === 'minutes') return numbers === 'duration' || numbers === 'time' ? value / 1440 : value / 60;
    return value;
  }
  if (kind === 'date') {
    // A day in a cell that does not show days would be seen as a number such as 46,295.
    const showsDays = numbers === 'date' || numbers === 'datetime' || validation?.type === 'date';
    const serial = serialOfIso(value, date1904)?.serial;
    if (serial !== undefined) return showsDays ? serial : dateInWords(value);
  }
  return cellText(value).slice(0, CELL_LIMIT);
}

/** Says why a value is not one that the cell's validation takes; undefined where it is, or where that cannot be told. */
export function brokenRule(
  content: string | number | null,
  validation: Validation | undefined,
  list: readonly string[] | undefined,
): string | undefined {
  if (content === null || !validation) return undefined;
  const { type, operator } = validation;
  if (type === 'list') {
    if (!list || list.includes(String(content))) return undefined;
    const some = list.slice(0, 8).map((word) => `“${word}”`);
    return `“${content}” is not in the cell’s list: ${some.join(', ')}${list.length > 8 ? ' and others' : ''}.`;
  }
  const [first, second] = [Number(validation.first || 'x'), Number(validation.second || 'x')];
  const measured = type === 'textLength' ? String(content).length : content;
  if (!['whole', 'decimal', 'date', 'time', 'textLength'].includes(type)) return undefined;
  if (typeof measured === 'string')
    return `The cell takes ${type === 'date' ? 'a date' : 'a number'}, and “${content}” is none.`;
  if (type === 'whole' && !Number.isInteger(measured)) return `The cell takes a whole number, and ${content} is none.`;
  if (Number.isNaN(first)) return undefined;
  const what = type === 'textLength' ? `A text of ${measured} characters` : String(content);
  const limits = Number.isNaN(second) ? `${first}` : `${first} and ${second}`;
  return fits(measured, operator, first, second)
    ? undefined
    : `${what} breaks the cell’s rule (${inWords[operator] ?? operator} ${limits}).`;
}

const inWords: Readonly<Record<string, string>> = {
  between: 'between',
  notBetween: 'not between',
  equal: 'equal to',
  notEqual: 'not equal to',
  greaterThan: 'greater than',
  lessThan: 'less than',
  greaterThanOrEqual: 'at least',
  lessThanOrEqual: 'at most',
};

function fits(value: number, operator: string, first: number, second: number): boolean {
  switch (operator) {
    case 'between':
      return Number.isNaN(second) || (value >= first && value <= second);
    case 'notBetween':
      return Number.isNaN(second) || value < first || value > second;
    case 'equal':
      return value === first;
    case 'notEqual':
      return value !== first;
    case 'greaterThan':
      return value > first;
    case 'lessThan':
      return value < first;
    case 'greaterThanOrEqual':
      return value >= first;
    case 'lessThanOrEqual':
      return value <= first;
    default:
      return true;
  }
}
