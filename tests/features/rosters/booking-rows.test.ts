import { describe, expect, it } from 'vitest';
import { type BookingLayout, bookingRowParser } from '../../../electron/features/rosters/parse/bookings.ts';
import { formats, judge } from '../../support/roster-samples.ts';
import { type CellsByField, mappedRow, settingsOf, soundBooking } from './rows.ts';

function read(layout: BookingLayout, ...rows: CellsByField[]) {
  const settings = settingsOf('bank_list', { columns: new Set(rows.flatMap((cells) => Object.keys(cells))) });
  return judge(
    rows.map((cells, place) => mappedRow(place + 2, cells)),
    bookingRowParser({ ...settings, layout }),
  );
}

const { finalisedDate: _, plannedBreak: __, ...common } = soundBooking;
const soundB = { ...common, plannedHours: 0.4791666666666667, status: 'Timesheet Finalised' };
const nothingActual = { actualStart: null, actualEnd: null, actualBreak: null, actualHours: null };

describe('a booking', () => {
  it('of layout A is planned by its times and finalised by its date and both actual times', () => {
    const { entries, outcome } = read(
      'A',
      soundBooking,
      { ...soundBooking, ...nothingActual },
      { ...soundBooking, finalisedDate: null },
    );
    expect(entries[0]).toMatchObject({
      plannedMinutes: 690,
      actualMinutes: 660,
      finalised: 1,
      supply: 'bank',
      registered: 0,
      person: '16097670',
    });
    expect(entries.map(({ finalised }) => finalised)).toEqual([1, 0, 0]);
    expect(outcome.warnings).toEqual({ request_id_reused: [2, 3, 4] });
  });

  it('of layout B is planned by its booked hours and finalised by its status and both actual times', () => {
    const { entries } = read(
      'B',
      soundB,
      { ...soundB, ...nothingActual },
      { ...soundB, status: 'Timesheet Entered' },
      { ...soundB, plannedHours: null },
    );
    expect(entries.map(({ finalised }) => finalised)).toEqual([1, 0, 0, 1]);
    // Without booked hours: its 12.5 hours less the hour of break that was taken, since the list has no planned break.
    expect(entries.map(({ plannedMinutes }) => plannedMinutes)).toEqual([690, 690, 690, 690]);
  });

  it('of the NHSP list is finalised by its actual times, and agency where the list calls its workers so', () => {
    const columns = new Set(['name', 'unit', 'date', 'grade']);
    const parser = bookingRowParser({ ...settingsOf('bank_list', { columns }), layout: 'NHSP' });
    const cells = { ...soundBooking, agency: null, assignment: null, finalisedDate: null, grade: 'Midwife B6' };
    const row = {
      ...mappedRow(4, cells),
      heading: (field: string) => (field === 'name' ? 'Agency Worker Name' : field),
    };
    expect(judge([row], parser).entries[0]).toMatchObject({
      supply: 'agency',
      agency: null,
      finalised: 1,
      band: '6',
      registered: 1,
    });
  });

  it('is bank where its agency is blank or Bank, and the named agency’s otherwise', () => {
    const rows = ['Bank', null, 'BANK', 'Quillfeather Medical'].map((agency, at) => ({
      ...soundBooking,
      agency,
      requestId: String(at),
    }));
    expect(read('A', ...rows).entries.map(({ supply, agency }) => agency ?? supply)).toEqual([
      'bank',
      'bank',
      'bank',
      'Quillfeather Medical',
    ]);
  });

  it('without a request id is kept and remarked on, and so are both bookings that share one', () => {
    const other = { ...soundBooking, date: '06/10/2026' };
    const { outcome } = read('A', soundBooking, { ...soundBooking, requestId: null }, other, {
      ...soundBooking,
      requestId: '9',
    });
    expect(outcome).toMatchObject({ rows_accepted: 4, warnings: { request_id_blank: [3], request_id_reused: [2, 4] } });
  });

  it('that says the same as an earlier one is refused and makes no request id reused', () => {
    const { outcome } = read('A', soundBooking, soundBooking);
    expect(outcome).toMatchObject({ refused: [{ row: 3, reason: 'duplicate_row' }], warnings: {} });
  });

  it('that a bank worker without a number worked is refused, and an agency worker’s is not', () => {
    const nameless = { ...soundBooking, assignment: null };
    expect(read('A', nameless, { ...nameless, agency: 'Quillfeather Medical' }).outcome.refused).toEqual([
      { row: 2, reason: 'person_missing' },
    ]);
  });

  it('is refused for the same faults as a duty', () => {
    const reasons = read(
      'A',
      { ...soundBooking, unit: null },
      { ...soundBooking, actualEnd: null },
      { ...soundBooking, grade: 'Midwife' },
    ).outcome.refused;
    expect(reasons.map(({ reason }) => reason)).toEqual(['unit_missing', 'time_invalid', 'grade_unknown']);
  });
});

describe('the formats of rosters and bank lists', () => {
  it('call the planned and the actual start by headings that no two layouts share', () => {
    const [a, b] = formats.get('bank_list')!.layouts;
    expect(a?.headings['actualStart']).toContain('Start');
    expect(b?.headings['plannedStart']).toContain('Start');
    expect(a?.lacks).toContain('Actual Start');
    expect(b?.lacks).toContain('From');
  });
});
