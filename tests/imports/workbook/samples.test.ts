import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../electron/imports/workbook/open.ts';
import { stayingOf, readCells } from '../../support/read-cells.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url));
const present = existsSync(samples);
const sample = (start: string): string => join(samples, readdirSync(samples).find((name) => name.startsWith(start))!);

/** Of each sample: the row of its heading, and the rows below it in which a cell has a value (the samples' README, D1). */
const ROWS_READ: Readonly<Record<string, readonly [heading: number, rows: number]>> = {
  a_duty: [6, 2771],
  b1_duty: [4, 2770],
  b2_birth: [2, 60],
  c_bank: [1, 102],
  d_bank: [1, 103],
  e_esr: [5, 326],
  f_ledger: [4, 32],
  g_leavers: [4, 50],
  h_absence: [4, 455],
  i_training: [5, 1826],
  j_preceptees: [3, 12],
  k_vacancy: [4, 34],
  l_retention: [4, 12],
  m1_bad: [4, 75],
  m2_roster: [1, 21],
  n1_nhsp: [3, 13],
};

const REFUSED: Readonly<Record<string, string>> = {
  n2_truncated: 'damaged_zip',
  n3_password: 'password_protected',
  n4_empty: 'no_rows',
  n5_zero: 'empty_file',
  n6_zip: 'not_a_workbook',
};

describe.skipIf(!present)(`the sample files${present ? '' : ' (skipped: the folder ../shared is not here)'}`, () => {
  it.each(Object.entries(ROWS_READ))(
    '%s has as many rows below its heading as its README says',
    async (name, [heading, rows]) => {
      const [sheet] = await readCells(sample(name));
      expect(sheet!.rows.filter((row) => row > heading)).toHaveLength(rows);
    },
  );

  it.each(Object.entries(REFUSED))('%s is refused: %s', async (name, reason) => {
    expect(await stayingOf(sample(name))).toBe(reason);
  });

  it('the windows-1252 file keeps the names that break when read as UTF-8', async () => {
    const values = Object.values((await readCells(sample('b2')))[0]!.cells);
    for (const name of [
      'BÄRLOCHER, Zoë',
      'CONCEIÇÃO, Inês',
      'LEFÈVRE, Renée',
      'NÍ DHÚILL, Gráinne',
      'O’CONNOR, Siân',
      'PRYS, Bronwên',
    ]) {
      expect(values).toContain(name);
    }
    expect(values.some((value) => String(value).includes('–'))).toBe(true);
  });

  it('the Birth Centre’s name counts for its whole merged block', async () => {
    const [sheet] = await readCells(sample('a_duty'), { fillMerged: { belowRow: 6 } });
    for (let row = 2530; row <= 2778; row++) expect(sheet!.cells[`A${row}`]).toBe('Birth Centre');
  });

  it('the workbook of 1904 says so, and its hidden sheet and rows are found', async () => {
    const opened = await openFile(sample('m2'));
    expect(opened).toMatchObject({ kind: 'opened', date1904: true });
    if (opened.kind === 'opened') await opened.close();
    const sheets = await readCells(sample('m1'));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Roster', false],
      ['Old data', true],
    ]);
  });
});
