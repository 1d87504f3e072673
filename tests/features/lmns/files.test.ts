import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { blankContext, blankReturn } from '../../../electron/features/lmns/blank/context.ts';
import { readBlankWorkbook } from '../../../electron/features/lmns/blank/read.ts';
import { blankWorkbook } from '../../../electron/features/lmns/blank/write.ts';
import { requireLmns } from '../../../electron/features/lmns/repository.ts';
import { returnWorkbook } from '../../../electron/features/returns/workbook.ts';
import { temporaryFolder } from '../../support/database.ts';
import { docxParagraphs, docxTables } from '../../support/docx-parts.ts';
import { unzipSync } from '../../support/unzip.ts';
import { addTestTrust, openTestPlanner, type TestPlanner } from '../returns/planner.ts';
import { keptOf, leaverRate, returnOf, vacancyRate } from './returns.ts';

const Q2 = '2026-Q2';
let planner: TestPlanner;
let lmns: number;

beforeAll(async () => {
  planner = openTestPlanner({ now: '2026-10-20T09:30:00.000Z' });
  const { client } = planner;
  lmns = (await client.lmns.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' })).id;
  for (const [code, name, hasPlanner] of [
    ['RXA', 'Ashbourne: north/south', true],
    ['RXB', 'Brackenfell', true],
    ['RXC', 'Coldwater', false],
  ] as const)
    await client.lmns.setTrust({ lmns, code, name, hasPlanner });
  await client.lmns.setPeriod({ lmns, period: Q2, due: '2026-10-15' });
});

const bytesOf = ({ contents }: { contents: string }) => new Uint8Array(Buffer.from(contents, 'base64'));

async function workbookOf(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

const receive = (fileName: string, bytes: Uint8Array) =>
  planner.client.lmns.receive({ lmns, fileName, contents: Buffer.from(bytes).toString('base64') });

describe('the blank workbook of a trust without the planner', () => {
  const blank = async () => workbookOf(bytesOf(await planner.client.lmns.blank({ lmns, period: Q2, code: 'RXC' })));

  test('asks for the twelve lines with a list of statuses, dates and numbers that are checked', async () => {
    const workbook = await blank();
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Cover', 'visible'],
      ['Lines', 'visible'],
      ['Workforce', 'visible'],
      ['Measures', 'visible'],
      ['Lists', 'hidden'],
      ['Blank return', 'hidden'],
    ]);
    const lines = workbook.getWorksheet('Lines');
    expect(lines?.getCell('A5').value).toBe('4.1');
    expect(lines?.getCell('A17').value).toBeNull();
    expect(lines?.getCell('D5').dataValidation).toMatchObject({ type: 'list', formulae: ['Lists!$A$1:$A$4'] });
    expect(lines?.getCell('I5').dataValidation).toMatchObject({ type: 'date' });
    expect(lines?.getCell('D5').protection.locked).toBe(false);
    expect(workbook.getWorksheet('Workforce')?.getCell('C5').dataValidation).toMatchObject({ type: 'decimal' });
    expect(workbook.getWorksheet('Cover')?.getCell('B5').value).toBe('RXC');
  });

  test('is told cell by cell what cannot be read, and then received as the trust’s return', async () => {
    const workbook = await blank();
    const [cover, lines, workforce] = ['Cover', 'Lines', 'Workforce'].map((name) => workbook.getWorksheet(name));
    if (!cover || !lines || !workforce) throw new Error('A sheet is missing');
    cover.getCell('B7').value = 'Director of Midwifery';
    cover.getCell('B8').value = new Date(Date.UTC(2026, 9, 12));
    lines.getCell('D5').value = 'Amberish';
    lines.getCell('E5').value = 'Half of the posts are filled';
    lines.getCell('I5').value = 'soon';
    workforce.getRow(5).values = [
      'Midwives',
      'Band 6',
      60,
      'about 56',
      50,
      'Birthrate+',
      new Date(Date.UTC(2025, 2, 1)),
    ];
    const wrong = await receive('Coldwater.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(wrong.kind).toBe('refused');
    expect(wrong.said).toContain('3 cells cannot be read.');
    expect(wrong.said).toContain('Lines D5: “Amberish” is no status. Choose one from the list.');
    expect(wrong.said).toContain('Lines I5: “soon” is no date.');
    expect(wrong.said).toContain('Workforce D5: “about 56” is no number.');
    lines.getCell('D5').value = 'At risk';
    lines.getCell('I5').value = '31/03/2028';
    workforce.getCell('D5').value = 56;
    const answer = await receive('Coldwater.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(answer).toMatchObject({ kind: 'received', code: 'RXC', period: Q2 });
    const { receipts } = await planner.client.lmns.received({ lmns });
    expect(receipts[0]).toMatchObject({ way: 'blank', counts: true });
    const document = keptOf(planner, lmns, receipts[0]?.id);
    expect(document.lines).toHaveLength(12);
    expect(document.lines[0]).toMatchObject({
      reference: '4.1',
      status: 'amber',
      progress: 'Half of the posts are filled',
      due: '2028-03-31',
    });
    expect(document.signatures.submitted).toEqual({ role: 'Director of Midwifery', at: '2026-10-12T00:00:00.000Z' });
    const all = document.workforce.rows.find(({ level }) => level === 'trust');
    expect(all).toMatchObject({ required: 6_000_000, funded: 5_600_000, inPost: 5_000_000, vacancy: 600_000 });
  });
});

test('measures of a pack are asked for as numerators and denominators, and read in their own units', async () => {
  const { context } = planner;
  const row = requireLmns(context.database, lmns);
  const measures = [vacancyRate, leaverRate];
  const blank = await blankWorkbook({ ...blankReturn(context, row, Q2, 'RXC'), measures });
  const workbook = await workbookOf(blank);
  const sheet = workbook.getWorksheet('Measures');
  if (!sheet) throw new Error('There is no sheet of measures');
  expect(sheet.getCell('A5').value).toBe('T2-vacancy');
  sheet.getCell('G5').value = 5.6;
  sheet.getCell('H5').value = 56;
  sheet.getCell('G6').value = 7;
  const path = join(temporaryFolder(), 'measures.xlsx');
  writeFileSync(path, new Uint8Array(await workbook.xlsx.writeBuffer()));
  const reading = await readBlankWorkbook(path, { ...blankContext(context), measures });
  expect(reading).toMatchObject({ kind: 'read', problems: [] });
  const values = reading.kind === 'read' ? reading.document.measures.values : [];
  expect(
    values.map(({ measure, numerator, denominator, denominatorState, on }) => [
      measure,
      numerator,
      denominator,
      denominatorState,
      on,
    ]),
  ).toEqual([
    ['T2-vacancy', 560_000, 5_600_000, 'shown', '2026-09-30'],
    ['T2-leavers', 7, null, 'not known', '2026-09-30'],
  ]);
});

test('every measure of the blank workbook that is filled in is received and compiled with those numbers, the LMNS’s own too', async () => {
  const { client } = planner;
  const own = { shortName: 'Home birth rota covered', numerator: 'nights with two midwives', denominator: 'nights' };
  const about = { description: '', source: '', exclusions: 'None.', standardisation: 'None.', link: null };
  await client.lmns.setMeasure({
    lmns,
    id: null,
    definition: {
      id: 'homebirth-cover',
      ...own,
      ...about,
      type: 'progress',
      references: ['4.2'],
      levels: ['trust'],
      direction: 'up',
      unit: 'count',
      ofPeople: false,
    },
  });
  await client.lmns.setTrust({ lmns, code: 'RXD', name: 'Dunmere', hasPlanner: false });
  const workbook = await workbookOf(bytesOf(await client.lmns.blank({ lmns, period: Q2, code: 'RXD' })));
  const sheet = workbook.getWorksheet('Measures');
  if (!sheet) throw new Error('There is no sheet of measures');
  const units = new Map<string, string>();
  for (let row = 5; sheet.getCell(`A${row}`).value !== null; row++) {
    const id = String(sheet.getCell(`A${row}`).value);
    units.set(id, String(sheet.getCell(`C${row}`).value));
    sheet.getCell(`G${row}`).value = 20 + row;
    if (sheet.getCell(`E${row}`).value !== 'none') sheet.getCell(`H${row}`).value = 400 + row;
    sheet.getCell(`I${row}`).value = new Date(Date.UTC(2026, 8, 30));
  }
  expect([...units.keys()]).toEqual(expect.arrayContaining(['vacancy-rate', 'shift-fill', 'homebirth-cover']));
  const answer = await receive('Dunmere.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(answer).toMatchObject({ kind: 'received', code: 'RXD' });
  const { measures } = await client.lmns.compile({ lmns, period: Q2 });
  // WTE are kept in hundred-thousandths, hours in minutes, everything else as it is.
  const per = (unit = '') => ({ WTE: 100_000, hours: 60 })[unit] ?? 1;
  for (const [index, [id, unit]] of [...units].entries()) {
    const table = measures.find(({ definition }) => definition.id === id)?.groups[0]?.tables.at(-1);
    expect(
      table?.cells.find(({ trust }) => trust === 'RXD'),
      id,
    ).toMatchObject({
      numerator: (25 + index) * per(unit),
      denominator: (405 + index) * per(unit),
      on: '2026-09-30',
    });
  }
  const compiled = measures.find(({ definition }) => definition.id === 'homebirth-cover')?.definition;
  expect(compiled).toMatchObject({ ...own, definedBy: { kind: 'LMNS', name: 'Mallowmere LMNS' } });
});

describe('files of the system', () => {
  test('a return goes to its workbook, to the LMNS and into the compiled workbook without losing anything', async () => {
    const { client } = planner;
    await addTestTrust(planner);
    await client.lmns.setTrust({ lmns, code: 'RX1', name: 'Thistledown & Mallowmere', hasPlanner: true });
    const own = { trust: 'RX1', period: Q2 };
    await client.returns.start(own);
    const save = (field: string, value: unknown) =>
      client.returns.changeAnswer({ ...own, reference: '4.1', change: { field, value } as never });
    await save('status', 'red');
    await save('progress', 'First\n=second & <third>');
    await save('mitigation', 'Bank shifts');
    await save('lead', 'Head of Midwifery');
    await save('due', '2028-03-31');
    const file = await client.returns.workbook(own);
    const document = await client.returns.document(own);
    expect(await receive('RX1.xlsx', bytesOf(file))).toMatchObject({ kind: 'received', code: 'RX1' });
    const { receipts } = await client.lmns.received({ lmns });
    const receipt = receipts.find(({ code }) => code === 'RX1')?.id;
    expect(keptOf(planner, lmns, receipt)).toEqual(document);

    const system = await workbookOf(bytesOf(await client.lmns.file({ lmns, period: Q2, kind: 'workbook' })));
    const names = system.worksheets.map(({ name }) => name);
    expect(names[0]).toBe('The system');
    const sheet = system.worksheets.find(({ name }) => name.startsWith('RX1'));
    const made = await workbookOf(bytesOf(file));
    const valuesOf = (of: ExcelJS.Worksheet | undefined, from: number, count: number) =>
      Array.from({ length: count }, (_, index) => of?.getRow(from + index).values);
    expect(valuesOf(sheet, 4, 13)).toEqual(valuesOf(made.getWorksheet('Lines'), 4, 13));
  });

  test('workbook, board paper, tables and the system’s own return say the same figures', async () => {
    const { client } = planner;
    await receive(
      'RXA.xlsx',
      await returnWorkbook(returnOf({ code: 'RXA', name: 'Ashbourne: north/south', leavers: 12 })),
    );
    await receive(
      'RXB.xlsx',
      await returnWorkbook(returnOf({ code: 'RXB', name: 'Brackenfell', status: 'amber', leavers: 3 })),
    );
    const file = (kind: Parameters<typeof client.lmns.file>[0]['kind']) => client.lmns.file({ lmns, period: Q2, kind });
    const system = await workbookOf(bytesOf(await file('workbook')));
    const names = system.worksheets.map(({ name }) => name);
    expect(names).toContain('RXA Ashbourne north south');
    const texts: string[] = [];
    for (const sheet of system.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))));
    expect(texts).toContain('Vacancy rate');
    expect(texts).toContain('fewer than 5');
    const paper = bytesOf(await file('paper docx'));
    expect(docxParagraphs(paper).map(({ text }) => text)).toContain('How the lines stand');
    const measures = docxTables(paper).find(([head]) => head?.[0] === 'Measure');
    expect(measures?.find(([name]) => name === 'Vacancy rate')?.[1]).toBe('10.00 %');
    expect((await file('paper pdf')).fileName).toBe('Theme 2 board paper Mallowmere LMNS 2026-Q2.pdf');
    const zip = unzipSync(bytesOf(await file('csv')));
    expect([...zip.keys()]).toEqual([
      'system.csv',
      'lines.csv',
      'measures.csv',
      'trends.csv',
      'gaps.csv',
      'restatements.csv',
    ]);
    const csv = new TextDecoder().decode(zip.get('measures.csv'));
    expect(csv).toContain('T2-vacancy,Vacancy rate,The system,');
    const json = JSON.parse(new TextDecoder().decode(bytesOf(await file('json')))) as { tables: { name: string }[] };
    expect(json.tables.map(({ name }) => name)).toEqual([
      'system',
      'lines',
      'measures',
      'trends',
      'gaps',
      'restatements',
    ]);
    const own = await workbookOf(bytesOf(await file('return xlsx')));
    expect(own.getWorksheet('Lines')?.getCell('A5').value).toBe('4.4');
    expect(docxTables(bytesOf(await file('return docx')))[0]?.[1]?.[0]).toBe('4.4');
  });
});
