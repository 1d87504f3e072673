import { readDate } from '../../imports/clean/dates.ts';
import { duplicateFinder } from '../../imports/clean/duplicates.ts';
import { isRefused, type Refused, refuse, warning } from '../../imports/clean/refuse.ts';
import type { RowReader } from '../../imports/clean/row-reader.ts';
import { rowParser } from '../../imports/clean/row-parser.ts';
import type { PatientIdentifier } from '../../core/patient-identifiers.ts';
import { cellText } from '../../imports/clean/text.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../imports/row.ts';
import type { CellValue } from '../../imports/workbook/cell.ts';
import { dateReader, type StaffRowSettings } from '../staff/parse/cells.ts';
import type { PrecepteeEntry } from './entries.ts';
import { dateFields, readDates } from './parse/dates.ts';
import { hoursFields, readNumbers } from './parse/numbers.ts';
import { readPreceptee } from './parse/who.ts';

export interface PrecepteeSettings extends StaffRowSettings {
  /** The day as on which the log says how things stand. */
  readonly day: string;
  /** What in a text looks as if it identified a patient. */
  readonly patientsIn: (text: string) => readonly PatientIdentifier[];
}

type Cells = Readonly<Record<string, CellValue>>;

const meaningful = ['employeeNumber', 'assignmentNumber', 'wte', 'preceptor', ...dateFields, ...hoursFields];
const freeText = ['lastName', 'firstName', 'name', 'unit', 'pinDate', 'pauseReason', 'extensionReason', 'notes'];

const cellsOf = (reader: RowReader): Cells =>
  Object.fromEntries([
    ...meaningful.map((field) => [field, reader.cell(field)]),
    ...freeText.map((field) => [field, reader.freeText(field)]),
  ]);

/** Judges the rows of a preceptorship log in the order of D3. Rows that say the same of one person are duplicates (D4). */
export function precepteeRowParser(settings: PrecepteeSettings): RowParser<PrecepteeEntry> {
  const dateOf = dateReader(settings.date1904);
  const firstCopy = duplicateFinder(2);
  const people = new Map<string, number>();

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<PrecepteeEntry> => {
    const who = readPreceptee(row, settings.columns, cells);
    if (isRefused(who)) return who;
    const dates = readDates(row, cells, dateOf);
    if (isRefused(dates)) return dates;
    const numbers = readNumbers(row, cells, settings.columns, warnings);
    if (isRefused(numbers)) return numbers;
    const text = (field: string) => cellText(cells[field] ?? null);
    const entry: PrecepteeEntry = {
      row: row.row,
      ...who,
      unit: text('unit'),
      day: settings.day,
      pinDate: readDate(cells['pinDate'] ?? null, settings.date1904) ?? null,
      preceptor: text('preceptor'),
      ...dates,
      ...numbers,
      pauseReason: text('pauseReason'),
      extensionReason: text('extensionReason'),
      notes: text('notes'),
    };
    const copy = copyOf(row, entry, cells);
    if (copy !== undefined) return copy;
    remark(entry, warnings);
    remarkOnPatients(row, text, warnings);
    return { kind: 'accepted', entry, warnings };
  };

  const copyOf = (row: MappedRow, entry: PrecepteeEntry, cells: Cells): Refused | undefined => {
    const {
      person,
      name,
      meetings,
      row: _row,
      pauseReason: _pause,
      extensionReason: _extension,
      notes: _notes,
      ...rest
    } = entry;
    const first = firstCopy(row.row, [person, name, ...Object.values(rest), JSON.stringify(meetings)]);
    if (first === undefined) return undefined;
    const field = cells['employeeNumber'] == null ? 'name' : 'employeeNumber';
    const message = `: this row says the same as row ${first}.`;
    return refuse(row, 'duplicate_row', field, cells[field] ?? null, 'a row that is not in the file yet', message);
  };

  const remark = ({ row, person, name, preceptor, preceptorNamedOn }: PrecepteeEntry, warnings: RowWarning[]): void => {
    const who = person ?? name ?? '';
    const before = people.get(who);
    if (before === undefined) people.set(who, row);
    else {
      const message = `This person is in row ${before} too, and that row says something else. Both are counted.`;
      warnings.push(warning('person_listed_twice', person === null ? 'name' : 'employeeNumber', message));
    }
    if (preceptor !== null && preceptorNamedOn === null) {
      const message = 'A preceptor is named, but not since when, so it cannot be told whether in time.';
      warnings.push(warning('preceptor_date_missing', 'preceptorNamedOn', message));
    }
  };

  const remarkOnPatients = (row: MappedRow, text: (field: string) => string | null, warnings: RowWarning[]): void => {
    for (const field of ['pauseReason', 'extensionReason', 'notes'])
      for (const { looksLike } of settings.patientsIn(text(field) ?? '')) {
        // What it is stands in the file alone: a remark that repeated it would keep it.
        const message = `"${row.heading(field)}" has what looks like ${looksLike}. Nothing about patients is kept here: take it out of the file before you import it.`;
        warnings.push(warning('patient_identifier', field, message));
      }
  };

  return rowParser({ cellsOf, judge });
}
