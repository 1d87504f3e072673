import { addMonths, dateInWords } from '../../../core/dates.ts';
import { unknownWord, wordReader } from '../../../imports/clean/code-words.ts';
import { duplicateFinder } from '../../../imports/clean/duplicates.ts';
import { isRefused, type Refused, refuse } from '../../../imports/clean/refuse.ts';
import type { RowReader } from '../../../imports/clean/row-reader.ts';
import { rowParser } from '../../../imports/clean/row-parser.ts';
import { cellText, textKey } from '../../../imports/clean/text.ts';
import { courseOfField, type CoursePart } from '../../../imports/clean/course-field.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import { dateReader, readWho } from '../../staff/parse/cells.ts';
import type { TrainingEntry } from '../entries.ts';
import { noDate, type TrainingSettings } from '../parse.ts';
import { courseFinder, monthsInName } from './competences.ts';

/** A competence of a matrix, the course that it counts as, and the fields of its columns. */
export interface MatrixCourse {
  readonly competence: string;
  /** Undefined where no figure counts it. */
  readonly course: string | undefined;
  readonly fields: readonly { readonly field: string; readonly part: CoursePart }[];
}

/** The competences of a matrix, in the order of its columns. */
export function coursesOf({
  columns,
  words,
  rules,
}: Pick<TrainingSettings, 'columns' | 'words' | 'rules'>): MatrixCourse[] {
  const courseOf = courseFinder(rules, words);
  const found = new Map<string, MatrixCourse>();
  for (const field of columns) {
    const of = courseOfField(field);
    if (of === undefined) continue;
    const key = textKey(of.competence);
    const known = found.get(key) ?? { competence: of.competence, course: courseOf(of.competence), fields: [] };
    found.set(key, { ...known, fields: [...known.fields, { field, part: of.part }] });
  }
  return [...found.values()];
}

/** Words that say that the training is not for this person. */
const notForThem: ReadonlySet<string> = new Set(['not required', 'exempt', 'not applicable', 'n/a', 'na']);
/** A word, such as "booked 12/11", and no date gone wrong. */
const startsWithWord = /^(?!mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{3,}/iu;

interface Said {
  achieved: string | null;
  expiry: string | null;
  meets: 0 | 1 | null;
}

/**
 * Judges the rows of a file in which a row is a person and a column a course: a row makes an entry for each course of which
 * it says something. A cell is a date, a word of the flag, or empty; a word that is not known is remarked on and counts for
 * nothing. A row with a date that is none is refused as a whole, so that a person is never half read.
 */
export function matrixRowParser(settings: TrainingSettings): RowParser<readonly TrainingEntry[]> {
  const dateOf = dateReader(settings.date1904);
  const flagOf = wordReader(settings.words, 'flag', ['yes', 'no']);
  const validity = new Map(settings.rules.courses.map(({ key, validityMonths }) => [key, validityMonths]));
  const courses = coursesOf(settings);
  const firstCopy = duplicateFinder(1);

  const cellsOf = (reader: RowReader) => ({
    employeeNumber: reader.cell('employeeNumber'),
    assignmentNumber: reader.cell('assignmentNumber'),
    lastName: reader.freeText('lastName'),
    firstName: reader.freeText('firstName'),
    name: reader.freeText('name'),
    counted: courses.flatMap(({ course, competence, fields }) =>
      course === undefined
        ? []
        : [{ course, competence, cells: fields.map((one) => ({ ...one, cell: reader.cell(one.field) })) }],
    ),
  });

  const judge = (
    row: MappedRow,
    { counted, ...cells }: ReturnType<typeof cellsOf>,
    warnings: RowWarning[],
  ): RowOutcome<readonly TrainingEntry[]> => {
    const who = readWho(row, settings.columns, cells);
    if (isRefused(who)) return who;
    const entries: TrainingEntry[] = [];
    for (const { course, competence, cells: own } of counted) {
      const said = readCourse(row, own, warnings);
      if (isRefused(said)) return said;
      const { achieved, expiry, meets } = said;
      if (achieved === null && expiry === null && meets === null) continue;
      const months = monthsInName(competence) ?? validity.get(course);
      const computed = achieved === null || months === undefined ? null : addMonths(achieved, months);
      entries.push({
        row: row.row,
        ...who,
        day: settings.day,
        competence,
        course,
        achieved,
        expiry: expiry ?? computed,
        meets,
        columns: own.map(({ field }) => row.heading(field)).join(', '),
        knownBy: achieved !== null ? 'dates' : expiry !== null ? 'expiry' : 'flag',
      });
    }
    if (entries.length === 0) return { kind: 'ignored', reason: 'no_training_recorded' };
    const first = firstCopy(row.row, [who.person, JSON.stringify(entries.map(essence))]);
    if (first !== undefined) {
      const message = `: row ${first} says the same of this person.`;
      const field = settings.columns.has('employeeNumber') ? 'employeeNumber' : 'assignmentNumber';
      return refuse(row, 'duplicate_row', field, cells[field], 'a row that is not in the file yet', message);
    }
    if (settings.inPost?.has(who.person) === false)
      return { kind: 'ignored', reason: 'person_not_in_post', entry: entries };
    return { kind: 'accepted', entry: entries, warnings };
  };

  /** What the columns of one course say of a person. */
  const readCourse = (
    row: MappedRow,
    cells: readonly { readonly field: string; readonly part: CoursePart; readonly cell: CellValue }[],
    warnings: RowWarning[],
  ): Said | Refused => {
    const said: Said = { achieved: null, expiry: null, meets: null };
    for (const { field, part, cell } of cells) {
      if (cell === null || isNothing(cell)) continue;
      const flag = flagOf(cell);
      if (flag !== undefined) {
        said.meets = flag === 'yes' ? 1 : 0;
        continue;
      }
      if (part === 'meets' || (typeof cell === 'string' && startsWithWord.test(cell))) {
        warnings.push(unknownWord(row, field, cell, 'it counts for nothing'));
        continue;
      }
      const date = dateOf(row, field, cell, true);
      if (isRefused(date)) return date;
      if (part === 'achieved' && date > settings.day) {
        const message = `is later than the day on which the file was made, ${dateInWords(settings.day)}.`;
        return refuse(row, 'date_in_future', field, cell, `a day up to ${dateInWords(settings.day)}`, message);
      }
      said[part] = later(said[part], date);
    }
    const { achieved, expiry } = said;
    const last = cells.find(({ part }) => part === 'expiry');
    if (achieved !== null && expiry !== null && expiry < achieved && last !== undefined) {
      const message = `is before the day of achievement, ${dateInWords(achieved)}.`;
      return refuse(row, 'end_before_start', last.field, last.cell, 'a day on or after the achievement', message);
    }
    return said;
  };

  return rowParser({ cellsOf, judge });
}

function essence({ competence, achieved, expiry, meets }: TrainingEntry) {
  return [textKey(competence), achieved, expiry, meets];
}

function isNothing(cell: CellValue): boolean {
  const key = textKey(cellText(cell) ?? '');
  return noDate.has(key) || notForThem.has(key);
}

function later(one: string | null, other: string): string {
  return one !== null && one > other ? one : other;
}
