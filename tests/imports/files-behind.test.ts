import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { type ImportingTrust, openImportingTrust } from '../support/importing.ts';

const trust = 'T1';

function csv(name: string, ...lines: string[]): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

const duties =
  'Unit,Staff Number,Name,Grade,Duty Date,Shift,Shift Type,Start,End,Break Mins,Work Hours,Fill Type,Duty Status,In Charge,Supernumerary,Actual Start,Actual End,Actual Break Mins';
const roster = (name: string, ...days: string[]) =>
  csv(
    name,
    duties,
    ...days.map(
      (day) =>
        `Ward A,10000001,Ada,Band 6,${day}/10/2026,LD,Day,07:30,20:00,60,0.479166667,Substantive,Worked,,,07:30,20:00,60`,
    ),
  );
const episodes =
  'Employee Number,Assignment Number,Last Name,First Name,Absence Type,Absence Reason,Absence Start Date,Absence End Date';
const absences = (name: string, ...rows: string[]) =>
  csv(name, episodes, ...rows.map((row) => `10000001,10000001,Test,Ada,${row}`));
const posts =
  'Employee Number,Assignment Number,Last Name,First Name,Occupation Code,Assignment Category,Assignment Status,FTE,Position Title,Latest Start Date';
const list = (name: string, ...people: number[]) =>
  csv(
    name,
    posts,
    ...people.map((one) => `1000000${one},1000000${one},Test,Ada,N2C,Permanent,Active Assignment,1,Midwife,01/01/2020`),
  );
const log = (name: string, ...people: number[]) =>
  csv(
    name,
    'Employee Number,Last Name,First Name,Unit,Start Date,PIN Date,WTE,Preceptor,Preceptor named on,Initial meeting,3 month meeting',
    ...people.map((one) => `1000000${one},Test,Ada,Ward A,0${one}/09/2026,01/09/2026,1,Jane Mistry,02/09/2026,,`),
  );

/** Names and rows of the files behind a figure of one kind. */
const behind =
  ({ client }: ImportingTrust) =>
  async (kind: string, first?: string, last?: string) => {
    const [files = []] = await client.imports.behind({ trust, used: [{ kind, first, last }] });
    return files.map(({ fileName, rows }) => [fileName, rows]);
  };

describe('the files behind a figure', () => {
  it('are those with rows of its days: none whose rows a later file replaced there', async () => {
    const opened = await openImportingTrust(['Ward A']);
    const of = behind(opened);
    await opened.import(roster('first.csv', '05', '06', '12'));
    await opened.import(roster('second.csv', '05', '06'), { overlap: 'replace' });
    expect(await of('duty_roster', '2026-10-05', '2026-10-06')).toEqual([['second.csv', 2]]);
    expect(await of('duty_roster', '2026-10-05', '2026-10-12')).toEqual([
      ['second.csv', 2],
      ['first.csv', 1],
    ]);
    await opened.import(roster('third.csv', '12'), { overlap: 'replace' });
    expect(await of('duty_roster', '2026-10-05', '2026-10-12')).toEqual([
      ['third.csv', 1],
      ['second.csv', 2],
    ]);
    expect(await of('duty_roster', '2026-11-01', '2026-11-30')).toEqual([]);
    // Nor is it a source that a screen or a return names.
    const shown = await opened.client.rosters.overview({ trust });
    expect(shown.rosters.map(({ fileName }) => fileName)).toEqual(['second.csv', 'third.csv']);
  });

  it('come back with their rows once the later import is undone', async () => {
    const opened = await openImportingTrust(['Ward A']);
    await opened.import(roster('first.csv', '05'));
    const { batch } = await opened.import(roster('second.csv', '05', '06'), { overlap: 'replace' });
    await opened.client.imports.undo({ batch: batch ?? 0 });
    expect(await behind(opened)('duty_roster', '2026-10-05', '2026-10-05')).toEqual([['first.csv', 1]]);
  });

  it('of a list are those of the newest day up to that of the figure; what both have counts as the later import has it', async () => {
    const opened = await openImportingTrust();
    const of = behind(opened);
    const on = (day: string) => ({ period: { first: day, last: day } });
    await opened.import(list('june.csv', 1, 2), on('2026-06-30'));
    await opened.import(list('july.csv', 1, 2), on('2026-07-31'));
    expect(await of('staff_list')).toEqual([['july.csv', 2]]);
    expect(await of('staff_list', undefined, '2026-07-30')).toEqual([['june.csv', 2]]);
    expect(await of('staff_list', undefined, '2026-06-29')).toEqual([]);
    await opened.import(list('more.csv', 2, 3), { ...on('2026-07-31'), overlap: 'add' });
    expect(await of('staff_list')).toEqual([
      ['more.csv', 2],
      ['july.csv', 1],
    ]);
    await opened.import(list('all.csv', 1, 2, 4), { ...on('2026-07-31'), overlap: 'add' });
    expect(await of('staff_list')).toEqual([
      ['all.csv', 3],
      ['more.csv', 1],
    ]);
  });

  it('of absences have one that lasts into the days, as the newest import says', async () => {
    const opened = await openImportingTrust();
    const of = behind(opened);
    await opened.import(absences('old.csv', 'Sickness,S98,01/09/2026,30/10/2026'));
    expect(await of('absence', '2026-10-05', '2026-10-05')).toEqual([['old.csv', 1]]);
    await opened.import(absences('new.csv', 'Sickness,S98,01/09/2026,30/09/2026'), { overlap: 'add' });
    expect(await of('absence', '2026-10-05', '2026-10-05')).toEqual([]);
    expect(await of('absence', '2026-09-05', '2026-09-05')).toEqual([['new.csv', 1]]);
  });

  it('of preceptees are the newest log that has each of them', async () => {
    const opened = await openImportingTrust();
    await opened.import(log('spring.csv', 1, 2), { period: { first: '2026-09-30', last: '2026-09-30' } });
    await opened.import(log('autumn.csv', 2), { period: { first: '2026-10-31', last: '2026-10-31' } });
    expect(await behind(opened)('preceptees')).toEqual([
      ['autumn.csv', 1],
      ['spring.csv', 1],
    ]);
  });
});
