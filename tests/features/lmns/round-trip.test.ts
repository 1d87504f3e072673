import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { legible, type ReturnDocument } from '../../../electron/contract/index.ts';
import { systemWorkbook } from '../../../electron/features/lmns/files/system-workbook.ts';
import { readReturnWorkbook } from '../../../electron/features/returns/read-workbook.ts';
import { returnWorkbook } from '../../../electron/features/returns/workbook.ts';
import { temporaryFolder } from '../../support/database.ts';
import { compileReturns } from '../../support/returned-documents.ts';
import { returnOf } from './returns.ts';

const RUNS = 15;
const words = fc
  .array(fc.oneof(fc.constantFrom('=1+1', '@', '"', '<b>', ';', '\n', 'Ünit', ' '), fc.string({ unit: 'grapheme' })))
  .map((parts) => legible(parts.join('')).slice(0, 500));
const wte = fc.option(fc.integer({ min: -5_000_000, max: 50_000_000 }));
const minutes = fc.integer({ min: 0, max: 500_000 });
const day = fc.constantFrom('2026-07-01', '2026-09-30', '2028-02-29');

const line = fc.record({
  status: fc.option(fc.constantFrom('blue' as const, 'green' as const, 'amber' as const, 'red' as const)),
  progress: words,
  nextSteps: words,
  evidence: words,
  lead: words,
  due: fc.option(day),
  risk: words,
  mitigation: words,
  helpNeeded: words,
  sharing: fc.boolean(),
  evidenceItems: fc.array(
    fc.record({
      kind: fc.constantFrom('document' as const, 'meeting' as const, 'plan' as const, 'import' as const),
      title: words,
      place: words,
      day: fc.option(day),
      detail: words,
      figure: fc.constant(null),
    }),
    { maxLength: 2 },
  ),
});
const workforce = fc.record({ required: wte, funded: wte, inPost: wte, vacancy: wte, grossVacancy: wte });
const unit = fc.constantFrom('Delivery Suite', 'Rowan ward', null);
const roster = fc.record({
  unit,
  shift: fc.constantFrom('day' as const, 'night' as const),
  staff: fc.constantFrom('registered' as const, 'support' as const),
  plannedMinutes: minutes,
  actualMinutes: minutes,
});
const temporary = fc.record({
  unit,
  substantiveMinutes: minutes,
  bankMinutes: minutes,
  agencyMinutes: minutes,
  otherMinutes: minutes,
});
const text = fc.record({ title: words, text: words });

/** A return with anything that a trust may say or count in it. */
const anyReturn = fc
  .record({
    lines: fc.array(line, { minLength: 12, maxLength: 12 }),
    workforce: fc.array(workforce, { minLength: 2, maxLength: 2 }),
    fill: fc.array(roster, { maxLength: 3 }),
    temporary: fc.array(temporary, { maxLength: 2 }),
    practices: fc.array(text, { maxLength: 2 }),
    challenges: fc.array(text, { maxLength: 2 }),
  })
  .map((own): ReturnDocument => {
    const made = returnOf({ code: 'RXA', name: 'Ashbourne' });
    const [first] = made.shared.practices;
    const texts = (some: typeof own.practices) => some.flatMap((one) => (first ? [{ ...first, ...one }] : []));
    return {
      ...made,
      lines: made.lines.map((one, index) => ({ ...one, ...own.lines[index] })),
      workforce: {
        ...made.workforce,
        rows: made.workforce.rows.map((row, index) => ({ ...row, ...own.workforce[index] })),
      },
      rosters: { fill: own.fill, temporary: own.temporary, sources: [] },
      shared: { practices: texts(own.practices), challenges: texts(own.challenges) },
    };
  });

async function sheetsOf(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const filled = (cell: ExcelJS.Cell) => (cell.value === null || cell.value === '' ? [] : [JSON.stringify(cell.value)]);
  return new Map(
    workbook.worksheets.map((sheet) => [
      sheet.name,
      Array.from({ length: sheet.rowCount }, (_, row) =>
        Array.from({ length: sheet.columnCount }, (__, column) => filled(sheet.getCell(row + 1, column + 1))).flat(),
      ),
    ]),
  );
}

/** Rows of a table of ours below its headings in row 4, without what is empty. */
const rowsOf = (rows: readonly string[][] | undefined) => (rows ?? []).slice(4).filter((row) => row.length > 0);

test('from return to workbook to LMNS to compiled workbook nothing is lost, whatever a trust says and counts', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder();
  const options = { period: '2026-Q2', trusts: [], hideBelow: 5, assessmentYears: 3, censusDays: 31 };
  await fc.assert(
    fc.asyncProperty(anyReturn, async (document) => {
      const bytes = await returnWorkbook(document);
      const path = join(folder, 'return.xlsx');
      writeFileSync(path, bytes);
      const received = await readReturnWorkbook(path);
      expect(received).toEqual({ kind: 'read', document });
      if (received.kind !== 'read') return;
      const system = compileReturns([received.document], options);
      const head = { name: 'Mallowmere LMNS', kind: 'LMNS' } as const;
      const compiled = await sheetsOf(await systemWorkbook(head, system, [received.document], '2026-10-20T09:30:00Z'));
      const made = await sheetsOf(bytes);
      const trust = (compiled.get('RXA Ashbourne') ?? []).map((row) => row.join('|'));
      for (const name of ['Lines', 'Evidence', 'Workforce', 'Shift fill', 'Temporary staffing', 'Shared'])
        for (const row of rowsOf(made.get(name))) expect(trust, name).toContain(row.join('|'));
      expect(rowsOf(made.get('Lines'))).toHaveLength(12);
      // What is added up stands on the system's sheets: 10.00 of 100.00 WTE, 12 of 100 midwives.
      const measures = (compiled.get('Measures') ?? []).map((row) => row.join('|')).join('\n');
      expect(measures).toContain('"10.00 WTE"|"100.00 WTE"');
      expect(measures).toContain('"12"|"100"');
    }),
    { numRuns: RUNS },
  );
});
