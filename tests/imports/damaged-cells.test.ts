import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { printFigures } from '../../electron/command-line/figures.ts';
import { importForCommandLine } from '../../electron/imports/command-line.ts';
import { isRefusal } from '../../electron/imports/refusal.ts';
import type { CellValue } from '../../electron/imports/workbook/cell.ts';
import { CommandRefusal } from '../../electron/command-line/refusal.ts';
import {
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../support/importing.ts';
import { readTable, writeTable } from '../support/variants.ts';

const samples = [
  ['m2_roster_1904_dates.xlsx', 1],
  ['d_bank_agency_layout_B.xlsx', 1],
  ['e_esr_staff_in_post_2026-10-31.xlsx', 5],
  ['f_ledger_establishment_2026-10.xlsx', 4],
  ['g_leavers_24_months.xlsx', 4],
  ['j_preceptees.xlsx', 3],
  ['k_vacancy_tracker.xlsx', 4],
  ['l_retention_action_plan.xlsx', 4],
] as const;

/** Repeats the search for longer elsewhere. */
const times = Number(process.env['FUZZ_RUNS'] ?? 1);

const anything = fc.constantFrom<CellValue[]>(
  null,
  -1,
  0.5,
  1e15,
  2_958_465,
  6254999482459.022,
  'x',
  'Total',
  '31/12/4712',
  '01/01/1900',
  '99:99',
  '99999999999:59',
  '=HYPERLINK("http://example.org")',
  '\u00a0',
  { error: '#REF!' },
);

/** The figures as text, or the sentence that says what is missing for them. */
async function figuresOf(trust: ImportingTrust, kind: string): Promise<string> {
  const ofPeriod = kind === 'duty_roster' || kind === 'bank_list';
  const day = { first: '2026-10-31', last: '2026-10-31' };
  try {
    if (kind === 'leavers') await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    return JSON.stringify(printFigures(kind, 'T1', ofPeriod ? undefined : day, trust.context));
  } catch (error) {
    if (error instanceof CommandRefusal) return error.message;
    throw error;
  }
}

describe.skipIf(!samplesAreHere)(`a sample with cells of anything${ifSamples}`, () => {
  it.each(samples)(
    '%s ends in rows with figures, or in a refusal',
    async (file, headerRow) => {
      const table = await readTable(sampleFile(file), headerRow);
      const places = fc.record({
        row: fc.nat(table.rows.length - 1),
        place: fc.nat(table.headings.length - 1),
        cell: anything,
      });
      await fc.assert(
        fc.asyncProperty(fc.array(places, { minLength: 5, maxLength: 60 }), async (changes) => {
          const rows = table.rows.map(({ row, cells }) => ({ row, cells: [...cells] }));
          for (const { row, place, cell } of changes) rows[row]!.cells[place] = cell;
          const path = await writeTable({ ...table, rows }, { headings: [table.headings], cells: (cells) => cells });
          const trust = await openImportingTrust();
          const report = await importForCommandLine(trust.context, path, { trust: 'T1' });
          if (isRefusal(report)) return expect(report.message).toMatch(/\S/);
          const { rowsRead, accepted, refused, ignored } = report;
          expect(accepted + refused.length + ignored.length).toBe(rowsRead);
          expect(await figuresOf(trust, report.kind)).toMatch(/\{|[Ii]mport/);
        }),
        { numRuns: 4 * times },
      );
    },
    60_000 * times,
  );
});
