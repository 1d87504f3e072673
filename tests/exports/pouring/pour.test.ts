import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { brokenRule } from '../../../electron/exports/pouring/cell-content.ts';
import { placeOf } from '../../../electron/exports/pouring/cell-place.ts';
import { pour, type SheetEdit } from '../../../electron/exports/pouring/pour.ts';
import { listOf } from '../../../electron/exports/pouring/references.ts';
import { openTemplate, type Template } from '../../../electron/exports/pouring/template.ts';
import { unzipSync } from '../../support/unzip.ts';
import { chartTemplate, prefixedTemplate, tableTemplate } from './templates.ts';

const AT = '2026-10-03T09:30:00.000Z';

async function opened(bytes: Uint8Array): Promise<Template> {
  const outcome = await openTemplate(bytes);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.template;
}

const edit = (cell: string, value: string | number | null, sheet = 0): SheetEdit => ({
  ...(placeOf(cell) ?? { row: 0, column: 0 }),
  sheet,
  value,
});

/** Parts whose bytes differ, and those that are only in one of two workbooks. */
function differences(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  const names = new Set([...a.keys(), ...b.keys()]);
  const bytes = (part: Uint8Array | undefined) => part && Buffer.from(part).toString('base64');
  return [...names].filter((name) => bytes(a.get(name)) !== bytes(b.get(name))).sort();
}

/** A compound file with one sector of directory: the root and one stream. */
function compoundFile(stream: string): Buffer {
  const file = Buffer.alloc(3 * 512);
  file.writeUInt32BE(0xd0cf11e0, 0);
  file.writeUInt32BE(0xa1b11ae1, 4);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  for (const [index, name] of ['Root Entry', stream].entries()) {
    const entry = 1024 + index * 128;
    file.write(name, entry, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, entry + 64);
    file[entry + 66] = index === 0 ? 5 : 2;
  }
  return file;
}

const partOf = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes).get(name));
/** A sheet's text without the cells that were pointed at. */
const withoutCells = (xml: string, cells: readonly string[]) =>
  cells.reduce((text, cell) => text.replace(new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, 's'), ''), xml);

test('a table with lists, names, colours by rule, a comment and a hidden sheet keeps every part but the cells filled in', async () => {
  const before = await tableTemplate();
  const template = await opened(before);
  expect(template.sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
    { name: 'Theme 2', hidden: false },
    { name: 'Lists', hidden: true },
  ]);
  const after = await pour(
    template,
    [
      edit('C5', 'Red'),
      edit('D5', 'Half of the wards\nare done & <more> 😀'),
      edit('F5', 46_296),
      edit('E12', 13.79),
      edit('E2', 'Q2'),
    ],
    AT,
  );
  expect(differences(before, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  const cells = ['C5', 'D5', 'F5', 'E12', 'E2'];
  // Of the formulas that rest on the status and the date, what they kept goes; they themselves stay.
  const kept = (xml: string) => xml.replace(/(<c r="H[59]"[^>]*><f>[^<]*<\/f>)<v>0<\/v>/g, '$1');
  const sheet = (bytes: Uint8Array) =>
    kept(withoutCells(partOf(bytes, 'xl/worksheets/sheet1.xml'), cells)).replace('spans="1:4"', 'spans="1:5"');
  expect(sheet(after)).toBe(sheet(before));
  expect(partOf(after, 'xl/workbook.xml').replace(' fullCalcOnLoad="1"', '')).toBe(
    partOf(before, 'xl/workbook.xml').replace(' fullCalcOnLoad="1"', ''),
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(after.slice().buffer);
  const filled = workbook.getWorksheet('Theme 2');
  expect(filled?.getCell('C5').value).toBe('Red');
  expect(filled?.getCell('C5').dataValidation.formulae).toEqual(['Lists!$A$1:$A$4']);
  expect(filled?.getCell('D5').value).toBe('Half of the wards\nare done & <more> 😀');
  expect(filled?.getCell('D5').note).toBeTruthy();
  expect(filled?.getCell('F5').value).toEqual(new Date(Date.UTC(2026, 9, 1)));
  expect(filled?.getCell('H5').formula).toBe('F5-TODAY()');
  expect(filled?.getCell('E12').value).toBe(13.79);
});

test('a prefixed, strict workbook without places and with shared strings is filled in where it stands', async () => {
  const before = await prefixedTemplate();
  const template = await opened(before);
  const after = await pour(
    template,
    [
      edit('B1', 'Thistledown'),
      edit('B3', 'Amber'),
      edit('B4', 'New words'),
      edit('B5', null),
      edit('B9', 'Green'),
      edit('B10', 46_000),
      edit('D12', 'below'),
    ],
    AT,
  );
  expect(differences(before, after)).toEqual(['xl/worksheets/sheet1.xml']);
  const xml = partOf(after, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain(`<x:c s='1' t="inlineStr"><x:is><x:t xml:space="preserve">Amber</x:t></x:is></x:c>`);
  expect(xml).toContain('<!-- a note of the program -->');
  expect(xml).toContain(`<x:c r="B9" s="1" t="inlineStr">`);
  expect(xml).toContain(`<x:row r='10' s='1' customFormat='1'><x:c r="B10" s="1"><x:v>46000</x:v></x:c></x:row>`);
  expect(xml).toContain(`<x:dimension ref="A1:D12"/>`);
  const again = await opened(after);
  const words = again.sheets[0]?.text.rows.map(({ row, cells }) => [row, ...cells.map((cell) => again.textOf(cell))]);
  expect(words).toEqual([
    [1, 'Trust name', 'Thistledown'],
    [2, '4.1 Birthrate Plus'],
    [3, 'Status:', 'Amber'],
    [4, 'Update:', 'New words'],
    [5, 'Due:', null],
    [8, '4.2 Vacancies'],
    [9, 'Status:', 'Green'],
    [10, '46000'],
    [12, 'below'],
  ]);
});

test('a protected sheet keeps its chart, its merged blocks and its shared formulas; the order of calculation goes only with a formula', async () => {
  const before = await chartTemplate();
  const template = await opened(before);
  expect(template.sheets[0]?.text).toMatchObject({ isProtected: true, merges: [{ top: 1 }, { top: 10, bottom: 12 }] });
  const after = await pour(template, [edit('B5', 60), edit('B6', 56), edit('D7', 'far right')], AT);
  expect(differences(before, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  expect(partOf(after, 'xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
  const xml = partOf(after, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<row r="7" spans="1:4">');
  expect(xml).toContain('<c r="B8"><f>B5-B7</f></c>');
  expect(xml).toContain('<c r="C6"><f t="shared" si="0"/></c>');
  const elsewhere = partOf(await pour(template, [edit('D7', 'far right')], AT), 'xl/worksheets/sheet1.xml');
  expect(elsewhere).toContain('<c r="B8"><f>B5-B7</f><v>0</v></c>');

  const over = await pour(template, [edit('B8', 10)], AT);
  expect(differences(before, over)).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/calcChain.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(unzipSync(over).has('xl/calcChain.xml')).toBe(false);
  expect(partOf(over, '[Content_Types].xml')).not.toContain('calcChain');
  expect(partOf(over, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
});

test('macros are kept byte for byte, and what is no workbook is refused in words', async () => {
  const before = await chartTemplate({ 'xl/vbaProject.bin': 'not really a project' });
  const template = await opened(before);
  expect(template.macros).toBe(true);
  expect(differences(before, await pour(template, [edit('B5', 2)], AT))).not.toContain('xl/vbaProject.bin');
  const refusal = async (bytes: Uint8Array) => {
    const outcome = await openTemplate(bytes);
    return outcome.kind === 'refused' ? outcome.message : '';
  };
  expect(await refusal(Buffer.from('a,b\n1,2\n'))).toContain('not a workbook');
  expect(await refusal(before.slice(0, 900))).toContain('cut short');
  expect(await refusal(Buffer.alloc(0))).toContain('empty');
  expect(await refusal(compoundFile('EncryptedPackage'))).toContain('protected by a password');
  expect(await refusal(compoundFile('Workbook'))).toContain('Excel file of the old kind');
});

test('lists that newer versions of Excel keep in an extension, and rules of numbers and texts, are known', async () => {
  const template = await opened(
    await chartTemplate({
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Yes</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>No</t></is></c></row></sheetData><dataValidations count="1"><dataValidation type="whole" operator="between" sqref="C1:C3"><formula1>1</formula1><formula2>10</formula2></dataValidation></dataValidations><extLst><ext><x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f>Return!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B1:B9 D4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`,
    }),
  );
  const [whole, list] = template.sheets[0]?.text.validations ?? [];
  expect(list?.areas).toEqual([
    { top: 1, left: 1, bottom: 9, right: 1 },
    { top: 4, left: 3, bottom: 4, right: 3 },
  ]);
  const words = list && listOf(template, 0, list);
  expect(words).toEqual(['Yes', 'No']);
  expect(brokenRule('Perhaps', list, words)).toBe('“Perhaps” is not in the cell’s list: “Yes”, “No”.');
  expect(brokenRule(11, whole, undefined)).toBe('11 breaks the cell’s rule (between 1 and 10).');
  expect(brokenRule(2.5, whole, undefined)).toBe('The cell takes a whole number, and 2.5 is none.');
  expect(brokenRule(10, whole, undefined)).toBeUndefined();
});
