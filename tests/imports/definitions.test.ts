import { expect, it } from 'vitest';
import { openImportingTrust } from '../support/importing.ts';
import { textFile } from '../support/odd-files.ts';

const headings =
  'Unit,Staff Number,Name,Grade,Grade Type,Duty Date,Shift,Shift Type,Start,End,Break Mins,Work Hours,Fill Type,Duty Status,In Charge,Supernumerary,Actual Start,Actual End,Actual Break Mins,Actual Work Hours,Unavailability Group,Unavailability Reason,Comments';
const row = (c: Record<string, string> = {}) => {
  const d: Record<string, string> = {
    u: 'DS',
    n: '1234567',
    m: 'Ada',
    g: 'Band 6',
    t: '',
    d: '05/10/2026',
    s: 'LD',
    y: 'Day',
    a: '07:30',
    b: '20:00',
    k: '60',
    h: '',
    f: 'Substantive',
    w: 'Worked',
    c: 'N',
    p: 'N',
    x: '07:30',
    z: '20:00',
    q: '60',
    r: '',
    v: '',
    e: '',
    o: '',
    ...c,
  };
  return [
    d.u,
    d.n,
    d.m,
    d.g,
    d.t,
    d.d,
    d.s,
    d.y,
    d.a,
    d.b,
    d.k,
    d.h,
    d.f,
    d.w,
    d.c,
    d.p,
    d.x,
    d.z,
    d.q,
    d.r,
    d.v,
    d.e,
    d.o,
  ].join(',');
};
const rows: readonly (readonly [what: string, line: string, outcome: string])[] = [
  ['a total is told before its errors', 'Total,#REF!', 'totals_row'],
  ['a footer', 'End of report,,', 'footer_row'],
  ['an error in a cell that counts', row({ a: '#N/A' }), 'cell_error'],
  ['an error in a comment', row({ n: '2000001', o: '#N/A' }), 'ok'],
  ['no unit', row({ u: '' }), 'unit_missing'],
  ['no day of the calendar', row({ d: '31/09/2026' }), 'date_invalid'],
  ['a day outside the period', row({ d: '02/11/2026' }), 'date_outside_period'],
  ['an unknown grade', row({ g: 'Wizard' }), 'grade_unknown'],
  ['hours that are no number', row({ h: 'abc' }), 'not_a_number'],
  ['hours below 0', row({ h: '-0.4' }), 'negative_hours'],
  ['one time of two', row({ b: '' }), 'time_invalid'],
  ['24:00', row({ b: '24:00' }), 'time_invalid'],
  ['a break that is no number', row({ k: 'x' }), 'not_a_number'],
  ['a break below 0', row({ k: '-5' }), 'negative_break'],
  ['a start that is the end', row({ b: '07:30' }), 'zero_length_shift'],
  ['more than 16 hours', row({ a: '07:30', b: '23:31', k: '0' }), 'shift_too_long'],
  ['a break as long as the shift', row({ a: '07:30', b: '08:30', k: '60' }), 'break_longer_than_shift'],
  ['a worked duty of nobody', row({ n: '' }), 'person_missing'],
  ['a sound duty', row(), 'ok'],
  ['the same duty with another comment', row({ o: 'other comment' }), 'duplicate_row'],
  ['an open duty', row({ n: '', m: '', f: '', w: 'Unfilled', x: '', z: '', q: '' }), 'ok'],
  ['the same open duty', row({ n: '', m: '', f: '', w: 'Unfilled', x: '', z: '', q: '' }), 'ok'],
  ['a name like a formula', row({ n: '2000002', m: '=2+5' }), 'ok'],
  ['times as 0730', row({ n: '2000003', a: '0730', b: '2000' }), 'ok'],
  ['times as fractions of a day', row({ n: '2000004', a: '0.3125', b: '0.833333333' }), 'ok'],
  ['times with their date', row({ n: '2000005', a: '05/10/2026 07:30', b: '05/10/2026 20:00' }), 'ok'],
  ['a date with its weekday', row({ n: '2000006', d: 'Mon 05 Oct 2026' }), 'ok'],
  ['a date with dots', row({ n: '2000007', d: '05.10.2026' }), 'ok'],
  ['a serial', row({ n: '2000008', d: '46300' }), 'ok'],
  [
    'a shift of which half is night',
    row({ n: '2000009-2', a: '16:00', b: '00:00', k: '0', x: '16:00', z: '00:00', q: '0' }),
    'ok',
  ],
  ['a night', row({ n: '2000010', a: '19:30', b: '08:00' }), 'ok'],
  ['a band below 5 without a grade type', row({ n: '2000011', g: 'Band 4' }), 'ok'],
  ['management', row({ n: '2000012', s: 'MGT', y: 'Other' }), 'ok'],
  ['an agency worker without a number', row({ n: '', f: 'Agency', m: 'Zed' }), 'ok'],
];

it('every row of a roster is judged as the definitions say, each reason in its place', async () => {
  const trust = await openImportingTrust(['DS']);
  const lines = ['Roster period: 05/10/2026 to 01/11/2026', headings, ...rows.map(([, line]) => line)];
  const report = await trust.import(textFile(lines.join('\n')));
  const judged = new Map([...report.refused, ...report.ignored].map((one) => [one.row, one.reason]));
  const found = rows.map(([what], at) => [what, judged.get(at + 3) ?? 'ok']);
  expect(found).toEqual(rows.map(([what, , outcome]) => [what, outcome]));
  expect(report.rowsRead).toBe(report.accepted + report.refused.length + report.ignored.length);
  expect(report.warnings).toEqual({ formula_like_text: [25] });
});

it('hours, nights, kinds and people of the sound rows follow from their cells', async () => {
  const trust = await openImportingTrust(['DS']);
  const sound = rows.filter(([, , outcome]) => outcome === 'ok');
  await trust.import(textFile([headings, ...sound.map(([, line]) => line)].join('\n')));
  const stored = trust.sqlite
    .prepare('SELECT person, assignment, date, registered, purpose, planned_minutes, night FROM duty ORDER BY row')
    .raw()
    .all() as unknown[][];
  const of = (what: string) => stored[sound.findIndex(([one]) => one === what)];
  const usual = ['2026-10-05', 1, 'care', 690, 0];
  expect(of('a sound duty')).toEqual(['01234567', '01234567', ...usual]);
  expect(of('an open duty')).toEqual([null, null, ...usual]);
  for (const what of ['times as 0730', 'times as fractions of a day', 'times with their date', 'a date with dots'])
    expect(of(what)?.slice(2), what).toEqual(usual);
  expect(of('a shift of which half is night')).toEqual(['02000009', '02000009-2', '2026-10-05', 1, 'care', 480, 0]);
  expect(of('a night')?.slice(5)).toEqual([690, 1]);
  expect(of('a band below 5 without a grade type')?.[3]).toBe(0);
  expect(of('management')?.[4]).toBe('management');
});
