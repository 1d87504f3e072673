import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../support/importing.ts';
import { type Cell, textFile, workbook } from '../support/odd-files.ts';

/** A duty of 07:30 to 20:00 with an hour off, worked as planned: 11 h 30. */
const headings =
  'Unit,Staff Number,Name,Grade,Duty Date,Shift,Start,End,Break Mins,Work Hours,Fill Type,Duty Status,Actual Start,Actual End,Actual Break Mins,Actual Work Hours,Unavailability Group';
const duty =
  'Delivery Suite,29382597,"BHATT, Zoë",Band 6,05/10/2026,LD,07:30,20:00,60,11:30,Substantive,Worked,07:30,20:00,60,11:30,';
const night =
  'Delivery Suite,11340267,"DAVIES, Siân",Band 6,05/10/2026,N,19:30,08:00,60,11:30,Substantive,Worked,19:30,08:00,60,11:30,';

async function dutiesOf(path: string) {
  const trust = await openImportingTrust();
  const report = await trust.import(path);
  const rows = trust.sqlite
    .prepare(
      'SELECT person, name, date, planned_minutes AS planned, actual_minutes AS actual, night FROM duty ORDER BY row',
    )
    .all();
  return { trust, report, rows };
}

const day = { person: '29382597', name: 'BHATT, Zoë', date: '2026-10-05', planned: 690, actual: 690, night: 0 };
const dark = { person: '11340267', name: 'DAVIES, Siân', date: '2026-10-05', planned: 690, actual: 690, night: 1 };
const both = `${headings}\r\n${duty}\r\n${night}\r\n`;
const separatedBy = (separator: string) => both.replace(/"[^"]*"|,/g, (part) => (part === ',' ? separator : part));
/** A row of the roster as cells, with some of them other than text. */
const row = (line: string, changes: Readonly<Record<string, Cell>> = {}): Cell[] => {
  const cells = [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, plain, quoted]) => quoted ?? plain ?? '');
  return headings.split(',').map((heading, place) => (heading in changes ? changes[heading]! : cells[place] || null));
};
const top = headings.split(',');

describe('a roster of text gives the same duties', () => {
  const cp1252 = (text: string) => Buffer.from(text, 'latin1');
  it.each([
    ['as UTF-16 with tabs', separatedBy('\t'), (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['as UTF-8 with a byte order mark', both, (text: string) => Buffer.from(`\ufeff${text}`)],
    ['as windows-1252 with semicolons', separatedBy(';'), cp1252],
    ['with bars, and its separator told in the first line', `sep=|\r\n${separatedBy('|')}`, undefined],
    [
      'with times as 0730 and hours with decimals',
      both.replaceAll('07:30', '0730').replaceAll('11:30', '11.5'),
      undefined,
    ],
    ['with hours in minutes', both.replaceAll('11:30', '690'), undefined],
    ['with breaks in hours', both.replaceAll(',60,', ',1.0,'), undefined],
    ['with breaks as a clock', both.replaceAll(',60,', ',01:00,'), undefined],
    ['with dates as 5-Oct-26', both.replaceAll('05/10/2026', '5-Oct-26'), undefined],
    ['with a weekday before its dates', both.replaceAll('05/10/2026', 'Mon 05 Oct 2026'), undefined],
    [
      'with date and time in one cell',
      both.replaceAll('19:30', '05/10/2026 19:30').replaceAll('08:00', '06/10/2026 08:00'),
      undefined,
    ],
    ['with assignments after the numbers', both.replace('29382597', '29382597-2'), undefined],
    ['with blank lines between', both.replaceAll('\r\n', '\r\n\r\n'), undefined],
  ])('%s', async (_, text, encode) => {
    const { report, rows } = await dutiesOf(textFile(text, encode));
    expect(rows).toEqual([day, dark]);
    expect(report).toMatchObject({ kind: 'duty_roster', refused: [], warnings: {} });
  });

  it('with totals in the middle, which are left out', async () => {
    const { report, rows } = await dutiesOf(
      textFile(
        `${headings}\r\n${duty}\r\nTotal Delivery Suite,,,,,,,,,11:30,,,,,,11:30,\r\nGrand total,,,,,,,,,11:30\r\n${night}\r\n`,
      ),
    );
    expect(rows).toEqual([day, dark]);
    expect(report.ignored).toEqual([
      { row: 3, reason: 'totals_row' },
      { row: 4, reason: 'totals_row' },
    ]);
  });

  it('with a unit given once and then left blank, of which the others are refused and not guessed', async () => {
    const { report, rows } = await dutiesOf(
      textFile(`${headings}\r\n${duty}\r\n${night.replace('Delivery Suite', '')}\r\n`),
    );
    expect(rows).toEqual([day]);
    expect(report.refused).toEqual([{ row: 3, reason: 'unit_missing' }]);
  });
});

describe('a roster of cells gives the same duties', () => {
  const times = { Start: 0.3125, End: 20 / 24, 'Actual Start': 0.3125, 'Actual End': 20 / 24 };
  it('with hours and breaks that the sheet shows as [h]:mm', async () => {
    const lengths = {
      'Break Mins': 1 / 24,
      'Work Hours': 11.5 / 24,
      'Actual Break Mins': 1 / 24,
      'Actual Work Hours': 11.5 / 24,
    };
    const formats = Object.fromEntries(Object.keys(lengths).map((heading) => [heading, '[h]:mm']));
    const { report, rows } = await dutiesOf(
      await workbook({ Roster: [top, row(duty, { ...times, ...lengths })] }, { formats }),
    );
    expect(rows).toEqual([day]);
    expect(report.warnings).toEqual({});
  });

  it('with time away longer than a day, shown as [h]:mm among hours with decimals', async () => {
    const away = row(duty, {
      Start: null,
      End: null,
      'Break Mins': null,
      'Work Hours': 1.5625,
      'Duty Status': null,
      'Actual Start': null,
      'Actual End': null,
      'Actual Break Mins': null,
      'Actual Work Hours': null,
      'Unavailability Group': 'Annual Leave',
    });
    const { trust } = await dutiesOf(await workbook({ Roster: [top, away] }, { formats: { 'Work Hours': '[h]:mm' } }));
    expect(trust.sqlite.prepare('SELECT minutes FROM unavailability').all()).toEqual([{ minutes: 2250 }]);
  });

  it('with days counted from 1904, and numbers for ids that lost their leading zeros', async () => {
    const cells = row(duty, { ...times, 'Duty Date': 46_300 - 1462, 'Staff Number': 382_597 });
    const { rows } = await dutiesOf(
      await workbook({ Roster: [top, cells] }, { date1904: true, formats: { 'Duty Date': 'dd/mm/yyyy' } }),
    );
    expect(rows).toEqual([{ ...day, person: '00382597' }]);
  });

  it('on the sheet that is not hidden', async () => {
    const path = await workbook({ Old: [top, row(night)], Roster: [top, row(duty)] }, { hidden: ['Old'] });
    const { report, rows } = await dutiesOf(path);
    expect(rows).toEqual([day]);
    expect(report.sheet).toBe('Roster');
  });

  it('and asks where two sheets both fit', async () => {
    const trust = await openImportingTrust();
    const path = await workbook({ September: [top, row(night)], October: [top, row(duty)] });
    expect(await trust.refusal(path)).toMatchObject({ code: 'CHOICE_NEEDED' });
  });

  it('and refuses a row whose formula ended in an error', async () => {
    const { report, rows } = await dutiesOf(
      await workbook({ Roster: [top, row(duty, { End: { error: '#REF!' } }), row(night)] }),
    );
    expect(rows).toEqual([dark]);
    expect(report.refused).toEqual([{ row: 2, reason: 'cell_error' }]);
  });

  it('and refuses hours that nobody can work', async () => {
    const { report } = await dutiesOf(
      await workbook({ Roster: [top, row(duty, { 'Work Hours': 6254999482459.022 }), row(night)] }),
    );
    expect(report.refused).toEqual([{ row: 2, reason: 'number_too_large' }]);
  });

  it('with a request id beside what only a roster has', async () => {
    const { report } = await dutiesOf(
      await workbook({
        Roster: [
          [...top, 'Request Id'],
          [...row(duty), 'BR-1'],
        ],
      }),
    );
    expect(report).toMatchObject({ kind: 'duty_roster', accepted: 1 });
  });
});
