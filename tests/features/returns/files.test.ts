import { beforeAll, expect, test } from 'vitest';
import { docxParagraphs, docxTables } from '../../support/docx-parts.ts';
import { unzipSync } from '../../support/unzip.ts';
import { addTestTrust, openTestPlanner, type TestPlanner } from './planner.ts';

const Q2 = { trust: 'RX1', period: '2026-Q2' };
let planner: TestPlanner;

beforeAll(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
  const { returns } = planner.client;
  await returns.start(Q2);
  const save = (reference: string, field: string, value: unknown) =>
    returns.changeAnswer({ ...Q2, reference, change: { field, value } as never });
  await save('4.1', 'status', 'amber');
  await save('4.1', 'progress', '=SUM(A1) and "more", with\na line');
  await save('4.1', 'nextSteps', 'Interviews in November');
  await save('4.2', 'helpNeeded', 'A shared advert');
});

const file = async (format: 'docx' | 'pdf' | 'csv' | 'json') => {
  const { fileName, contents } = await planner.client.returns.file({ ...Q2, format });
  return { fileName, bytes: new Uint8Array(Buffer.from(contents, 'base64')) };
};

test('the highlight report says status, progress, next steps and help of each line, in Word and as a PDF', async () => {
  const { fileName, bytes } = await file('docx');
  expect(fileName).toBe('Theme 2 highlight report RX1 2026-Q2.docx');
  const paragraphs = docxParagraphs(bytes).map(({ text }) => text);
  expect(paragraphs.find((text) => /^4\.1 .*: At risk$/.test(text))).toBeDefined();
  expect(paragraphs).toContain('Next steps: Interviews in November');
  expect(paragraphs).toContain('A draft: this return has not been signed off.');
  const tables = docxTables(bytes);
  expect(tables.find(([head]) => head?.[2] === 'Help needed')?.[1]?.[2]).toBe('A shared advert');
  const staff = tables.find(([head]) => head?.[0] === 'Staff group');
  expect(staff?.[1]).toEqual(['Midwives', '90.00 WTE', '86.00 WTE', '80.40 WTE', '5.60 WTE', '6.51 %']);
  expect(staff?.[3]).toEqual(['All', '90.00 WTE', '96.00 WTE', '88.90 WTE', '7.10 WTE', '7.40 %']);
  expect([...unzipSync(bytes).keys()].filter((name) => /charts\/chart\d*\.xml$/.test(name))).toHaveLength(2);
  const pdf = await file('pdf');
  expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe('%PDF-');
});

test('every table goes out as CSV that no spreadsheet can run, and as JSON with exact numbers', async () => {
  const { fileName, bytes } = await file('csv');
  expect(fileName).toBe('Theme 2 return RX1 2026-Q2 tables.zip');
  const zip = unzipSync(bytes);
  const csv = (name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(zip.get(`${name}.csv`));
  expect([...zip.keys()]).toContain('shift-fill.csv');
  expect(csv('lines')).toContain(`"'=SUM(A1) and ""more"", with\na line"`);
  expect(csv('lines').startsWith('\ufeffLine,Action,')).toBe(true);
  const workforce = csv('workforce').split('\r\n');
  expect(workforce[0]).toContain('Vacancy rate,Vacancy rate: numerator,Vacancy rate: denominator');
  expect(workforce[1]).toBe(
    'Delivery Suite,Midwives,Band 6,60,56,50,4,6,6,10,0.107143,600000,5600000,0.892857,5000000,5600000,Birthrate+,Report 12,2025-03-01',
  );
  const json = JSON.parse(new TextDecoder().decode((await file('json')).bytes)) as {
    trust: string;
    tables: { name: string; rows: { values: unknown[] }[] }[];
  };
  expect(json.trust).toBe('RX1');
  expect(json.tables.map(({ name }) => `${name}.csv`)).toEqual([...zip.keys()]);
  const lines = json.tables.find(({ name }) => name === 'lines');
  expect(lines?.rows[0]?.values).toContain('=SUM(A1) and "more", with\na line');
});
