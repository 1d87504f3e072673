import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../support/importing.ts';
import { type Cell, textFile, workbook } from '../support/odd-files.ts';
import { exportsOfOthers, list, people } from '../support/other-systems.ts';

describe('an export of another system', () => {
  it.each(exportsOfOthers)('$of, is told for what it is and read right', async ({ text, kind, format, stored }) => {
    const trust = await openImportingTrust();
    const report = await trust.import(textFile(text));
    expect(report).toMatchObject({ kind, accepted: 3, refused: [], ...(format && { format }) });
    const [sql, ...values] = stored;
    expect(trust.sqlite.prepare(`SELECT ${sql}`).raw().all()).toEqual([values, values, values]);
  });

  it('with two rows of headings, planned and worked, is a roster', async () => {
    const rows: Cell[][] = [
      [
        'Unit',
        'Date',
        'Staff No',
        'Name',
        'Grade',
        'Planned',
        null,
        null,
        null,
        'Worked',
        null,
        null,
        null,
        'Fill type',
        'Status',
      ],
      [null, null, null, null, null, 'Start', 'End', 'Break', 'Hours', 'Start', 'End', 'Break', 'Hours', null, null],
      ...people.map(([number, surname]): Cell[] => [
        'Delivery Suite',
        '05/10/2026',
        number,
        surname,
        'Band 6',
        '19:30',
        '08:00',
        60,
        '11:30',
        '19:45',
        '08:00',
        60,
        '11:15',
        'Substantive',
        'Worked',
      ]),
    ];
    const trust = await openImportingTrust();
    expect(await trust.import(await workbook({ Roster: rows }))).toMatchObject({ kind: 'duty_roster', accepted: 3 });
    const read = trust.sqlite.prepare('SELECT DISTINCT planned_minutes, actual_minutes, night FROM duty').raw().all();
    expect(read).toEqual([[690, 675, 1]]);
  });

  it.each([
    [
      'a staff list without occupation codes',
      'COLUMNS_NEEDED',
      list(
        'As at 31/10/2026',
        'Employee Number,Assignment Number,Last Name,First Name,Position Title,Staff Group,Pay Grade,Assignment Category,FTE,Latest Start Date',
        '#,#,@,X,Midwife,Nursing and Midwifery Registered,Review Body Band 6,Permanent,0.8,01/04/2020',
      ),
    ],
    [
      'leavers without FTE',
      'COLUMNS_NEEDED',
      list(
        'Employee Number,Last Name,First Name,Occupation Code,Latest Start Date,Termination Date,Leaving Reason',
        '#,@,X,N2C,01/04/2020,31/07/2026,Death in Service',
      ),
    ],
    [
      'a staff list that does not say of which day it is',
      'DATE_NEEDED',
      list(
        'Employee Number,Last Name,Staff Group,Pay Grade,Occupation Code,Assignment Category,FTE,Latest Start Date',
        '#,@,Nursing and Midwifery Registered,Review Body Band 6,N2C,Permanent,0.8,01/04/2020',
      ),
    ],
    [
      'bookings with one start and end, which could be planned or actual',
      'FILE_REFUSED',
      list(
        'Request Id,Staff,Agency,Date,Unit,Grade,Start,End,Break,Hours,Finalised Date',
        '5%,@,Bank,%/10/2026,Delivery Suite,MSW Band 3,07:30,20:00,60,11:30,02/11/2026',
      ),
    ],
    [
      'people with their contracted time and neither FTE nor occupation',
      'FILE_REFUSED',
      list(
        'Staff Number,Surname,Forenames,Date of Birth,Hire Date,Contracted Time,Current Unit',
        '#,@,X,01/01/1990,01/04/2020,37:30,Delivery Suite',
      ),
    ],
  ])('of %s is asked about or refused, never guessed', async (_, code, text) => {
    const trust = await openImportingTrust();
    expect(await trust.refusal(textFile(text))).toMatchObject({ code });
  });

  it('of bookings that does not say which are finalised counts none as worked, and says so', async () => {
    const text = list(
      'Request Id,Date,Start,End,Unit,Booked Grade,Agency,Staff,Assignment Number,Booked Hours,Actual Start,Actual End',
      'R%,%/10/2026,07:30,20:00,Delivery Suite,Midwife Band 6,,@,#,11:30,07:30,20:00',
    );
    const trust = await openImportingTrust();
    const report = await trust.import(textFile(text));
    expect(report.remarks.map(({ code }) => code)).toContain('nothing_finalised');
    const read = trust.sqlite
      .prepare('SELECT DISTINCT planned_minutes, actual_minutes, finalised FROM booking')
      .raw()
      .all();
    expect(read).toEqual([[690, 690, 0]]);
  });
});
