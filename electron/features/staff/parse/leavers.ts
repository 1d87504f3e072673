import { dateInWords } from '../../../core/dates.ts';
import { duplicateFinder } from '../../../imports/clean/duplicates.ts';
import { isRefused, refuse, warning } from '../../../imports/clean/refuse.ts';
import type { RowReader } from '../../../imports/clean/row-reader.ts';
import { rowParser } from '../../../imports/clean/row-parser.ts';
import { staffGroupReader } from '../../../imports/clean/staff-groups.ts';
import { cellText } from '../../../imports/clean/text.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../../imports/row.ts';
import type { GroupRules } from '../calculations/groups.ts';
import type { LeaverEntry } from '../entries.ts';
import { remarkGroup } from './assignments.ts';
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

export interface LeaverSettings extends StaffRowSettings {
  readonly groups: GroupRules;
}

function cellsOf(reader: RowReader) {
  return {
    employeeNumber: reader.cell('employeeNumber'),
    assignmentNumber: reader.cell('assignmentNumber'),
    lastName: reader.freeText('lastName'),
    firstName: reader.freeText('firstName'),
    name: reader.freeText('name'),
    unit: reader.cell('unit'),
    position: reader.freeText('position'),
    staffGroup: reader.cell('staffGroup'),
    payGrade: reader.cell('payGrade'),
    occupationCode: reader.cell('occupationCode'),
    category: reader.cell('category'),
    primary: reader.cell('primary'),
    fte: reader.cell('fte'),
    start: reader.cell('start'),
    leaving: reader.cell('leaving'),
    reason: reader.cell('reason'),
    destination: reader.freeText('destination'),
    ethnicOrigin: reader.freeText('ethnicOrigin'),
    ageBand: reader.freeText('ageBand'),
    costCentre: reader.cell('costCentre'),
  };
}

type Cells = Readonly<ReturnType<typeof cellsOf>>;

/** Judges the rows of a list of leavers in the order of D3. One assignment ends on one day once (D4). */
export function leaverRowParser(settings: LeaverSettings): RowParser<LeaverEntry> {
  const dateOf = dateReader(settings.date1904);
  const categoryOf = categoryReader(settings);
  const primaryOf = primaryReader(settings);
  const staffGroupOf = staffGroupReader(settings.words);
  const reasonOf = codeOrWord(settings.words, 'leavingReason');
  const firstCopy = duplicateFinder();

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<LeaverEntry> => {
    const who = readWho(row, settings.columns, cells);
    if (isRefused(who)) return who;
    const start = dateOf(row, 'start', cells.start, true);
    if (isRefused(start)) return start;
    const leaving = dateOf(row, 'leaving', cells.leaving, true);
    if (isRefused(leaving)) return leaving;
    if (leaving < start) {
      const expected = 'a day on or after the start';
      return refuse(
        row,
        'end_before_start',
        'leaving',
        dateInWords(leaving),
        expected,
        `is before the start, ${dateInWords(start)}.`,
      );
    }
    const category = categoryOf(row, cells.category, warnings);
    const fte = readFteCell(row, cells.fte, category === 'bank');
    if (isRefused(fte)) return fte;
    const first = firstCopy(row.row, [who.person, who.assignment, leaving]);
    if (first !== undefined) {
      const expected = 'an end that is not in the file yet';
      const message = `: row ${first} says already that this assignment ended then.`;
      return refuse(row, 'duplicate_row', 'leaving', dateInWords(leaving), expected, message);
    }
    const entry: LeaverEntry = {
      row: row.row,
      ...who,
      unit: cellText(cells.unit),
      position: cellText(cells.position),
      staffGroup: staffGroupOf(cells.staffGroup),
      ...readPayGrade(cells.payGrade),
      occupationCode: readOccupationCode(cells.occupationCode),
      category,
      primary: primaryOf(cells.primary),
      fte,
      start,
      leaving,
      reason: reasonOf(cells.reason),
      destination: cellText(cells.destination),
      ethnicOrigin: cellText(cells.ethnicOrigin),
      ageBand: cellText(cells.ageBand),
      costCentre: cellText(cells.costCentre),
    };
    if (entry.reason === null) {
      const message = `"${row.heading('reason')}" is empty: the leaver counts as avoidable, and not as voluntary.`;
      warnings.push(warning('leaving_reason_missing', 'reason', message));
    }
    remarkGroup(entry, settings.groups, warnings);
    return { kind: 'accepted', entry, warnings };
  };

  return rowParser({ cellsOf, judge });
}
