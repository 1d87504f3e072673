import { dateInWords } from '../../../core/dates.ts';
import { duplicateFinder } from '../../../imports/clean/duplicates.ts';
import { isRefused, type Refused, refuse, warning } from '../../../imports/clean/refuse.ts';
import type { RowReader } from '../../../imports/clean/row-reader.ts';
import { rowParser } from '../../../imports/clean/row-parser.ts';
import { staffGroupReader } from '../../../imports/clean/staff-groups.ts';
import { cellText, textKey } from '../../../imports/clean/text.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import type { AbsenceEntry } from '../entries.ts';
import { codeOrWord, dateReader, readWho, type StaffRowSettings } from './cells.ts';

/** Who is on a list that was imported before. */
export interface KnownPeople {
  /** True where both a staff list and a list of leavers are there: only then is somebody on neither unknown. */
  readonly complete: boolean;
  has(person: string): boolean;
}

export interface AbsenceSettings extends StaffRowSettings {
  readonly people: KnownPeople;
}

function cellsOf(reader: RowReader) {
  return {
    employeeNumber: reader.cell('employeeNumber'),
    assignmentNumber: reader.cell('assignmentNumber'),
    lastName: reader.freeText('lastName'),
    firstName: reader.freeText('firstName'),
    name: reader.freeText('name'),
    unit: reader.cell('unit'),
    staffGroup: reader.freeText('staffGroup'),
    type: reader.cell('type'),
    reason: reader.cell('reason'),
    start: reader.cell('start'),
    end: reader.cell('end'),
    /** Never used: it covers whole episodes, and a period has only parts of them. */
    fteDaysLost: reader.freeText('fteDaysLost'),
  };
}

type Cells = Readonly<ReturnType<typeof cellsOf>>;

/** Words for an episode without an end, and the last day of the staff record's calendar. */
const openWords: ReadonlySet<string> = new Set(['open', 'ongoing', 'on going', 'current', 'present', '-']);
const endOfTime = '4712-12-31';

/** Judges the rows of a list of absence in the order of D3. Rows that say the same are duplicates (D4). */
export function absenceRowParser(settings: AbsenceSettings): RowParser<AbsenceEntry> {
  const dateOf = dateReader(settings.date1904);
  const typeOf = codeOrWord(settings.words, 'absenceType');
  const staffGroupOf = staffGroupReader(settings.words);
  const firstCopy = duplicateFinder();

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<AbsenceEntry> => {
    const who = readWho(row, settings.columns, cells);
    if (isRefused(who)) return who;
    const unknown = checkPerson(row, who.person, cells.employeeNumber ?? cells.assignmentNumber, warnings);
    if (unknown !== undefined) return unknown;
    const start = dateOf(row, 'start', cells.start, true);
    if (isRefused(start)) return start;
    const end = isOpen(cells.end) ? null : dateOf(row, 'end', cells.end, false);
    if (isRefused(end)) return end;
    if (end !== null && end < start) {
      const expected = 'a day on or after the first day';
      return refuse(
        row,
        'end_before_start',
        'end',
        dateInWords(end),
        expected,
        `is before the first day, ${dateInWords(start)}.`,
      );
    }
    const entry: AbsenceEntry = {
      row: row.row,
      ...who,
      unit: cellText(cells.unit),
      staffGroup: staffGroupOf(cells.staffGroup),
      type: typeOf(cells.type) ?? typeOfReason(cells.reason),
      reason: cellText(cells.reason),
      start,
      end: end === endOfTime ? null : end,
    };
    const { person, assignment, unit, type, reason } = entry;
    const first = firstCopy(row.row, [person, assignment, unit, type, reason, start, entry.end]);
    if (first !== undefined) {
      const message = `: this row says the same as row ${first}.`;
      return refuse(
        row,
        'duplicate_row',
        'start',
        dateInWords(start),
        'an episode that is not in the file yet',
        message,
      );
    }
    return { kind: 'accepted', entry, warnings };
  };

  const checkPerson = (
    row: MappedRow,
    person: string,
    cell: CellValue,
    warnings: RowWarning[],
  ): Refused | undefined => {
    if (settings.people.has(person)) return undefined;
    const field = settings.columns.has('employeeNumber') ? 'employeeNumber' : 'assignmentNumber';
    if (settings.people.complete) {
      const expected = 'somebody on the staff list or among the leavers';
      return refuse(
        row,
        'person_unknown',
        field,
        cell,
        expected,
        'is on neither the staff list nor the list of leavers.',
      );
    }
    const message = `${person} could not be checked: import the staff list and the leavers first. No FTE is known, so these days count nowhere yet.`;
    warnings.push(warning('person_not_checked', field, message));
    return undefined;
  };

  return rowParser({ cellsOf, judge });
}

function isOpen(cell: CellValue): boolean {
  return typeof cell === 'string' && openWords.has(textKey(cell));
}

/** Where no type is given, a reason with a code of the staff record's sickness list, S10 to S99, is sickness. */
function typeOfReason(cell: CellValue): string | null {
  return /^s\d\d\b/i.test(cellText(cell) ?? '') ? 'sickness' : null;
}
