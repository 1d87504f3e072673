import { describe, expect, it } from 'vitest';
import { dutyRowParser } from '../../../electron/features/rosters/parse/duties.ts';
import { wordsOf } from '../../../electron/imports/clean/words.ts';
import { formats, judge } from '../../support/roster-samples.ts';
import {
  type CellsByField,
  mappedRow,
  nothingActual,
  nothingPlanned,
  readDuty,
  settingsOf,
  soundDuty,
} from './rows.ts';

describe('a duty row', () => {
  it('becomes a duty with whole minutes, and its own words cleaned up', () => {
    expect(readDuty({ unit: 'DELIVERY SUITE', staffNumber: '9382597-2' }).duty).toEqual({
      row: 2,
      unit: 'Delivery Suite',
      person: '09382597',
      assignment: '09382597-2',
      name: 'BHATT, Olivia',
      date: '2026-10-05',
      band: '6',
      registered: 1,
      costCentre: '441101',
      plannedStart: 450,
      plannedEnd: 1200,
      plannedBreak: 60,
      plannedMinutes: 690,
      actualStart: 450,
      actualEnd: 1200,
      actualBreak: 60,
      actualMinutes: 690,
      night: 0,
      shift: 'LD',
      shiftType: 'Day',
      purpose: 'care',
      fill: 'substantive',
      status: 'worked',
      inCharge: 0,
      supernumerary: 0,
    });
  });

  it('that starts with Total or Report is ignored before its errors are looked at', () => {
    expect(readDuty({ unit: 'Total', plannedHours: { error: '#VALUE!' } }).reason).toBe('totals_row');
    expect(readDuty({ unit: 'Report generated from the e-rostering system' }).reason).toBe('footer_row');
  });

  it.each<[string, CellsByField]>([
    ['cell_error', { grade: { error: '#N/A' }, unit: null }],
    ['unit_missing', { unit: null, date: 'never' }],
    ['unit_unknown', { unit: 'Ward 99 (closed)', date: 'never' }],
    ['date_invalid', { date: '31/02/2026', grade: 'Band X' }],
    ['date_invalid', { date: null }],
    ['date_outside_period', { date: 12, grade: 'Band X' }],
    ['date_outside_period', { date: '02/11/2026' }],
    ['grade_unknown', { grade: 'Band 14', plannedHours: 'many' }],
    ['grade_unknown', { grade: null, gradeType: 'Registered' }],
    ['not_a_number', { plannedHours: 'eleven and a half', plannedStart: 'late' }],
    ['negative_hours', { plannedHours: -0.4791666666666667 }],
    ['negative_hours', { actualHours: '-11:30' }],
    ['time_invalid', { plannedStart: 'late', plannedBreak: 'sixty' }],
    ['time_invalid', { plannedEnd: null }],
    ['time_invalid', { plannedStart: '25:10' }],
    ['time_invalid', { actualEnd: '24:00' }],
    ['not_a_number', { plannedBreak: 'sixty' }],
    ['negative_break', { plannedBreak: -60 }],
    ['zero_length_shift', { plannedEnd: '07:30', actualStart: 'late' }],
    ['shift_too_long', { plannedEnd: '23:31' }],
    ['break_longer_than_shift', { plannedBreak: 900 }],
    ['break_longer_than_shift', { plannedBreak: 750 }],
    ['person_missing', { staffNumber: null }],
    ['person_missing', { staffNumber: null, fill: 'Bank' }],
  ])('is refused with %s for %j', (reason, change) => {
    expect(readDuty(change).reason).toBe(reason);
  });

  it('tells in words what is wrong, where, and what was read', () => {
    const said = (change: CellsByField) => readDuty(change).problem;
    expect(said({ date: '02/11/2026' })).toBe(
      'date_outside_period: "02/11/2026" in "The date" is 2 November 2026, outside the period 5 October 2026 to 1 November 2026.',
    );
    expect(said({ unit: null })).toBe('unit_missing: "The unit" is empty. Say which unit this row is of.');
    expect(said({ plannedStart: 'late' })).toBe('time_invalid: "late" in "The plannedStart" is not a time of day.');
    expect(said({ plannedEnd: null })).toBe(
      'time_invalid: "The plannedEnd" is empty while "The plannedStart" is given.',
    );
  });

  it('keeps within 16 hours, takes a blank break for none, and needs no hours cell', () => {
    expect(readDuty({ plannedEnd: '23:30', plannedBreak: null, plannedHours: null }).duty?.plannedMinutes).toBe(960);
  });

  it('is not refused for an error in its comments, and is remarked on for text like a formula', () => {
    expect(readDuty({ comments: { error: '#REF!' } }).duty).toBeDefined();
    expect(readDuty({ comments: '=HYPERLINK("x")' }).warnings).toEqual(['formula_like_text']);
    expect(readDuty({ name: '=2+5' }).duty?.name).toBe('=2+5');
  });

  it('that an agency worker without a number worked is accepted', () => {
    expect(readDuty({ staffNumber: null, fill: 'Agency' }).duty).toMatchObject({
      person: null,
      name: 'BHATT, Olivia',
      fill: 'agency',
    });
  });

  it('that nobody filled belongs to nobody', () => {
    const unfilled = { ...nothingActual, staffNumber: null, name: null, fill: null, status: 'Unfilled' };
    expect(readDuty(unfilled).duty).toMatchObject({ fill: 'none', status: 'unfilled', actualMinutes: null });
    expect(readDuty({ ...unfilled, status: null }).duty).toMatchObject({ fill: 'none', status: 'unfilled' });
  });

  it('of the night ends on the next day, and hours after midnight stay with its date', () => {
    const night = readDuty({
      plannedStart: '19:30',
      plannedEnd: '08:00',
      actualStart: '00:30',
      actualEnd: '08:00',
    }).duty;
    expect(night).toMatchObject({
      date: '2026-10-05',
      plannedStart: 1170,
      plannedEnd: 1920,
      plannedMinutes: 690,
      night: 1,
    });
    expect(night).toMatchObject({ actualStart: 1470, actualEnd: 1920, actualMinutes: 390 });
  });

  it.each([
    ['16:00', '00:00', 0],
    ['15:59', '00:00', 0],
    ['16:01', '00:00', 1],
    ['04:00', '12:00', 0],
    ['03:59', '12:00', 1],
    ['19:30', '08:00', 1],
    ['07:30', '20:00', 0],
    ['22:00', '06:00', 1],
    ['12:00', '04:00', 0],
    ['12:01', '04:00', 1],
  ])(
    'from %s to %s is night when more than half lies between 20:00 and 08:00 (%i)',
    (plannedStart, plannedEnd, night) => {
      expect(readDuty({ plannedStart, plannedEnd, plannedHours: null, ...nothingActual }).duty?.night).toBe(night);
      expect(readDuty({ ...nothingPlanned, actualStart: plannedStart, actualEnd: plannedEnd }).duty?.night).toBe(night);
    },
  );

  it('is day or night by its planned times, whatever was worked', () => {
    expect(readDuty({ actualStart: '19:30', actualEnd: '08:00' }).duty?.night).toBe(0);
  });

  it.each([
    ['Band 6', '6', 1],
    ['B6', '6', 1],
    ['Registered Midwife Band 6', '6', 1],
    ['MSW Band 3', '3', 0],
    ['8a', '8a', 1],
    ['Band 8A', '8a', 1],
    ['Band 06', '6', 1],
    [4, '4', 0],
    ['NHS|XR05|Review Body Band 5', '5', 1],
    ['Band 7 - 37.5 hours', '7', 1],
  ])('of grade "%s" is Band %s, and registered from Band 5 up (%i)', (grade, band, registered) => {
    expect(readDuty({ grade, gradeType: null }).duty).toMatchObject({ band, registered });
  });

  it.each([
    'Band X',
    'Band 14',
    'Band 1',
    'Band 0',
    'Midwife',
    'Band 5/6',
    'Band 5 to 6',
    'MW6',
    '6 months',
    'Band 8e',
  ])('of grade "%s" is of no band', (grade) => {
    expect(readDuty({ grade }).reason).toBe('grade_unknown');
  });

  it('is registered by its grade type before its band', () => {
    expect(readDuty({ grade: 'Band 4', gradeType: 'Registered' }).duty?.registered).toBe(1);
    expect(readDuty({ grade: 'Band 6', gradeType: 'unregistered' }).duty?.registered).toBe(0);
    expect(readDuty({ gradeType: 'Mystery' })).toMatchObject({
      duty: { registered: 1 },
      warnings: ['code_word_unknown'],
    });
  });

  it('takes in what a trust has answered before', () => {
    const sets = formats.get('duty_roster')!.words;
    const words = wordsOf(sets, {
      grade: { MW6: '6', Locum: 'registered_no_band' },
      unit: { LW: 'delivery suite' },
      shift: { ADM: 'management' },
    });
    const settings = settingsOf('duty_roster', { words });
    expect(readDuty({ grade: 'mw6', unit: 'LW', shift: 'ADM' }, settings).duty).toMatchObject({
      band: '6',
      unit: 'Delivery Suite',
      purpose: 'management',
    });
    expect(readDuty({ grade: 'Locum', gradeType: null }, settings).duty).toMatchObject({ band: null, registered: 1 });
  });

  it.each([
    ['Day', 'LD', 'care'],
    ['On Call', 'OC', 'on_call'],
    ['OnCall', null, 'on_call'],
    ['Other', 'X', 'management'],
    ['Day', 'MGT', 'management'],
    [null, 'OC', 'on_call'],
    ['Something new', 'LD', 'care'],
  ])('of type %s and shift %s is %s', (shiftType, shift, purpose) => {
    expect(readDuty({ shiftType, shift }).duty?.purpose).toBe(purpose);
  });

  it('is remarked on where its own hours differ from its times, except on call', () => {
    expect(readDuty({ plannedHours: 0.5 }).warnings).toEqual(['hours_differ']);
    expect(readDuty({ plannedHours: 0.479 }).warnings).toEqual([]);
    expect(readDuty({ plannedHours: 0.5, shiftType: 'On Call' }).warnings).toEqual([]);
  });

  it('creates a unit where that is asked for, in the spelling of its first row', () => {
    const settings = settingsOf('duty_roster', { units: { known: [], unknown: 'create' } });
    const parser = dutyRowParser(settings);
    const rows = ['Maternity  Triage', 'MATERNITY TRIAGE'].map((unit, row) =>
      mappedRow(row, { ...soundDuty, unit, staffNumber: String(row + 1) }),
    );
    const units = judge(rows, parser).entries.map((entry) => entry.kind === 'duty' && entry.duty.unit);
    expect(units).toEqual(['Maternity Triage', 'Maternity Triage']);
  });
});
