import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../electron/imports/workbook/cell.ts';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../support/importing.ts';
import { readTable, type Table, type Writing, writeTable } from '../support/variants.ts';

const roster = { file: 'a_duty_roster_2026-10.xlsx', headerRow: 6, kind: 'duty_roster' as const };
const layoutA = { file: 'c_bank_agency_layout_A.xlsx', headerRow: 1, kind: 'bank_list' as const };
const layoutB = { file: 'd_bank_agency_layout_B.xlsx', headerRow: 1, kind: 'bank_list' as const };
const samples = [roster, layoutA, layoutB];
const judged = ['rows_read', 'rows_accepted', 'rows_refused', 'rows_ignored', 'refused', 'ignored'];
const aside = ['file', 'sheet', 'header_row', ...judged];

/** Other words of trusts for the headings of a duty roster and of the two lists. */
const synonyms: Record<string, string> = {
  Unit: 'Ward',
  'Staff Number': 'Employee No.',
  Name: 'Staff Name',
  Grade: 'Band',
  'Grade Type': 'Registered / Unregistered',
  'Duty Date': 'Date of Shift',
  Date: 'Shift Date',
  Shift: 'Shift code',
  'Shift Type': 'Duty Type',
  'Break Mins': 'Break (minutes)',
  'Work Hours': 'Planned Hours',
  'Fill Type': 'Filled by',
  'Duty Status': 'Status',
  'In Charge': 'Nurse in charge?',
  Supernumerary: 'SUPER NUMERARY',
  'Actual Start': 'Actual start time',
  'Actual End': 'Actual Finish',
  'Actual Break Mins': 'Actual Break',
  'Actual Work Hours': 'Actual Hours',
  'Unavailability Group': 'Absence type',
  'Request Id': 'Booking reference',
  'Assignment Number': 'Staff No',
  'Assignment Id': 'Staff No',
};

const same = (cells: readonly CellValue[]) => cells;
const variants: { name: string; write(table: Table): Writing }[] = [
  {
    name: 'with headings of other words',
    write: ({ headings }) => ({ headings: [headings.map((heading) => synonyms[heading] ?? heading)], cells: same }),
  },
  {
    name: 'with its columns in reverse',
    write: ({ headings }) => {
      const reverse = <Cell>(cells: readonly (Cell | null)[]) =>
        Array.from({ length: headings.length }, (_, place) => cells[headings.length - 1 - place] ?? null);
      return { headings: [reverse<string>(headings)], cells: reverse };
    },
  },
  {
    name: 'with headings in capitals, with odd spaces and line breaks',
    write: ({ headings }) => ({
      headings: [headings.map((heading) => ` ${heading.toUpperCase().replaceAll(' ', '\n')}\u00a0`)],
      cells: same,
    }),
  },
  {
    name: 'with columns of its own between',
    write: ({ headings }) => {
      const add = <Cell>(cells: readonly Cell[], ...more: Cell[]) => [...cells.slice(0, 3), ...more, ...cells.slice(3)];
      return {
        headings: [add<string | null>(headings, 'Division', null, 'Row Id')],
        cells: (cells) => add<CellValue>(padded(cells, headings.length), 'Women and Children', null, 7),
      };
    },
  },
  {
    name: 'behind a cover sheet',
    write: ({ headings, titles }) => ({
      headings: [headings],
      cover: ['Monthly workforce pack', 'Prepared by the roster team', ...titles.slice(1)],
      cells: same,
    }),
  },
];

describe.skipIf(!samplesAreHere)(`exports that differ from the samples${ifSamples}`, () => {
  describe.each(samples)('$file', ({ file, headerRow, kind }) => {
    it.each(variants)('$name gives the same rows and figures', async ({ write }) => {
      const table = await readTable(sampleFile(file), headerRow);
      await expectSame(file, kind, await writeTable(table, write(table)));
    });
  });

  it('two rows of headings with merged groups give the same rows and figures', async () => {
    const table = await readTable(sampleFile(roster.file), roster.headerRow);
    const { upper, lower, merges } = grouped(table.headings);
    await expectSame(
      roster.file,
      roster.kind,
      await writeTable(table, { headings: [upper, lower], merges, cells: same }),
    );
  });

  it('two rows of headings whose groups stand only over their first column do too', async () => {
    const table = await readTable(sampleFile(roster.file), roster.headerRow);
    const { upper, lower } = grouped(table.headings);
    await expectSame(roster.file, roster.kind, await writeTable(table, { headings: [upper, lower], cells: same }));
  });

  it('headings repeated without their groups are asked about', async () => {
    const table = await readTable(sampleFile(roster.file), roster.headerRow);
    const bare = table.headings.map((heading) => heading.replace(/^Actual /, ''));
    const trust = await openImportingTrust();
    const refusal = await trust.refusal(await writeTable(table, { headings: [bare], cells: same }));
    expect(refusal.code).toBe('COLUMNS_NEEDED');
    expect(refusal.message).toMatch(/More than one column could be Planned start/);
  });

  it('groups of unknown words do not make actual times planned ones', async () => {
    const table = await readTable(sampleFile(roster.file), roster.headerRow);
    const { upper, lower } = grouped(table.headings);
    const odd = upper.map((group) => (group === 'Actual' ? 'Rota B' : group === 'Planned' ? 'Rota A' : group));
    const trust = await openImportingTrust();
    const refusal = await trust.refusal(await writeTable(table, { headings: [odd, lower], cells: same }));
    expect(refusal.code === 'COLUMNS_NEEDED' || refusal.code === 'FILE_REFUSED').toBe(true);
  });

  it('a heading that nobody knows is asked about where its values could change a figure', async () => {
    const table = await readTable(sampleFile(roster.file), roster.headerRow);
    const headings = [table.headings.map((heading) => (heading === 'Supernumerary' ? 'SN' : heading))];
    const path = await writeTable(table, { headings, cells: same });
    const trust = await openImportingTrust();
    const refusal = await trust.refusal(path);
    expect(refusal).toMatchObject({ code: 'COLUMNS_NEEDED', data: { questions: [{ field: 'supernumerary' }] } });
    await trust.import(path, { mapping: { fields: { supernumerary: 'SN' } } });
    expect(trust.figures('duty_roster')).toMatchObject(figuresOnly(expectedOf(roster.file)));
  });

  it('a workbook with two rosters asks which one is meant', async () => {
    const table = await readTable(sampleFile('m2_roster_1904_dates.xlsx'), 1);
    const path = await writeTable(table, { headings: [table.headings], cells: same, cover: [] });
    const ExcelJS = (await import('exceljs')).default;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const copy = workbook.addWorksheet('September');
    workbook.getWorksheet('Export')?.eachRow((row, number) => {
      copy.getRow(number).values = row.values as ExcelJS_Values;
    });
    await workbook.xlsx.writeFile(path);
    const trust = await openImportingTrust();
    const refusal = await trust.refusal(path);
    expect(refusal.code).toBe('CHOICE_NEEDED');
    expect(refusal.message).toContain('"September"');
    expect(await trust.import(path, { mapping: { sheet: 'September' } })).toMatchObject({
      sheet: 'September',
      accepted: 21,
    });
  });
});

type ExcelJS_Values = (string | number | undefined)[];

async function expectSame(file: string, kind: 'duty_roster' | 'bank_list', path: string): Promise<void> {
  const trust = await openImportingTrust();
  const report = await trust.import(path);
  const expected = expectedOf(file);
  expect(report).toMatchObject({ kind, refused: expected['refused'], ignored: expected['ignored'] });
  expect(report.rowsRead).toBe(expected['rows_read']);
  expect(trust.figures(kind)).toMatchObject(figuresOnly(expected));
}

function figuresOnly(expected: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(expected).filter(([name]) => !aside.includes(name)));
}

function padded(cells: readonly CellValue[], length: number): CellValue[] {
  return Array.from({ length }, (_, place) => cells[place] ?? null);
}

/** "Planned" over Start, End, Break Mins and Work Hours, "Actual" over the same; other headings stand in the lower row. */
function grouped(headings: readonly string[]) {
  const times = ['Start', 'End', 'Break Mins', 'Work Hours'];
  const groupOf = (heading: string) =>
    times.includes(heading) ? 'Planned' : heading.startsWith('Actual ') ? 'Actual' : null;
  const upper = headings.map((heading, place) => {
    const group = groupOf(heading);
    return group !== null && groupOf(headings[place - 1] ?? '') !== group ? group : null;
  });
  const lower = headings.map((heading) => heading.replace(/^Actual /, ''));
  const merges = upper.flatMap((group, place) => (group === null ? [] : [[place, place + times.length - 1] as const]));
  return { upper, lower, merges };
}
