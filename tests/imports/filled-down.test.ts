import { describe, expect, it } from 'vitest';
import { DownFiller } from '../../electron/imports/filled-down.ts';
import type { GivenOnce } from '../../electron/imports/recognise/given-once.ts';
import type { CellValue, SheetRow } from '../../electron/imports/workbook/cell.ts';

const level = (field: string, place: number, endedBy: number[]): GivenOnce => ({
  field,
  place,
  isOn: true,
  by: 'kind',
  filled: 0,
  blank: 0,
  endedBy,
});

/** Division, unit and employee number of each row, filled down, from row 5. */
function filled(...rows: CellValue[][]) {
  const filler = new DownFiller([level('division', 0, []), level('unit', 1, [0])]);
  const sheet = rows.map((values, at): SheetRow => ({ row: at + 5, values, kindOf: () => 'number' }));
  const read = sheet.map((row) => filler.fill(row).values);
  return { read, filler };
}

describe('levels of the organisation that a staff list gives once', () => {
  it('are taken from above where they are blank, and a new higher level ends the lower ones', () => {
    const { read } = filled(
      ['Women', 'Delivery Suite', 1],
      [null, null, 2],
      [null, 'Birth Centre', 3],
      ['Medicine', null, 4],
      [null, null, 5],
      ['Medicine', 'Ward 1', 6],
      ['Medicine', null, 7],
    );
    expect(read.map(([division, unit]) => [division, unit ?? null])).toEqual([
      ['Women', 'Delivery Suite'],
      ['Women', 'Delivery Suite'],
      ['Women', 'Birth Centre'],
      ['Medicine', null],
      ['Medicine', null],
      ['Medicine', 'Ward 1'],
      ['Medicine', 'Ward 1'],
    ]);
  });

  it('are not ended by a row of sums or a footer, which take none themselves', () => {
    const { read, filler } = filled(
      ['Women', 'Delivery Suite', 1],
      ['Grand Total', null, 217.9],
      ['End of report'],
      [null, null, 2],
    );
    expect(read[1]).toEqual(['Grand Total', null, 217.9]);
    expect(read[2]).toEqual(['End of report']);
    expect(read[3]).toEqual(['Women', 'Delivery Suite', 2]);
    expect(filler.filled['unit']).toEqual({ cells: 1, runs: [[5, 8, 8]] });
  });
});
