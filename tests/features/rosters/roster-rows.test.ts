import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingActual, nothingPlanned, readDuties, readDuty, soundDuty } from './rows.ts';

describe('time away', () => {
  const away = { ...nothingPlanned, ...nothingActual, plannedHours: 0.2875, fill: null, status: null, shiftType: null };

  it('counts by its hours cell, under its group', () => {
    expect(readDuty({ ...away, unavailabilityGroup: 'annual leave' }).away).toMatchObject({
      group: 'Annual Leave',
      minutes: 414,
    });
    expect(readDuty({ ...away, unavailabilityGroup: 'Jury duty' }).away?.group).toBe('Jury duty');
  });

  it('without a group belongs to that of its reason, or to other leave', () => {
    expect(readDuty({ ...away, unavailabilityReason: 'Maternity Leave' }).away).toMatchObject({
      group: 'Parenting',
      reason: 'Maternity Leave',
    });
    expect(readDuty({ ...away, unavailabilityReason: 'Snow' }).away?.group).toBe('Other Leave');
    expect(readDuty({ unavailabilityReason: 'Covering sickness' }).duty).toBeDefined();
  });

  it('needs no times, and is remarked on without hours', () => {
    expect(
      readDuty({ ...away, unavailabilityGroup: 'Sickness', plannedStart: '00:00', plannedEnd: '00:00' }).away?.minutes,
    ).toBe(414);
    expect(readDuty({ ...away, unavailabilityGroup: 'Sickness', plannedHours: null })).toMatchObject({
      away: { minutes: 0 },
      warnings: ['hours_blank'],
    });
    expect(readDuty({ ...away, unavailabilityGroup: 'Sickness', plannedHours: 'all day' }).reason).toBe('not_a_number');
  });
});

describe('a copy of a row', () => {
  it('is refused, the first one kept, however its values are written', () => {
    const copy = {
      ...soundDuty,
      unit: 'delivery suite',
      plannedStart: '7:30',
      date: 46_300,
      grade: 'B6',
      comments: 'again',
    };
    const { outcome, problems } = readDuties(soundDuty, copy, { ...soundDuty, actualEnd: '20:15' });
    expect(outcome).toMatchObject({ rows_accepted: 2, refused: [{ row: 3, reason: 'duplicate_row' }] });
    expect(problems[0]).toBe('duplicate_row: "29382597" in "The staffNumber": this row says the same as row 2.');
  });

  it('of an open or cancelled duty that names nobody is another post', () => {
    const open = { ...soundDuty, ...nothingActual, staffNumber: null, name: null, fill: null, status: 'Unfilled' };
    const cancelled = { ...open, status: 'Cancelled' };
    expect(
      readDuties(open, open, cancelled, cancelled, { ...open, name: 'Vacant' }, { ...open, name: 'Vacant' }).outcome
        .refused,
    ).toEqual([]);
  });

  it('of an agency worker without a number is a copy by the name', () => {
    const agency = { ...soundDuty, staffNumber: null, fill: 'Agency' };
    expect(readDuties(agency, agency, { ...agency, name: 'OBI, Chloe' }).outcome.refused).toEqual([
      { row: 3, reason: 'duplicate_row' },
    ]);
  });

  it('of a refused row is refused for the same reason', () => {
    const bad = { ...soundDuty, plannedStart: 'late' };
    expect(readDuties(bad, bad).outcome.refused.map(({ reason }) => reason)).toEqual(['time_invalid', 'time_invalid']);
  });
});

describe('any row', () => {
  it('is accepted, refused or ignored, and never breaks the reading', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.double({ noDefaultInfinity: true }),
      fc.boolean(),
      fc.string(),
      fc.constantFrom(
        '07:30',
        '20:00',
        '05/10/2026',
        'Band 6',
        'Delivery Suite',
        'Worked',
        'Agency',
        'Sickness',
        '#REF!',
      ),
      fc.constant({ error: '#N/A' }),
    );
    const changes = fc.dictionary(fc.constantFrom(...Object.keys(soundDuty), 'unavailabilityGroup', 'comments'), cell);
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 8 }), (rows) => {
        const { outcome } = readDuties(...rows.map((change) => ({ ...soundDuty, ...change })));
        expect(outcome.rows_accepted + outcome.rows_refused + outcome.rows_ignored).toBe(rows.length);
      }),
    );
  });
});
