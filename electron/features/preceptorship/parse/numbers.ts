import { oneWte } from '../../../core/wte.ts';
import { readFte } from '../../../imports/clean/fte.ts';
import { readHours } from '../../../imports/clean/numbers.ts';
import { type Refused, refuse, warning } from '../../../imports/clean/refuse.ts';
import type { MappedRow, RowWarning } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import type { PrecepteeEntry } from '../entries.ts';

export const hoursFields = [
  'orientationHours',
  'supernumeraryHours',
  'protectedHoursPreceptee',
  'protectedHoursPreceptor',
] as const;

const mostWte = 2 * oneWte;
const mostHours = 10_000;

type Numbers = Pick<
  PrecepteeEntry,
  'wte' | 'orientationMinutes' | 'supernumeraryMinutes' | 'protectedMinutesPreceptee' | 'protectedMinutesPreceptor'
>;

/** WTE and hours. A blank cell of hours is none so far; a column that is not there says nothing. */
export function readNumbers(
  row: MappedRow,
  cells: Readonly<Record<string, CellValue>>,
  columns: ReadonlySet<string>,
  warnings: RowWarning[],
): Numbers | Refused {
  const wte = cells['wte'] == null ? null : readFte(cells['wte']);
  if (wte === undefined || (wte !== null && wte < 0)) {
    return refuse(row, 'not_a_number', 'wte', cells['wte'] ?? null, 'a WTE, such as 0.8', 'is no WTE.');
  }
  if (wte !== null && wte > mostWte) {
    const message = 'is more than 2, the most that one person can have. Is it a percentage, or hours?';
    return refuse(row, 'number_too_large', 'wte', cells['wte'] ?? null, 'a WTE from 0 to 2', message);
  }
  if (wte === null) {
    warnings.push(warning('wte_missing', 'wte', 'No WTE is given, so the hours that are owed cannot be told.'));
  }
  const minutes: Partial<Record<(typeof hoursFields)[number], number | null>> = {};
  for (const field of hoursFields) {
    const cell = cells[field] ?? null;
    const none = columns.has(field) ? 0 : null;
    const read = cell === null ? none : readHours(cell, 'decimal_hours');
    if (read === undefined || (read !== null && read < 0)) {
      return refuse(row, 'not_a_number', field, cell, 'hours, such as 112.5', 'is no number of hours.');
    }
    if (read !== null && read > mostHours * 60) {
      const message = 'is more than 10,000 hours, which no preceptorship lasts.';
      return refuse(row, 'number_too_large', field, cell, 'hours, such as 112.5', message);
    }
    minutes[field] = read;
  }
  return {
    wte,
    orientationMinutes: minutes.orientationHours ?? null,
    supernumeraryMinutes: minutes.supernumeraryHours ?? null,
    protectedMinutesPreceptee: minutes.protectedHoursPreceptee ?? null,
    protectedMinutesPreceptor: minutes.protectedHoursPreceptor ?? null,
  };
}
