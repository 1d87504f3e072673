import { oneWte } from '../../../core/wte.ts';
import { duplicateFinder } from '../../../imports/clean/duplicates.ts';
import { readDate } from '../../../imports/clean/dates.ts';
import { readWeeklyHours } from '../../../imports/clean/fte.ts';
import { isRefused, refuse, warning } from '../../../imports/clean/refuse.ts';
import type { RowReader } from '../../../imports/clean/row-reader.ts';
import { rowParser } from '../../../imports/clean/row-parser.ts';
import { staffGroupReader } from '../../../imports/clean/staff-groups.ts';
import { cellText } from '../../../imports/clean/text.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../../imports/row.ts';
import { type GroupRules, groupOf } from '../calculations/groups.ts';
import type { AssignmentEntry } from '../entries.ts';
import { categoryReader, primaryReader } from './category.ts';
import {
  codeOrWord,
  dateReader,
  readFteCell,
  readOccupationCode,
  readPayGrade,
  readWho,
  type StaffRowSettings,
} from './cells.ts';

export interface StaffListSettings extends StaffRowSettings {
  /** The day as on which the list says who is in post. */
  readonly census: string;
  readonly groups: GroupRules;
}

function cellsOf(reader: RowReader) {
  return {
    employeeNumber: reader.cell('employeeNumber'),
    assignmentNumber: reader.cell('assignmentNumber'),
    lastName: reader.freeText('lastName'),
    firstName: reader.freeText('firstName'),
    name: reader.freeText('name'),
    division: reader.cell('division'),
    unit: reader.cell('unit'),
    position: reader.freeText('position'),
    role: reader.freeText('role'),
    positionNumber: reader.freeText('positionNumber'),
    staffGroup: reader.cell('staffGroup'),
    payGrade: reader.cell('payGrade'),
    occupationCode: reader.cell('occupationCode'),
    category: reader.cell('category'),
    status: reader.cell('status'),
    primary: reader.cell('primary'),
    fte: reader.cell('fte'),
    hours: reader.cell('hours'),
    start: reader.cell('start'),
    leaving: reader.cell('leaving'),
    nhsEntry: reader.freeText('nhsEntry'),
    ethnicOrigin: reader.freeText('ethnicOrigin'),
    ageBand: reader.freeText('ageBand'),
    costCentre: reader.cell('costCentre'),
  };
}

type Cells = Readonly<ReturnType<typeof cellsOf>>;

/** In hundred-thousandths, as they are read. */
const hoursOfWeek = 168 * oneWte;

/** Judges the rows of a staff list in the order of D3. The same assignment of a person twice is a duplicate (D4). */
export function assignmentRowParser(settings: StaffListSettings): RowParser<AssignmentEntry> {
  const dateOf = dateReader(settings.date1904);
  const categoryOf = categoryReader(settings);
  const primaryOf = primaryReader(settings);
  const staffGroupOf = staffGroupReader(settings.words);
  const statusOf = codeOrWord(settings.words, 'status');
  const firstCopy = duplicateFinder();

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<AssignmentEntry> => {
    const who = readWho(row, settings.columns, cells);
    if (isRefused(who)) return who;
    const start = dateOf(row, 'start', cells.start, true);
    if (isRefused(start)) return start;
    const leaving = dateOf(row, 'leaving', cells.leaving, false);
    if (isRefused(leaving)) return leaving;
    // In post at the close of the day: start <= day < leaving date (D23).
    if (leaving !== null && leaving <= settings.census) return { kind: 'ignored', reason: 'left_by_census' };
    const category = categoryOf(row, cells.category, warnings);
    const fte = readFteCell(row, cells.fte, category === 'bank');
    if (isRefused(fte)) return fte;
    const hours = readWeeklyHours(cells.hours) ?? null;
    if (hours === null && cells.hours !== null) {
      return refuse(row, 'not_a_number', 'hours', cells.hours, 'hours a week, such as 37.5', 'is not a number.');
    }
    if (hours !== null && hours > hoursOfWeek) {
      const message = 'is more than the 168 hours of a week.';
      return refuse(row, 'number_too_large', 'hours', cells.hours, 'hours a week, such as 37.5', message);
    }
    const first = firstCopy(row.row, [who.person, who.assignment]);
    if (first !== undefined) {
      const message = `: this assignment is in row ${first} already.`;
      const field = cells.assignmentNumber === null ? 'employeeNumber' : 'assignmentNumber';
      return refuse(row, 'duplicate_row', field, cells[field], 'an assignment that is not in the file yet', message);
    }
    const entry: AssignmentEntry = {
      row: row.row,
      ...who,
      census: settings.census,
      division: cellText(cells.division),
      unit: cellText(cells.unit),
      position: cellText(cells.position),
      role: cellText(cells.role),
      positionNumber: cellText(cells.positionNumber),
      staffGroup: staffGroupOf(cells.staffGroup),
      ...readPayGrade(cells.payGrade),
      occupationCode: readOccupationCode(cells.occupationCode),
      category,
      status: statusOf(cells.status),
      primary: primaryOf(cells.primary),
      fte,
      hours,
      start,
      nhsEntry: readDate(cells.nhsEntry, settings.date1904) ?? null,
      ethnicOrigin: cellText(cells.ethnicOrigin),
      ageBand: cellText(cells.ageBand),
      costCentre: cellText(cells.costCentre),
    };
    remarkHours(row, entry, warnings);
    remarkGroup(entry, settings.groups, warnings);
    return { kind: 'accepted', entry, warnings };
  };

  return rowParser({ cellsOf, judge });
}

/** |hours / 37.5 - FTE| > 0.01, medical staff too (D20): in hundred-thousandths, times 75 to stay with whole numbers. */
function remarkHours(row: MappedRow, { hours, fte }: AssignmentEntry, warnings: RowWarning[]): void {
  if (hours === null || Math.abs(2 * hours - 75 * fte) <= 75 * 1000) return;
  const message = `"${row.heading('fte')}" is not "${row.heading('hours')}" over 37.5. The FTE as printed is used.`;
  warnings.push(warning('fte_differs_from_hours', 'fte', message));
}

/** Somebody whom no rule maps to a group stays visible (D19). */
export function remarkGroup(
  post: Pick<AssignmentEntry, 'occupationCode' | 'staffGroup'>,
  groups: GroupRules,
  warnings: RowWarning[],
): void {
  if (groupOf(groups, post) !== groups.unmapped) return;
  const said =
    post.occupationCode === null ? 'No occupation code is given' : `"${post.occupationCode}" belongs to no group`;
  const message = `${said}, so the assignment is counted as not mapped, never by its title.`;
  warnings.push(warning('occupation_code_unmapped', 'occupationCode', message));
}
