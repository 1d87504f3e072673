import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DownFiller, givenTo } from '../../electron/imports/filled-down.ts';
import { loadFormats } from '../../electron/imports/formats.ts';
import { givenOnceOf } from '../../electron/imports/recognise/given-once.ts';
import type { CellValue, SheetRow } from '../../electron/imports/workbook/cell.ts';
import { dump } from '../support/dump.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../support/importing.ts';
import { textFile } from '../support/odd-files.ts';

const formats = loadFormats('resources/import-formats');
const rowsOf = (cells: readonly (readonly CellValue[])[]): SheetRow[] =>
  cells.map((values, at) => ({ row: at + 2, values, kindOf: () => 'number' as const }));
const nobodySaid = { said: new Map(), date1904: false };

/** Columns of groups, read as a format's fields in this order of columns. */
function filled(kind: string, fields: readonly string[], cells: readonly (readonly CellValue[])[]) {
  const format = formats.get(kind)!;
  const rows = rowsOf(cells);
  const found = givenOnceOf(format, new Map(fields.map((field, place) => [field, place])), rows, nobodySaid);
  const filler = new DownFiller(found);
  return { rows: rows.map((row) => filler.fill(row).values), filled: filler.filled };
}

/** Groups within groups, of one to six rows, as a ledger has them; never the same value twice running. */
const groups = fc.uniqueArray(
  fc.record({
    name: fc.integer({ min: 441_100, max: 441_999 }).map(String),
    bands: fc.uniqueArray(fc.constantFrom('Band 5', 'Band 6', 'Band 7', 'Band 8a'), { minLength: 1, maxLength: 4 }),
    rows: fc.integer({ min: 2, max: 6 }),
  }),
  { minLength: 3, maxLength: 25, selector: ({ name }) => name },
);

describe('blank cells of a column of groups', () => {
  it('are what stands above them, in groups within groups of any size', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const written: CellValue[][] = [];
        const once: CellValue[][] = [];
        for (const { name, bands, rows } of all)
          for (const [at, band] of bands.entries())
            for (let row = 0; row < rows; row += 1) {
              written.push([name, band, written.length]);
              once.push([at + row === 0 ? name : null, row === 0 ? band : null, once.length]);
            }
        const found = filled('ledger', ['costCentre', 'band', 'funded'], once);
        expect(found.rows).toEqual(written);
        for (const [at, [name, band]] of once.entries()) {
          const given = givenTo(found.filled, at + 2);
          expect(given.map(({ field }) => field).sort()).toEqual(
            [...(band === null ? ['band'] : []), ...(name === null ? ['costCentre'] : [])].sort(),
          );
          for (const { field, from } of given)
            expect(written[from - 2]?.[field === 'band' ? 1 : 0]).toBe(written[at]?.[field === 'band' ? 1 : 0]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stay blank in a column that each row writes out, however many are missing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 12, maxLength: 60 }).filter((gaps) => {
          const both = gaps.filter((gap, at) => !gap && at > 0 && !gaps[at - 1]).length;
          return both >= 2 && gaps.includes(true);
        }),
        (gaps) => {
          const cells = gaps.map((gap, at) => [gap ? null : 'Delivery Suite', at]);
          expect(filled('duty_roster', ['unit', 'plannedHours'], cells).rows).toEqual(cells);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('stay blank for the number of a duty that nobody has, and for a number that one person lacks', () => {
    const days = Array.from({ length: 30 }, (_, at) => `${String(at + 1).padStart(2, '0')}/10/2026`);
    const open = days.map((day, at) => [at % 3 === 0 ? `1000${1000 + at}` : null, day, 'LD']);
    expect(filled('duty_roster', ['staffNumber', 'date', 'shift'], open).rows).toEqual(open);
    const lacking = days.map((_, at) => [at % 3 === 0 ? `1000${1000 + at}` : null, `Surname ${at}`]);
    expect(filled('absence', ['employeeNumber', 'lastName'], lacking).rows).toEqual(lacking);
  });

  it('stay blank where a blank means that there is nothing: dates of expiry, hours and references', () => {
    const sparse = Array.from({ length: 20 }, (_, at) => [at % 4 === 0 ? at + 46_000 : null, 'x']);
    for (const [kind, field] of [
      ['training', 'expiry'],
      ['bank_list', 'requestId'],
      ['duty_roster', 'actualHours'],
      ['ledger', 'fundingEnd'],
      ['leavers', 'reason'],
      ['vacancy_tracker', 'vacancyRef'],
    ] as const)
      expect(filled(kind, [field], sparse).rows, field).toEqual(sparse);
  });

  it('beside a new value of a coarser group are blanks', () => {
    const cells: CellValue[][] = [];
    for (let unit = 0; unit < 6; unit += 1)
      for (let row = 0; row < 4; row += 1)
        cells.push([row === 0 ? `Ward ${unit}` : null, row === 0 && unit !== 3 ? `4411${unit}` : null, `Post ${row}`]);
    const { rows } = filled('duty_roster', ['unit', 'costCentre', 'shift'], cells);
    expect(rows.slice(10, 17).map(([unit, centre]) => [unit, centre])).toEqual([
      ['Ward 2', '44112'],
      ['Ward 2', '44112'],
      ['Ward 3', null],
      ['Ward 3', null],
      ['Ward 3', null],
      ['Ward 3', null],
      ['Ward 4', '44114'],
    ]);
  });
});

const headings =
  'Unit,Staff Number,Name,Grade,Duty Date,Shift,Start,End,Break Mins,Work Hours,Fill Type,Duty Status,In Charge,Supernumerary,Actual Start,Actual End,Actual Break Mins';
const duty = (unit: string, number: number) =>
  `${unit},1000000${number},Ada,Band 6,05/10/2026,LD,07:30,20:00,60,11:30,Substantive,Worked,N,N,07:30,20:00,60`;
const roster = (...units: string[]) => textFile([headings, ...units.map(duty)].join('\n'));

describe('a roster whose units are given once', () => {
  it('says which rows gave their unit to others, and takes a row of its own for a group’s name as a heading', async () => {
    const trust = await openImportingTrust();
    const path = textFile(
      [
        headings,
        `Ward A${','.repeat(16)}`,
        duty('', 1),
        duty('', 2),
        'Ward B,,,',
        duty('', 3),
        duty('', 4),
        'Total,4',
      ].join('\n'),
    );
    const report = await trust.import(path);
    expect(report).toMatchObject({
      accepted: 4,
      refused: [],
      ignored: [
        { row: 2, reason: 'group_heading' },
        { row: 5, reason: 'group_heading' },
        { row: 8, reason: 'totals_row' },
      ],
    });
    expect(report.remarks.find(({ code }) => code === 'filled_down')?.message).toContain(
      '4 blank cells of "Unit" from 2 rows',
    );
    const { rows } = await trust.client.rosters.rows({ trust: 'T1', of: 'roster', figure: ['duty_rows'] });
    expect(rows.map(({ row, unit, given }) => [row, unit, given])).toEqual([
      [3, 'Ward A', 'Unit from row 2'],
      [4, 'Ward A', 'Unit from row 2'],
      [6, 'Ward B', 'Unit from row 5'],
      [7, 'Ward B', 'Unit from row 5'],
    ]);
  });

  it('can be told that a blank is none, which is remembered for such files until the import is undone', async () => {
    const trust = await openImportingTrust();
    const path = roster('Ward A', '', '', 'Ward B', '', '');
    const before = dump(trust.sqlite, { history: false });
    const file = await trust.upload(path);
    const seen = await trust.client.imports.inspect({ trust: 'T1', file, mapping: {} });
    if (seen.kind !== 'recognised') throw new Error(seen.message);
    expect(seen.columns[0]?.givenOnce).toEqual({ isOn: true, by: 'values', filled: 2, blank: 4 });
    const mapping = { filledDown: { unit: false } };
    const preview = await trust.client.imports.preview({ trust: 'T1', file, mapping });
    expect(preview?.groups).toMatchObject([{ reason: 'unit_missing', count: 4 }]);
    const committed = await trust.client.imports.commit({ trust: 'T1', file, mapping });
    if (committed.kind !== 'committed') throw new Error(committed.kind);
    const again = await trust.client.imports.inspect({ trust: 'T1', file: await trust.upload(path), mapping: {} });
    if (again.kind !== 'recognised') throw new Error(again.message);
    expect(again.columns[0]?.givenOnce).toMatchObject({ isOn: false, by: 'remembered' });
    expect(await trust.client.imports.mappings({ trust: 'T1' })).toMatchObject([
      { kind: 'duty_roster', mapping: { filledDown: { unit: false } }, fieldTitles: { unit: 'Unit' } },
    ]);
    await trust.client.imports.undo({ batch: committed.batch.id });
    expect(await trust.client.imports.mappings({ trust: 'T1' })).toEqual([]);
    expect(before.length).toBeGreaterThan(0);
  });

  it('is the same file when it comes again, and one that was read otherwise when it was told so', async () => {
    const trust = await openImportingTrust();
    const path = roster('Ward A', '', '', 'Ward B', '', '');
    const { batch, accepted } = await trust.import(path);
    expect(accepted).toBe(6);
    expect(await trust.import(path)).toMatchObject({ alreadyImported: true, batch });
    const other = await trust.import(path, { mapping: { filledDown: { unit: false } }, overlap: 'replace' });
    expect(other).toMatchObject({ alreadyImported: false, accepted: 2 });
    expect(other.refused.map(({ reason }) => reason)).toEqual(Array.from({ length: 4 }, () => 'unit_missing'));
  });

  it.skipIf(!samplesAreHere)(`so does a staff list whose organisation is given once${ifSamples}`, async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const { rows } = await trust.client.staff.people({ trust: 'T1', which: 'all', limit: 1000 });
    const given = new Map(rows.map((row) => [row.row, row.given]));
    expect([given.get(6), given.get(7), given.get(8)]).toEqual([
      '',
      'Org L5 from row 6, Org L6 from row 6',
      'Org L5 from row 6, Org L6 from row 6',
    ]);
    const mapping = { filledDown: { division: false, unit: false } };
    await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'), { mapping, overlap: 'replace' });
    const counts = trust.sqlite.prepare('SELECT count(*), count(unit) FROM assignment').raw().get() as number[];
    expect(counts[0]).toBe(324);
    expect(counts[1]).toBeLessThanOrEqual(10);
  });

  it('a field that never groups cannot be filled down', async () => {
    const trust = await openImportingTrust();
    const refusal = await trust.refusal(roster('Ward A', '', ''), { mapping: { filledDown: { actualStart: true } } });
    expect(refusal).toMatchObject({ code: 'MAPPING_WRONG' });
    expect(refusal.message).toContain('"actualStart"');
  });

  it('rows left out keep the unit that they were given when they are mended later', async () => {
    const trust = await openImportingTrust();
    const lines = [
      headings,
      duty('Ward A', 1),
      duty('', 2).replace('05/10/2026', '31/09/2026'),
      duty('', 3),
      duty('', 4),
    ];
    const { batch, refused } = await trust.import(textFile(lines.join('\n')));
    expect(refused).toEqual([{ row: 3, reason: 'date_invalid' }]);
    const mends = [{ row: 3, field: 'date', value: '30/09/2026' }];
    const { rows } = await trust.client.imports.leftOutRows({ batch: batch ?? 0 });
    expect(rows[0]?.given).toEqual([{ column: 'Unit', from: 2 }]);
    expect(await trust.client.imports.mendLeftOut({ batch: batch ?? 0, mends })).toMatchObject({ joined: 1 });
    const units = trust.sqlite
      .prepare('SELECT unit.name FROM duty JOIN unit ON unit.id = unit_id WHERE row = 3')
      .pluck();
    expect(units.all()).toEqual(['Ward A']);
  });
});
