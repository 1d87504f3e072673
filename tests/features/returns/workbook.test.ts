import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { legible, type ReturnDocument } from '#contract';
import { documentOf, recordsOf } from '../../../electron/features/returns/calculations/records.ts';
import { readReturnWorkbook } from '../../../electron/features/returns/read-workbook.ts';
import { returnWorkbook } from '../../../electron/features/returns/workbook.ts';
import { temporaryFolder } from '../../support/database.ts';
import { addTestTrust, openTestPlanner, submitReturn, type TestPlanner } from './planner.ts';

const Q2 = { trust: 'RX1', period: '2026-Q2' };
let planner: TestPlanner;
let made: ReturnDocument;
let bytes: Uint8Array;

beforeAll(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
  await planner.client.returns.start(Q2);
  const save = (reference: string, field: string, value: string) =>
    planner.client.returns.changeAnswer({ ...Q2, reference, change: { field, value } as never });
  await save('4.1', 'status', 'amber');
  await save('4.1', 'progress', '=HYPERLINK("https://example.org","x")');
  await save('4.1', 'evidence', '- first\n- second\n\n  third & <fourth> _x0041_ 😀 ');
  await save('4.1', 'lead', '@lead');
  await save('4.1', 'due', '2028-03-31');
  await save('4.1', 'risk', "'+already quoted");
  await save('4.1', 'nextSteps', '+next');
  await save('4.1', 'mitigation', '-more staff');
  await planner.client.returns.changeAnswer({ ...Q2, reference: '4.1', change: { field: 'sharing', value: true } });
  const item = { kind: 'document', title: 'Board paper 7', place: '=SharePoint', day: '2026-09-02' } as const;
  await planner.client.returns.addEvidence({ ...Q2, reference: '4.1', item: { ...item, detail: null } });
  const figure = (await planner.client.returns.figures(Q2)).find(({ key }) => key === 'vacancies');
  await planner.client.returns.keepFigure({
    ...Q2,
    reference: '4.2',
    key: 'vacancies',
    sentence: figure?.sentence ?? '',
    values: [{ measure: 'grossVacancy', value: 800_000 }],
    reason: 'The ledger is a month behind',
  });
  await submitReturn(planner, Q2);
  made = await planner.client.returns.document(Q2);
  const file = await planner.client.returns.workbook(Q2);
  expect(file.fileName).toBe('Theme 2 return RX1 2026-Q2.xlsx');
  bytes = Buffer.from(file.contents, 'base64');
});

function saved(content: Uint8Array): string {
  const path = join(temporaryFolder(), 'return.xlsx');
  writeFileSync(path, content);
  return path;
}

async function byExceljs(content: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content.slice().buffer);
  return workbook;
}

test('our own reader reads the written workbook back without any loss', async () => {
  expect(await readReturnWorkbook(saved(bytes))).toEqual({ kind: 'read', document: made });
});

test('the sheets are for people: cover, lines, wording, figures and workforce under real headings', async () => {
  const workbook = await byExceljs(bytes);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Cover',
    'Lines',
    'Evidence',
    'Wording',
    'Figures',
    'Measures',
    'Workforce',
    'Data',
  ]);
  const lines = workbook.getWorksheet('Lines');
  expect(lines?.getRow(4).values).toEqual([
    undefined,
    'Line',
    'Action',
    'Plan date',
    'Status',
    'Progress',
    'Next steps',
    'Evidence',
    'Lead',
    'Due',
    'Risk',
    'Mitigation',
    'Help needed',
    'Willing to share',
  ]);
  expect(lines?.getCell('A5').value).toBe('4.1');
  expect(lines?.getCell('D5').value).toBe('At risk');
  expect(lines?.getCell('D6').value).toBe('No status');
  expect(lines?.getCell('E5').value).toBe('\'=HYPERLINK("https://example.org","x")');
  expect(lines?.getCell('I5').value).toEqual(new Date(Date.UTC(2028, 2, 31)));
  const workforce = workbook.getWorksheet('Workforce');
  expect(workforce?.getRow(5).values).toEqual([
    undefined,
    'Delivery Suite',
    'Midwives',
    'Band 6',
    60,
    56,
    50,
    4,
    6,
    6,
    10,
    6 / 56,
    50 / 56,
    'Birthrate+',
    'Report 12',
    new Date(Date.UTC(2025, 2, 1)),
  ]);
});

test('the cover says whose return it is, of when, made with what, and defines its terms', async () => {
  const cover = (await byExceljs(bytes)).getWorksheet('Cover');
  const rows = new Map<unknown, unknown>();
  cover?.eachRow((row) => rows.set(row.getCell(1).value, row.getCell(2).value));
  expect(rows.get('Trust')).toBe('Thistledown & Mallowmere (RX1)');
  expect(rows.get('LMNS or ICB')).toBe('Mallowmere LMNS (LMNS)');
  expect(rows.get('Quarter')).toBe('July to September 2026 (2026-Q2, 1 July 2026 to 30 September 2026)');
  expect(rows.get('Made')).toBe('3 October 2026 at 09:30 UTC');
  expect(rows.get('Signed off')).toBe('Director of midwifery, 3 October 2026 at 09:30 UTC');
  expect(rows.get('Vacancy rate')).toBe('Net vacancy over funded.');
  expect(rows.get('At risk')).toContain('may miss its date');
});

test('no cell of any sheet is a formula, and none starts as one', async () => {
  const workbook = await byExceljs(bytes);
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.formula).toBeUndefined();
        if (typeof cell.value === 'string') expect(cell.value).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
});

test('every sheet is A4 across with its headings on each page, numbered, and stays put when scrolled', async () => {
  for (const sheet of (await byExceljs(bytes)).worksheets) {
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      printTitlesRow: sheet.name === 'Data' ? '1:1' : '4:4',
    });
    expect(sheet.headerFooter.oddFooter).toContain('Page &P of &N');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen' });
    for (const column of sheet.columns) expect(column.width).toBeGreaterThan(5);
  }
});

test('the same return is the same file', async () => {
  expect(Buffer.from(await returnWorkbook(made)).equals(Buffer.from(bytes))).toBe(true);
});

test('a workbook that somebody typed in, or that is another file, is refused in words', async () => {
  const workbook = await byExceljs(bytes);
  const data = workbook.getWorksheet('Data');
  data?.eachRow((row) => {
    if (row.getCell(3).value === 'amber') row.getCell(3).value = 'green';
  });
  const read = async (content: Uint8Array) => readReturnWorkbook(saved(content));
  expect(await read(new Uint8Array(await workbook.xlsx.writeBuffer()))).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('was changed after the return was made'),
  });
  const other = new ExcelJS.Workbook();
  other.addWorksheet('Data').addRow(['Path', 'Type', 'Amount']);
  expect(await read(new Uint8Array(await other.xlsx.writeBuffer()))).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('has no sheet “Data” of a Theme 2 return'),
  });
  expect(await read(new TextEncoder().encode('not a workbook'))).toMatchObject({ kind: 'refused' });
});

const words = fc
  .tuple(
    fc.constantFrom('', '=', '+1', '-', '@', '\t', '＝', "'=", ' =', '_x000D_', '_x005F_x0041_'),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  )
  .map((parts) => legible(parts.join('')).slice(0, 4000));

test('whatever is typed into a return survives the way to the LMNS', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(words, { minLength: 9, maxLength: 9 }),
      async ([
        name = '',
        progress = '',
        evidence = '',
        lead = '',
        risk = '',
        helpNeeded = '',
        published = '',
        term = '',
        title = '',
      ]) => {
        const item = { kind: 'meeting' as const, title, place: term, day: null, detail: progress, figure: null };
        const document: ReturnDocument = {
          ...made,
          trust: { ...made.trust, name },
          definitions: [{ term, meaning: term }],
          lines: made.lines.map((line) => ({
            ...line,
            progress,
            nextSteps: risk,
            evidence,
            lead,
            risk,
            mitigation: progress,
            helpNeeded,
            published,
            evidenceItems: [item],
          })),
          restatements: [
            {
              at: made.madeAt,
              by: lead,
              reason: risk,
              of: made.madeAt,
              changes: [{ place: term, from: evidence, to: '' }],
            },
          ],
          sinceBefore: { title, withFigures: true, changes: [{ place: title, from: '', to: progress }] },
        };
        expect(await readReturnWorkbook(saved(await returnWorkbook(document)))).toEqual({ kind: 'read', document });
      },
    ),
    { numRuns: 25 },
  );
});

test('a document as records gives the same document again', () => {
  const keys = fc.string({ minLength: 1 });
  const documents = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(documents.value, (document) => {
      expect(documentOf(recordsOf(document as never))).toEqual(document);
    }),
  );
});
