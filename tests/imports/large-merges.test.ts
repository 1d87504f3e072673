import { describe, expect, it } from 'vitest';
import { MergedCellsBehind } from '../../electron/imports/workbook/behind-rows.ts';
import { openFile } from '../../electron/imports/workbook/open.ts';
import type { CellValue } from '../../electron/imports/workbook/cell.ts';
import { openImportingTrust } from '../support/importing.ts';
import { writeRawWorkbook } from '../support/raw-workbook.ts';
import { temporaryPaths } from '../support/temporary.ts';

const path = temporaryPaths();
const text = (place: string, value: string): string =>
  value === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((value, at) => text(`${String.fromCharCode(65 + at)}${number}`, value)).join('')}</row>`;
const merge = (...refs: string[]): string =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

const headings = ['Unit', 'Staff Number', 'Grade', 'Duty Date', 'Start', 'End', 'Break Mins', 'Work Hours'];
const rest = ['Fill Type', 'Duty Status', 'Actual Start', 'Actual End', 'Actual Work Hours', 'Comments'];
const duties = 2_200;
/** So long that the sheet is a large one. */
const comment = 'No remarks. '.repeat(340);

/** A duty roster of two units, each duty's unit written or only that of the first. */
function roster(unitOf: (duty: number) => string): string {
  const rows = [row(1, ['Duties of the year']), row(3, [...headings, ...rest])];
  for (let duty = 0; duty < duties; duty += 1) {
    const day = `${String((duty % 28) + 1).padStart(2, '0')}/10/2026`;
    const cells = [unitOf(duty), String(20_000_000 + duty), 'Band 6', day, '07:30', '20:00', '60', '11:30'];
    rows.push(row(4 + duty, [...cells, 'Substantive', 'Worked', '07:30', '20:00', '11:30', comment]));
  }
  return rows.join('');
}

const half = duties / 2;
const unitAt = (duty: number) => (duty < half ? 'Delivery Suite' : 'Birth Centre');
const blocks = merge('A1:N1', `A4:A${3 + half}`, `A${4 + half}:A${3 + duties}`);
const firstOnly = (duty: number) => (duty % half === 0 ? unitAt(duty) : '');

describe('a large sheet is read once, and its merged cells stand behind its rows', () => {
  const valuesIn = async (file: Awaited<ReturnType<typeof opened>>) => {
    const found: (readonly CellValue[])[] = [];
    for await (const some of file.rows(0, { fillMerged: { belowRow: 3 } }))
      found.push(...some.map(({ values }) => values));
    return found;
  };
  async function opened(rows: string, tail: string) {
    const file = await openFile(await writeRawWorkbook(path('large.xlsx'), { sheets: [{ rows, tail }] }));
    if (file.kind === 'refused') throw new Error(file.message);
    file.assumeUnmerged?.();
    return file;
  }

  it('where only the title is merged, its rows are right at once', async () => {
    const file = await opened(roster(unitAt), merge('A1:N1'));
    const values = await valuesIn(file);
    expect(values).toHaveLength(duties + 2);
    expect(values[duties + 1]?.[0]).toBe('Birth Centre');
    await file.close();
  });

  it.each([
    ['where cells below the headings are merged', blocks],
    ['where a block is not spelt as a block', '<mergeCells><mergeCell ref="A4"/></mergeCells>'],
    ['where more stands behind the rows than is kept', `${' '.repeat(2 ** 20)}${blocks}`],
  ])('%s, it says so at the end and fills them when it is asked again', async (_, tail) => {
    const file = await opened(roster(firstOnly), tail);
    await expect(valuesIn(file)).rejects.toThrow(MergedCellsBehind);
    const values = await valuesIn(file);
    expect(values).toHaveLength(duties + 2);
    if (tail.includes('A4:A')) expect(values[3]?.[0]).toBe('Delivery Suite');
    await file.close();
  });
});

it('a large roster whose units are merged is stored as the same one with its units written out', async () => {
  const stored = async (unitOf: (duty: number) => string, tail: string) => {
    const trust = await openImportingTrust(['Delivery Suite', 'Birth Centre']);
    const file = await writeRawWorkbook(path('roster.xlsx'), { sheets: [{ rows: roster(unitOf), tail }] });
    const { accepted, refused } = await trust.import(file);
    const units =
      'SELECT unit.name, count(*) AS duties FROM duty JOIN unit ON unit.id = duty.unit_id GROUP BY 1 ORDER BY 1';
    return { accepted, refused, units: trust.sqlite.prepare(units).all() };
  };
  const written = await stored(unitAt, merge('A1:N1'));
  expect(written.accepted).toBe(duties);
  expect(await stored(firstOnly, blocks)).toEqual(written);
});
