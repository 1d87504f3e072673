import { readDate } from '../clean/dates.ts';
import { headingKey, textKey } from '../clean/text.ts';
import { publishedWords, type Words } from '../clean/words.ts';
import { type CourseField, courseField, courseParts } from '../clean/course-field.ts';
import { withCourseFields, withCourseHeadings } from '../course-columns.ts';
import type { ImportFormat } from '../formats.ts';
import type { CellValue, SheetRow } from '../workbook/cell.ts';
import { type Column, matchKey } from './columns.ts';
import { courseOfHeading, partWords } from './course-heading.ts';
import type { Fit } from './fit.ts';
import { filledCells, isLong, isRecentDate } from './shape.ts';

/** What is known beside the columns when a matrix is looked for. */
export interface AroundMatrix {
  /** Rows below the headings. */
  readonly below: readonly SheetRow[];
  /** The lines above the headings and the sheet's name. */
  readonly lines: readonly string[];
  /** The day of the import: nobody was trained later. */
  readonly today: string;
  /** What a person has said: that it is a file of this kind, or of this very layout. */
  readonly isSaid: 'kind' | 'layout' | null;
}

/** Fewer columns of courses are no matrix, unless a person says so. */
const fewestCourses = 3;
const fewestKnown = 2;
/** So many of a column's cells must be dates or words of the flag; fewer under the name of a course that is known. */
const enough = 0.8;
const enoughOfKnown = 0.3;
/** Fewer dates do not show whether they are of trainings or of expiry. */
const fewestDates = 5;

interface CourseColumn extends CourseField {
  readonly column: Column;
  /** False where no heading says what its dates are. */
  readonly told: boolean;
}

/**
 * A fit of a layout as a matrix, by its fields that every row has once, found already, and by the columns beside them;
 * undefined where it is none. The fit's format and layout have the columns of courses among their fields.
 */
export function fitMatrix(plain: Fit, columns: readonly Column[], around: AroundMatrix): Fit | undefined {
  const { format, layout } = plain;
  const dates = layout.matrix?.dates ?? null;
  const used = new Set([...plain.fields.values(), ...[...plain.doubtful.values()].flat()]);
  const words = publishedWords(format.words);
  if (isSecondHeading(around.below[0], format)) return undefined;
  const free = columns.filter(({ place, heading }) => heading !== '' && !used.has(place));
  // The headings alone tell most files apart; looking at all the cells takes its time.
  const isCourse = (column: Column) => isKnownCourse(courseOfHeading(column, partWords(format)).competence, words);
  if (around.isSaid === null && !free.some(isCourse)) return undefined;
  const found = free.flatMap((column) => courseColumn(column, format, words, around.below, dates) ?? []);
  const known = found.filter(({ competence }) => isKnownCourse(competence, words)).length;
  if (found.length === 0) return undefined;
  if (around.isSaid === null && (known === 0 || (known < fewestKnown && found.length < fewestCourses)))
    return undefined;
  const untold = found.filter(({ part, told }) => part !== 'meets' && !told);
  if (!isMeant(untold, dates, around)) return undefined;
  return withCourses(plain, free, found);
}

function courseColumn(
  column: Column,
  format: ImportFormat,
  words: Words,
  below: readonly SheetRow[],
  dates: 'achieved' | 'expiry' | null,
): CourseColumn | undefined {
  const { competence, part } = courseOfHeading(column, partWords(format));
  if (competence === '') return undefined;
  const { filled, days, flags } = looksOf(below, column.place, words);
  if (filled === 0) {
    if (!isKnownCourse(competence, words)) return undefined;
    return { column, competence, part: part ?? dates ?? 'achieved', told: true };
  }
  const share = isKnownCourse(competence, words) ? enoughOfKnown : enough;
  if (days + flags < share * filled) return undefined;
  if (days === 0) return { column, competence, part: part ?? 'meets', told: true };
  const isDated = part === 'achieved' || part === 'expiry';
  return { column, competence, part: isDated ? part : (dates ?? 'achieved'), told: isDated };
}

const [EMPTY, DATE, FLAG, OTHER] = [1, 2, 3, 4] as const;
const looks = new WeakMap<Words, WeakMap<SheetRow, Uint8Array>>();

/** How many cells of a column are filled, are dates and are words of the flag. Many rows are tried as headings: each cell is read once. */
function looksOf(rows: readonly SheetRow[], place: number, words: Words) {
  let ofRows = looks.get(words);
  if (ofRows === undefined) looks.set(words, (ofRows = new WeakMap()));
  const counts = [0, 0, 0, 0, 0];
  for (const row of rows) {
    let ofRow = ofRows.get(row);
    if (ofRow === undefined) ofRows.set(row, (ofRow = new Uint8Array(row.values.length)));
    if (place >= ofRow.length) continue;
    ofRow[place] ||= lookOf(row, place, words);
    counts[ofRow[place]!]!++;
  }
  return { filled: counts[DATE]! + counts[FLAG]! + counts[OTHER]!, days: counts[DATE]!, flags: counts[FLAG]! };
}

function lookOf(row: SheetRow, place: number, words: Words): number {
  const [cell] = filledCells([row], place);
  if (cell === undefined) return EMPTY;
  if (isRecentDate(cell)) return DATE;
  return isWord(cell, words) ? FLAG : OTHER;
}

/** Words that stand for no date, and those of the flag. */
const nothing: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'not applicable',
  'not required',
  'exempt',
  'none',
  '-',
  '–',
]);

function isWord(cell: CellValue, words: Words): boolean {
  const key = isLong(cell) ? '' : textKey(String(cell));
  return nothing.has(key) || (words['flag']?.has(key) ?? false);
}

/** Competences by name or by topic: "PROMPT (annual)" is one of the words too. */
function isKnownCourse(competence: string, words: Words): boolean {
  const { exactly, within } = courseKeys(words);
  const key = headingKey(competence);
  if (exactly.has(key)) return true;
  const padded = ` ${key} `;
  return within.some((own) => padded.includes(own));
}

interface CourseKeys {
  readonly exactly: ReadonlySet<string>;
  /** Those long enough to be known among other words, a blank before and after. */
  readonly within: readonly string[];
}

const keysOfCourses = new WeakMap<Words, CourseKeys>();

function courseKeys(words: Words): CourseKeys {
  const known = keysOfCourses.get(words);
  if (known !== undefined) return known;
  const exactly = new Set([...(words['course']?.keys() ?? [])].map(headingKey));
  const within = [...exactly].filter((own) => own.length >= 4).map((own) => ` ${own} `);
  const keys = { exactly, within };
  keysOfCourses.set(words, keys);
  return keys;
}

/** True for a row that says under each course what its columns are: it is a row of headings and none of a person. */
function isSecondHeading(row: SheetRow | undefined, format: ImportFormat): boolean {
  const cells = (row?.values ?? []).filter((cell) => cell !== null && cell !== '');
  const parts = partWords(format);
  const said = cells.filter((cell) => typeof cell === 'string' && parts.has(matchKey(cell))).length;
  return said >= 2 && said * 2 >= cells.length && cells.every((cell) => typeof cell === 'string');
}

/** True where dates of which no heading tells what they are may be what the layout says. */
function isMeant(
  untold: readonly CourseColumn[],
  dates: 'achieved' | 'expiry' | null,
  { below, lines, today, isSaid }: AroundMatrix,
): boolean {
  if (dates === null) return untold.length === 0;
  if (isSaid === 'layout') return true;
  if (untold.length === 0) return false;
  const meaning = meaningOfLines(lines) ?? meaningOfDates(untold, below, today);
  return meaning === undefined || meaning === dates;
}

const ofExpiry = /\bexpir|\bvalid (?:un)?ti?l|\brenew|\blapse|\bdue dates?\b|\bdates? due\b|\bin date until\b/iu;
const ofTraining = /\b(?:complet|achiev|attend)\w*\b|\bdate of (?:last )?training\b|\blast trained\b/iu;

function meaningOfLines(lines: readonly string[]): 'achieved' | 'expiry' | undefined {
  const isExpiry = lines.some((line) => ofExpiry.test(line));
  const isTraining = lines.some((line) => ofTraining.test(line));
  return isExpiry === isTraining ? undefined : isExpiry ? 'expiry' : 'achieved';
}

/** Most days on which something expires lie ahead; a day of training never does. A few of either could be anything. */
function meaningOfDates(
  untold: readonly CourseColumn[],
  below: readonly SheetRow[],
  today: string,
): 'achieved' | 'expiry' | undefined {
  const cells = untold.flatMap(({ column }) => filledCells(below, column.place));
  const days = cells.flatMap((cell) => (isRecentDate(cell) ? (readDate(cell, false) ?? []) : []));
  const ahead = days.filter((day) => day > today).length;
  if (days.length < fewestDates) return undefined;
  if (ahead * 2 >= days.length) return 'expiry';
  return ahead === 0 && days.length * 2 >= below.length * untold.length ? 'achieved' : undefined;
}

/** The fit with the columns of courses as fields; each column beside them may be made one by hand. */
function withCourses(plain: Fit, free: readonly Column[], found: readonly CourseColumn[]): Fit {
  const fields = new Map(plain.fields);
  const headings = new Map<string, string>();
  const ofColumn = new Map<string, number>();
  const add = (course: CourseField, column: Column) => {
    const field = courseField(course, (one) => headings.has(one));
    headings.set(field, column.heading);
    ofColumn.set(field, column.place);
    return field;
  };
  for (const column of free) {
    const own = found.find((one) => one.column === column);
    const competence = own?.competence ?? column.heading;
    for (const part of courseParts) {
      const field = add({ part, competence }, column);
      if (part === own?.part) fields.set(field, column.place);
    }
  }
  const format = withCourseFields(plain.format, headings.keys());
  const layout = withCourseHeadings(plain.layout, headings);
  return { ...plain, format, layout, fields, ofColumn, complete: plain.lacking === 0 };
}
