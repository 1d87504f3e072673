import { readPerson } from '../../../imports/clean/people.ts';
import { type Refused, refuse } from '../../../imports/clean/refuse.ts';
import { cellText } from '../../../imports/clean/text.ts';
import type { MappedRow } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';

/**
 * Number and name of a preceptee (D7). A log that has a column of numbers must give one in each row; in a log of names
 * the name tells people apart.
 */
export function readPreceptee(
  row: MappedRow,
  columns: ReadonlySet<string>,
  cells: Readonly<Record<string, CellValue>>,
): { readonly person: string | null; readonly name: string | null } | Refused {
  const cell = (field: string) => cells[field] ?? null;
  const parts = [cell('firstName'), cell('lastName')].map(cellText).filter((part) => part !== null);
  const name = cellText(cell('name')) ?? (parts.length > 0 ? parts.join(' ') : null);
  const known = readPerson(cell('employeeNumber')) ?? readPerson(cell('assignmentNumber'));
  if (known !== undefined) return { person: known.person, name };
  const field = ['employeeNumber', 'assignmentNumber'].find((one) => columns.has(one));
  if (field === undefined && name !== null) return { person: null, name };
  const asked = field ?? 'name';
  return refuse(row, 'person_missing', asked, cell(asked), 'who this row is about', '. Say who this row is about.');
}
