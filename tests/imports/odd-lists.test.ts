import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../support/importing.ts';
import { textFile, workbook } from '../support/odd-files.ts';

describe('a bank list of layout B', () => {
  const bank =
    'Request Id,Staff,Agency,Date,Unit,Booked Grade,Assignment Number,Start,End,Booked Hours,Status,Actual Start,Actual End';
  const line =
    'R1,"DIXON, Safiya",Bank,05/10/2026,Delivery Suite,MSW Band 3,16097670-2,07:30,20:00,690,Timesheet Finalised,07:30,20:00';
  it('with booked hours in minutes has them as hours', async () => {
    const trust = await openImportingTrust();
    expect(await trust.import(textFile(`${bank}\n${line}\n`))).toMatchObject({ kind: 'bank_list', format: 'B' });
    expect(trust.sqlite.prepare('SELECT planned_minutes AS planned FROM booking').all()).toEqual([{ planned: 690 }]);
  });
});

it('a bank list of layout B whose booked hours are more than its times can hold says so', async () => {
  const bank =
    'Request Id,Staff,Agency,Date,Unit,Booked Grade,Assignment Number,Start,End,Booked Hours,Status,Actual Start,Actual End';
  const line =
    'R1,"DIXON, Safiya",Bank,05/10/2026,Delivery Suite,MSW Band 3,16097670-2,07:30,20:00,20:00,Timesheet Finalised,07:30,20:00';
  const trust = await openImportingTrust();
  expect((await trust.import(textFile(`${bank}\n${line}\n`))).warnings).toEqual({ hours_differ: [2] });
});

const staffHeadings =
  'Employee Number,Assignment Number,Last Name,First Name,Position Title,Staff Group,Pay Grade,Occupation Code,Assignment Category,Assignment Status,Primary Assignment,FTE,Contracted Hours,Latest Start Date,Termination Date,Leaving Reason';
const person = (number: number, fte: string, leaving = '', reason = '') =>
  `${number},${number},Bhatt,Olivia,Midwife,Nursing and Midwifery Registered,Review Body Band 6,N2C,Permanent,Active Assignment,Yes,${fte},37.5,01/04/2020,${leaving},${reason}`;
const asAt = { period: { first: '2026-10-31', last: '2026-10-31' } };

describe('a list of staff', () => {
  it('with a leaving date that few have is one of staff in post, and who had left by its day is left out', async () => {
    const lines = [
      person(10_000_001, '1'),
      person(10_000_002, '1'),
      person(10_000_003, '1', '30/11/2026'),
      person(10_000_004, '1', '31/10/2026', 'Voluntary Resignation'),
      person(10_000_005, '1'),
    ];
    const trust = await openImportingTrust();
    const report = await trust.import(textFile([staffHeadings, ...lines].join('\n')), asAt);
    expect(report).toMatchObject({ kind: 'staff_list', accepted: 4, ignored: [{ row: 5, reason: 'left_by_census' }] });
  });

  it('with a leaving date that all have is one of leavers', async () => {
    const lines = [1, 2, 3].map((one) => person(10_000_000 + one, '1', '31/10/2026', 'Voluntary Resignation'));
    const trust = await openImportingTrust();
    expect(await trust.import(textFile([staffHeadings, ...lines].join('\n')))).toMatchObject({
      kind: 'leavers',
      accepted: 3,
    });
  });

  it('with percentages or hours for FTE is refused row by row', async () => {
    const trust = await openImportingTrust();
    const lines = [person(10_000_001, '80'), person(10_000_002, '37.5'), person(10_000_003, '0.8')];
    const report = await trust.import(textFile([staffHeadings, ...lines].join('\n')), asAt);
    expect(report.refused).toEqual([2, 3].map((one) => ({ row: one, reason: 'number_too_large' })));
  });

  it('with hours a week shown as [h]:mm has them as hours', async () => {
    const cells = person(10_000_001, '1')
      .split(',')
      .map((cell, place) => (place === 12 ? 1.5625 : place === 11 ? 1 : cell));
    const path = await workbook(
      { Staff: [staffHeadings.split(','), cells] },
      { formats: { 'Contracted Hours': '[h]:mm' } },
    );
    const trust = await openImportingTrust();
    expect((await trust.import(path, asAt)).warnings).toEqual({});
    expect(trust.sqlite.prepare('SELECT hours FROM assignment').all()).toEqual([{ hours: 3_750_000 }]);
  });
});

it('a ledger counts no line of sums, wherever it says that it is one', async () => {
  const lines = [
    'Cost Centre,Cost Centre Name,Subjective,Post,Band,Staff Group,Funded WTE',
    '441101,Delivery Suite,5120,Midwife,6,Nursing and Midwifery Registered,20.00',
    '441101,Delivery Suite,5121,Midwife,7,Nursing and Midwifery Registered,5.00',
    '441101,Delivery Suite Total,,,,,25.00',
    '441101,Delivery Suite,,Sub-total midwives,,,25.00',
    '441101 Total,,,,,,25.00',
    'Grand Total,,,,,,25.00',
  ];
  const trust = await openImportingTrust();
  const report = await trust.import(textFile(lines.join('\n')), asAt);
  expect(report).toMatchObject({ kind: 'ledger', accepted: 2 });
  expect(report.ignored.map(({ reason }) => reason)).toEqual(Array(4).fill('totals_row'));
});
