import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { ReturnDocument } from '../../../electron/contract/index.ts';
import { systemWorkbook } from '../../../electron/features/lmns/files/system-workbook.ts';
import { compileReturns } from '../../support/returned-documents.ts';
import { returnOf } from './returns.ts';

/** A return whose evidence and restatement say in words how many left. */
function saying(code: string, leavers: number): ReturnDocument {
  const restates = { of: '2026-10-04T09:00:00.000Z', reason: 'One had not left.' };
  const made = returnOf({ code, name: `Trust ${code}`, leavers, midwives: 150, restates });
  const item = { kind: 'figure' as const, title: 'Leavers', place: 'Staff list', day: null, figure: 'leavers' };
  return {
    ...made,
    lines: made.lines.map((line) =>
      line.reference === '5.1' ? { ...line, evidenceItems: [{ ...item, detail: `${leavers} of 150 left.` }] } : line,
    ),
    restatements: made.restatements.map((one) => ({
      ...one,
      changes: [{ place: '5.1 Leavers', from: `${leavers + 1} of 150`, to: `${leavers} of 150` }],
    })),
  };
}

test('words do not tell what the numbers beside them leave out: on a trust’s sheet, and of what it corrected', async () => {
  // 3 is small; 32 less 20 and 9 would tell it, so that of RXB is withheld, too.
  const documents = [saying('RXA', 3), saying('RXB', 9), saying('RXC', 20)];
  const options = { period: '2026-Q2', trusts: [], hideBelow: 5, assessmentYears: 3, censusDays: 31 };
  const system = compileReturns(documents, options);
  const said = system.restatements.filter(({ kind }) => kind === 'said');
  expect(said.map(({ trust, place, from, to }) => [trust, place, from, to])).toEqual([
    ['RXA', '5.1 Leavers', '*', '*'],
    ['RXB', '5.1 Leavers', '*', '*'],
    ['RXC', '5.1 Leavers', '21 of 150', '20 of 150'],
  ]);
  const workbook = new ExcelJS.Workbook();
  const head = { name: 'Mallowmere LMNS', kind: 'LMNS' } as const;
  const bytes = await systemWorkbook(head, system, documents, '2026-10-20T09:30:00.000Z');
  await workbook.xlsx.load(bytes.slice().buffer);
  const texts = (name: string) => {
    const found: string[] = [];
    workbook.getWorksheet(name)?.eachRow((row) => row.eachCell(({ text }) => found.push(text)));
    return found.join('|');
  };
  expect(texts('RXC Trust RXC')).toContain('20 of 150 left.');
  for (const code of ['RXA', 'RXB']) {
    expect(texts(`${code} Trust ${code}`)).not.toContain('of 150 left.');
    expect(texts(`${code} Trust ${code}`)).toContain('Left out: a small number of people');
  }
});
