import { describe, expect, it } from 'vitest';
import { assignmentRowParser } from '../../../electron/features/staff/parse/assignments.ts';
import { leaverRowParser } from '../../../electron/features/staff/parse/leavers.ts';
import { type Cells, fte, read, rules, settingsOf } from './rows.ts';

const census = '2026-10-31';
const staffList = (without?: string[]) =>
  assignmentRowParser({ ...settingsOf('staff_list', without), census, groups: rules });
const leavers = () => leaverRowParser({ ...settingsOf('leavers'), groups: rules });

const midwife: Cells = {
  employeeNumber: '12345678',
  assignmentNumber: '12345678',
  lastName: 'Bhatt',
  firstName: 'Zoë',
  staffGroup: 'Nursing and Midwifery Registered',
  payGrade: 'NHS|XR06|Review Body Band 6|',
  occupationCode: 'N2C',
  category: 'Permanent',
  status: 'Active Assignment',
  primary: 'Yes',
  fte: 0.8,
  hours: 30,
  start: '05-Oct-2020',
  costCentre: 441101,
};
const left: Cells = { ...midwife, leaving: '31/03/2026', reason: 'VOLUNTARY RESIGNATION - promotion' };
describe('a row of a staff list', () => {
  it('is read with its person, assignment, group, band, FTE and dates', () => {
    const { entries, warnings } = read(staffList(), midwife);
    expect(warnings).toEqual({});
    expect(entries[0]).toMatchObject({
      person: '12345678',
      assignment: '12345678',
      name: 'Bhatt, Zoë',
      census,
      staffGroup: '03',
      payGrade: 'Review Body Band 6',
      band: '6',
      category: 'permanent',
      status: 'active',
      primary: 1,
      fte: fte(0.8),
      hours: fte(30),
      start: '2020-10-05',
      costCentre: '441101',
    });
  });

  it.each([
    [4071466, '04071466', '04071466', '04071466'],
    ['4071466-2', null, '04071466', '04071466-2'],
    [null, '04071466-2', '04071466', '04071466-2'],
    ['12345678', '12345678-3', '12345678', '12345678-3'],
  ])(
    'with employee number %s and assignment number %s is of %s and %s',
    (employeeNumber, assignmentNumber, person, assignment) => {
      expect(read(staffList(), { ...midwife, employeeNumber, assignmentNumber }).entries[0]).toMatchObject({
        person,
        assignment,
      });
    },
  );

  it.each<[string, Cells, string]>([
    ['nobody', { employeeNumber: null, assignmentNumber: ' ' }, 'person_missing'],
    ['no start', { start: null }, 'date_invalid'],
    ['a start that is no day', { start: '31/02/2020' }, 'date_invalid'],
    ['an FTE in words', { fte: 'full time' }, 'not_a_number'],
    ['no FTE', { fte: null }, 'not_a_number'],
    ['an FTE below 0', { fte: -0.2 }, 'not_a_number'],
    ['hours in words', { hours: 'tbc' }, 'not_a_number'],
    ['an error in its FTE', { fte: { error: '#REF!' } }, 'cell_error'],
  ])('with %s is refused', (_, cells, reason) => {
    expect(read(staffList(), { ...midwife, ...cells }).refused).toEqual([reason]);
  });

  it('is not refused for an error in a cell that no figure uses', () => {
    expect(
      read(staffList(), { ...midwife, lastName: { error: '#N/A' }, ageBand: { error: '#N/A' } }).entries,
    ).toHaveLength(1);
  });

  it('of a bank assignment needs no FTE', () => {
    expect(read(staffList(), { ...midwife, category: 'Bank', fte: null, hours: null }).entries[0]).toMatchObject({
      fte: 0,
      category: 'bank',
    });
  });

  it('of the same person and assignment is a duplicate, whatever else it says', () => {
    const again = { ...midwife, employeeNumber: 12345678, assignmentNumber: null, fte: 0.5, costCentre: '2' };
    const second = { ...midwife, assignmentNumber: '12345678-2' };
    expect(read(staffList(), midwife, again, second)).toMatchObject({
      refused: ['duplicate_row'],
      entries: [{ fte: fte(0.8) }, { assignment: '12345678-2' }],
    });
  });

  it.each([
    [0.8, 30, false],
    ['0.61333', 23, false],
    [0.6, '22:30', false],
    [1, 37.125, false],
    [1, 37.124, true],
    [0.5, 37.5, true],
  ])('with FTE %s and %s hours a week is remarked on: %s', (given, hours, isRemarked) => {
    const { warnings } = read(staffList(), { ...midwife, fte: given, hours });
    expect(warnings).toEqual(isRemarked ? { fte_differs_from_hours: [1] } : {});
  });

  it('with an occupation code of no group is remarked on, and medical and administrative staff are not', () => {
    const { warnings } = read(
      staffList(),
      { ...midwife, employeeNumber: '1', assignmentNumber: null, occupationCode: 'H9Z' },
      { ...midwife, employeeNumber: '2', assignmentNumber: null, occupationCode: 21, staffGroup: 'Medical & Dental' },
      {
        ...midwife,
        employeeNumber: '3',
        assignmentNumber: null,
        occupationCode: 'G2A',
        staffGroup: 'ADMINISTRATIVE AND CLERICAL',
      },
      { ...midwife, employeeNumber: '4', assignmentNumber: null, occupationCode: 'n2c' },
    );
    expect(warnings).toEqual({ occupation_code_unmapped: [1] });
  });

  it('with a blank or unknown category counts nowhere and is remarked on', () => {
    const rows = [
      { ...midwife, category: null },
      { ...midwife, employeeNumber: '2', assignmentNumber: null, category: 'Casual' },
    ];
    const { entries, warnings } = read(staffList(), ...rows);
    expect(entries.map(({ category }) => category)).toEqual(['other', 'other']);
    expect(warnings).toEqual({ assignment_category_blank: [1], code_word_unknown: [2] });
  });

  it('is of substantive staff where the list has no category', () => {
    const { entries, warnings } = read(staffList(['category']), { ...midwife, category: null });
    expect([entries[0]?.category, warnings]).toEqual(['permanent', {}]);
  });

  it.each([
    ['NHS|XR08|Review Body Band 8a|', '8a', 'Review Body Band 8a'],
    ['NHS|XR09|Review Body Band 8 - Range B|', '8b', 'Review Body Band 8 - Range B'],
    ['NHS|XN07|Non Review Body Band 7|', '7', 'Non Review Body Band 7'],
    ['XR06', '6', 'XR06'],
    ['Band 5', '5', 'Band 5'],
    ['NHS|YM72|Consultant|', null, 'Consultant'],
    [6, '6', '6'],
  ])('with pay grade %s is in band %s', (payGrade, band, words) => {
    expect(read(staffList(), { ...midwife, payGrade }).entries[0]).toMatchObject({ band, payGrade: words });
  });

  it.each([
    ['03 - Nursing & Midwifery Registered', '03'],
    ['Add Prof Scientific and Technic', '05'],
    ['07', '07'],
    ['Chaplains', 'Chaplains'],
    [null, null],
  ])('with the staff group %s is of %s', (staffGroup, code) => {
    expect(read(staffList(), { ...midwife, staffGroup }).entries[0]?.staffGroup).toBe(code);
  });

  it.each([
    ['n2c', 'N2C'],
    ['N2C - Midwife', 'N2C'],
    [3, '003'],
    ['21', '021'],
    ['Not known', 'NOT KNOWN'],
  ])('with the occupation code %s has %s', (occupationCode, code) => {
    expect(read(staffList(), { ...midwife, occupationCode }).entries[0]?.occupationCode).toBe(code);
  });

  it('of totals or a footer is ignored', () => {
    const { ignored, entries } = read(
      staffList(),
      { division: 'Women', ...midwife },
      { division: 'Grand Total', fte: 217.9 },
      { division: 'End of report' },
    );
    expect(ignored).toEqual(['totals_row', 'footer_row']);
    expect(entries).toHaveLength(1);
  });
});

describe('a row of a list of leavers', () => {
  it('is read with the reason as the staff record publishes it', () => {
    expect(read(leavers(), left).entries[0]).toMatchObject({
      leaving: '2026-03-31',
      start: '2020-10-05',
      reason: 'Voluntary Resignation - Promotion',
      fte: fte(0.8),
    });
  });

  it('keeps a reason that is not among the published ones, and remarks on none', () => {
    const { entries, warnings } = read(
      leavers(),
      { ...left, reason: 'Moved away' },
      { ...left, employeeNumber: '2', assignmentNumber: null, reason: null },
    );
    expect(entries.map(({ reason }) => reason)).toEqual(['Moved away', null]);
    expect(warnings).toEqual({ leaving_reason_missing: [2] });
  });

  it('is a duplicate where the assignment ended on that day already', () => {
    const elsewhen = { ...left, leaving: '30/04/2026' };
    expect(read(leavers(), left, { ...left, reason: null, fte: 1 }, elsewhen).refused).toEqual(['duplicate_row']);
  });

  it.each<[string, Cells, string]>([
    ['that ends before it starts', { leaving: '04/10/2020' }, 'end_before_start'],
    ['without an end', { leaving: null }, 'date_invalid'],
    ['without a person', { employeeNumber: '', assignmentNumber: null }, 'person_missing'],
  ])('%s is refused', (_, cells, reason) => {
    expect(read(leavers(), { ...left, ...cells }).refused).toEqual([reason]);
  });
});
