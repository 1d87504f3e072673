import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapping } from '../../electron/contract/import-shapes.ts';
import { temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { openImportingTrust } from '../support/importing.ts';

const headings =
  'Unit,Staff Number,Name,Grade,Duty Date,Shift,Shift Type,Start,End,Break Mins,Work Hours,Fill Type,Duty Status,In Charge,Supernumerary,Actual Start,Actual End,Actual Break Mins,Unavailability Group';
const duty = (changes: Partial<Record<'unit' | 'number' | 'grade' | 'date' | 'hours' | 'group', string>> = {}) => {
  const row = {
    unit: 'Ward A',
    number: '10000001',
    grade: 'Band 6',
    date: '05/10/2026',
    hours: '0.479166667',
    group: '',
    ...changes,
  };
  const times = row.group === '' ? '07:30,20:00,60' : ',,';
  const status = row.group === '' ? 'Substantive,Worked' : ',';
  return `${row.unit},${row.number},Ada,${row.grade},${row.date},LD,Day,${times},${row.hours},${status},,,${times},${row.group}`;
};

function csv(...lines: string[]): string {
  const path = join(temporaryFolder(), 'roster.csv');
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

describe('small files', () => {
  it('a period in the title rows bounds the dates, and a blank row ends nothing', async () => {
    const trust = await openImportingTrust();
    const path = csv(
      'Roster period: 05-Oct-2026 to 11-Oct-2026',
      headings,
      duty(),
      '',
      duty({ number: '10000002' }),
      duty({ date: '12/10/2026' }),
    );
    const report = await trust.import(path);
    expect(report).toMatchObject({
      headerRow: 2,
      rowsRead: 3,
      accepted: 2,
      refused: [{ row: 6, reason: 'date_outside_period' }],
    });
    expect(report.problems[0]).toMatchObject({ sheet: report.sheet, row: 6, column: 'Duty Date', read: '12/10/2026' });
    expect(trust.figures('duty_roster')).toMatchObject({ period_first: '2026-10-05', period_last: '2026-10-11' });
  });

  it('dates far apart without a period are remarked on', async () => {
    const trust = await openImportingTrust();
    const report = await trust.import(csv(headings, duty(), duty({ number: '10000002', date: '05/10/2036' })));
    expect(report.remarks.map(({ code }) => code)).toContain('dates_far_apart');
  });

  it('units of the trust are found whatever their spacing and capitals; others are made, or refused where asked', async () => {
    const trust = await openImportingTrust(['Ward A']);
    const path = csv(headings, duty({ unit: ' WARD  a ' }), duty({ unit: 'Ward B', number: '10000002' }));
    const refused = await trust.import(path, { units: 'refuse', dryRun: true });
    expect(refused.refused).toEqual([{ row: 3, reason: 'unit_unknown' }]);
    const report = await trust.import(path);
    expect(report.remarks).toContainEqual({
      code: 'units_made',
      message: 'Units that the trust did not have yet: Ward B.',
    });
    const { units } = trust.figures('duty_roster') as { units: Record<string, { actual_hours: number }> };
    expect(Object.keys(units)).toEqual(['Ward A', 'Ward B', 'ALL']);
  });

  it('a list of units is the only ones taken, and those without rows are there with zeros', async () => {
    const trust = await openImportingTrust();
    const path = csv(headings, duty(), duty({ unit: 'Ward Z', number: '10000002' }));
    const report = await trust.import(path, { mapping: { units: ['Ward A', 'Ward C'] } });
    expect(report).toMatchObject({ accepted: 1, refused: [{ row: 3, reason: 'unit_unknown' }] });
    const { units } = trust.figures('duty_roster') as { units: Record<string, { planned_hours: number }> };
    expect(units['Ward C']?.planned_hours).toBe(0);
  });

  it('a column may be given by heading, by letter or by number, and said to be absent', async () => {
    const trust = await openImportingTrust();
    const path = csv(headings.replace('Grade', 'Level').replace('Supernumerary', 'SN'), duty());
    const refusal = await trust.refusal(path);
    expect(refusal).toMatchObject({ code: 'COLUMNS_NEEDED' });
    for (const grade of ['level', 'D', 4] as const) {
      const report = await trust.import(path, { dryRun: true, mapping: { fields: { grade, supernumerary: null } } });
      expect(report).toMatchObject({ accepted: 1, refused: [] });
    }
  });

  it('unavailability hours of more than a day are remarked on: the column may be written otherwise', async () => {
    const trust = await openImportingTrust();
    const away = duty({ number: '10000009', hours: '7.5', group: 'Sickness' });
    const rows = Array.from({ length: 3 }, (_, index) => duty({ number: `1000001${index}` }));
    expect(await trust.import(csv(headings, ...rows, away))).toMatchObject({ warnings: { hours_over_a_day: [5] } });
  });

  it('hours in decimals are told from parts of a day', async () => {
    const trust = await openImportingTrust();
    const rows = ['11.5', '11.5'].map((hours, index) => duty({ number: `1000001${index}`, hours }));
    await trust.import(csv(headings, ...rows, duty({ number: '10000009', hours: '7.5', group: 'Sickness' })));
    expect(trust.figures('duty_roster')).toMatchObject({ unavailability: { hours: { Sickness: 7.5 } } });
  });

  it('a file of another kind is refused with the headings that were looked for, and nothing is stored', async () => {
    const trust = await openImportingTrust();
    const store = dump(trust.sqlite, { history: true });
    const refusal = await trust.refusal(csv('Colour,Size', 'red,4'));
    expect(refusal).toMatchObject({ code: 'FILE_REFUSED', data: { reason: 'unknown_headings' } });
    expect(refusal.message).toContain('duty roster');
    expect(await trust.refusal(join(temporaryFolder(), 'gone.csv'))).toMatchObject({ data: { reason: 'cannot_open' } });
    expect(dump(trust.sqlite, { history: true })).toBe(store);
  });

  it('an import is undone whole and done again', async () => {
    const trust = await openImportingTrust();
    const { batch } = await trust.import(csv(headings, duty()));
    const figures = trust.figures('duty_roster');
    await trust.client.imports.undo({ batch: batch ?? 0 });
    expect(trust.figures('duty_roster')).toBeNull();
    await trust.client.imports.redo({ batch: batch ?? 0 });
    expect(trust.figures('duty_roster')).toEqual(figures);
  });

  it('a mapping file may write its period as the command line does', () => {
    const october = { first: '2026-10-05', last: '2026-11-01' };
    expect(mapping.parse({ period: '2026-10-05..2026-11-01' })).toEqual({ period: october });
    expect(mapping.safeParse({ period: 'October' }).success).toBe(false);
    expect(mapping.safeParse({ perid: october }).success).toBe(false);
  });

  it('the errors of a spreadsheet that a text file holds as text leave their rows out as errors', async () => {
    const trust = await openImportingTrust();
    const path = csv(headings, duty(), duty({ number: '#N/A' }), duty({ number: '10000003', hours: '#DIV/0!' }));
    const report = await trust.import(path);
    expect(report.accepted).toBe(1);
    expect(report.refused).toEqual([
      { row: 3, reason: 'cell_error' },
      { row: 4, reason: 'cell_error' },
    ]);
  });
});
