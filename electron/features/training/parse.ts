import type { TrainingRules } from '../../contract/training-rules.ts';
import { addMonths, dateInWords } from '../../core/dates.ts';
import { unknownWord, wordReader } from '../../imports/clean/code-words.ts';
import { duplicateFinder } from '../../imports/clean/duplicates.ts';
import { isRefused, type Refused, refuse } from '../../imports/clean/refuse.ts';
import type { RowReader } from '../../imports/clean/row-reader.ts';
import { rowParser } from '../../imports/clean/row-parser.ts';
import { cellText, textKey } from '../../imports/clean/text.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../imports/row.ts';
import type { CellValue } from '../../imports/workbook/cell.ts';
import { dateReader, readWho, type StaffRowSettings } from '../staff/parse/cells.ts';
import { noCourse, type TrainingEntry } from './entries.ts';
import { courseFinder, monthsInName } from './parse/competences.ts';

export interface TrainingSettings extends StaffRowSettings {
  /** The day on which the file was made. */
  readonly day: string;
  readonly rules: TrainingRules;
  /** Who is on the staff list, on any assignment that has started; null where there is no list to ask. */
  readonly inPost: ReadonlySet<string> | null;
}

function cellsOf(reader: RowReader) {
  return {
    employeeNumber: reader.cell('employeeNumber'),
    assignmentNumber: reader.cell('assignmentNumber'),
    lastName: reader.freeText('lastName'),
    firstName: reader.freeText('firstName'),
    name: reader.freeText('name'),
    competence: reader.cell('competence'),
    meets: reader.cell('meets'),
    achieved: reader.cell('achieved'),
    expiry: reader.cell('expiry'),
  };
}
type Cells = ReturnType<typeof cellsOf>;

/** Words for a date that there is not. */
export const noDate: ReadonlySet<string> = new Set([
  '-',
  '–',
  'n/a',
  'na',
  'none',
  'nil',
  'not achieved',
  'not completed',
  'not applicable',
]);

/**
 * Judges the rows of a file of training compliance: first what D3 refuses, then competences that are no course, then
 * people who are not on the staff list (D26). Both are ignored and handed on all the same: the trust may say later what a
 * name counts as, and a later staff list may have the person. A row without a date of achievement is one of a competence that is still to be achieved.
 */
export function trainingRowParser(settings: TrainingSettings): RowParser<readonly TrainingEntry[]> {
  const dateOf = dateReader(settings.date1904);
  const flagOf = wordReader(settings.words, 'flag', ['yes', 'no']);
  const courseOf = courseFinder(settings.rules, settings.words);
  const validity = new Map(settings.rules.courses.map(({ key, validityMonths }) => [key, validityMonths]));
  const firstCopy = duplicateFinder(2);

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<readonly TrainingEntry[]> => {
    const who = readWho(row, settings.columns, cells);
    if (isRefused(who)) return who;
    const dates = readDates(row, cells);
    if (isRefused(dates)) return dates;
    const { achieved, expiry } = dates;
    const competence = cellText(cells.competence) ?? '';
    const first = firstCopy(row.row, [who.person, textKey(competence), achieved, expiry]);
    if (first !== undefined) {
      const message = `: row ${first} says the same of this person.`;
      return refuse(row, 'duplicate_row', 'competence', cells.competence, 'a row that is not in the file yet', message);
    }
    const course = courseOf(competence) ?? noCourse;
    const months = monthsInName(competence) ?? validity.get(course);
    const computed = achieved === null || months === undefined ? null : addMonths(achieved, months);
    const entry: TrainingEntry = {
      row: row.row,
      ...who,
      day: settings.day,
      competence,
      course,
      achieved,
      expiry: expiry ?? computed,
      meets: readFlag(row, cells.meets, warnings),
      columns: null,
      knownBy: 'dates',
    };
    const entries = [entry];
    if (course === noCourse) return { kind: 'ignored', reason: 'competence_not_mapped', entry: entries };
    if (settings.inPost?.has(who.person) === false)
      return { kind: 'ignored', reason: 'person_not_in_post', entry: entries };
    return { kind: 'accepted', entry: entries, warnings };
  };

  const readDates = (row: MappedRow, cells: Cells): Refused | { achieved: string | null; expiry: string | null } => {
    const achieved = isNoDate(cells.achieved) ? null : dateOf(row, 'achieved', cells.achieved, false);
    if (isRefused(achieved)) return achieved;
    const expiry = isNoDate(cells.expiry) ? null : dateOf(row, 'expiry', cells.expiry, false);
    if (isRefused(expiry)) return expiry;
    if (achieved !== null && achieved > settings.day) {
      const message = `is later than the day on which the file was made, ${dateInWords(settings.day)}.`;
      return refuse(
        row,
        'date_in_future',
        'achieved',
        cells.achieved,
        `a day up to ${dateInWords(settings.day)}`,
        message,
      );
    }
    if (achieved !== null && expiry !== null && expiry < achieved) {
      const message = `is before the day of achievement, ${dateInWords(achieved)}.`;
      return refuse(row, 'end_before_start', 'expiry', cells.expiry, 'a day on or after the achievement', message);
    }
    return { achieved, expiry };
  };

  const readFlag = (row: MappedRow, cell: CellValue, warnings: RowWarning[]): 0 | 1 | null => {
    const flag = flagOf(cell);
    if (flag === undefined) warnings.push(unknownWord(row, 'meets', cell, 'the dates decide'));
    return flag == null ? null : flag === 'yes' ? 1 : 0;
  };

  return rowParser({ cellsOf, judge });
}

function isNoDate(cell: CellValue): boolean {
  return typeof cell === 'string' && noDate.has(textKey(cell));
}
