import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { temporaryFolder } from '../../support/database.ts';
import { escapeXml, PROLOG, writeRawWorkbook } from '../../support/raw-workbook.ts';

/** As a system makes it in Excel by hand: a table of lines with lists, dates, names, colours by rule, a hidden sheet, a comment. */
export async function tableTemplate(title = 'Mallowmere LMNS: quarterly return'): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Theme 2');
  const lists = workbook.addWorksheet('Lists', { state: 'hidden' });
  for (const [index, word] of ['Blue', 'Green', 'Amber', 'Red'].entries()) lists.getCell(index + 1, 1).value = word;
  sheet.getCell('A1').value = title;
  sheet.mergeCells('A1:H1');
  sheet.getCell('A2').value = 'Trust';
  sheet.mergeCells('B2:C2');
  sheet.getCell('D2').value = 'Quarter';
  sheet.getRow(4).values = [
    'Ref',
    'Action',
    'BRAG status',
    'Progress this quarter',
    'Owner',
    'Target date',
    'Risk',
    'Days left',
  ];
  for (const [index, reference] of ['4.1', '4.2', '4.3'].entries()) {
    const row = sheet.getRow(5 + index);
    row.values = [reference, `Action of ${reference}`];
    row.getCell(6).numFmt = 'dd/mm/yyyy';
    row.getCell(3).dataValidation = { type: 'list', allowBlank: true, formulae: ['Lists!$A$1:$A$4'] };
    row.getCell(6).dataValidation = {
      type: 'date',
      operator: 'greaterThan',
      formulae: [new Date(Date.UTC(2026, 0, 1))],
    };
    row.getCell(8).value = { formula: `F${5 + index}-TODAY()`, result: 0 };
  }
  sheet.getCell('H9').value = { formula: 'COUNTIF(C5:C7,"Red")', result: 0 };
  sheet.addConditionalFormatting({
    ref: 'C5:C7',
    rules: [
      {
        type: 'containsText',
        operator: 'containsText',
        text: 'Red',
        priority: 1,
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFF0000' } } },
      },
    ],
  });
  sheet.getCell('D5').note = 'In plain words, please.';
  sheet.getCell('D12').value = 'Required WTE';
  sheet.getCell('E12').numFmt = '0.00';
  workbook.definedNames.add("'Theme 2'!$E$12", 'Required_4_1');
  workbook.definedNames.add("'Theme 2'!$E$2", 'Return_Quarter');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONSHIPS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** As another program writes it: strict names, a prefix on every element, shared strings, rows and cells without places. */
export async function prefixedTemplate(): Promise<Uint8Array> {
  const strings = ['4.1 Birthrate Plus', 'Status:', 'Update:', 'Due:', '4.2 Vacancies', 'Trust name'];
  const s = (index: number, attributes = '') => `<x:c ${attributes} t='s'><x:v>${index}</x:v></x:c>`;
  const rows = [
    `<x:row r='1'>${s(5, "r='A1'")}<x:c r='B1' s='1'/></x:row>`,
    `<x:row>${s(0)}</x:row>`,
    `<x:row>${s(1)}<x:c s='1'/></x:row>`,
    `<x:row>${s(2)}<x:c t='inlineStr'><x:is><x:t><![CDATA[last < time]]></x:t></x:is></x:c></x:row>`,
    `<x:row>${s(3)}<x:c s='1' t='d'><x:v>2026-03-31</x:v></x:c></x:row>`,
    `<!-- a note of the program --><x:row r='8'>${s(4)}</x:row>`,
    `<x:row r='9'>${s(1)}</x:row>`,
    `<x:row r='10' s='1' customFormat='1'/>`,
  ];
  const sheet = `${PROLOG}<x:worksheet xmlns:x='${MAIN}' xmlns:r='${RELATIONSHIPS}'><x:dimension ref='A1:B9'/><x:cols><x:col min='2' max='2' style='1' width='30'/></x:cols><x:sheetData>${rows.join('\n')}</x:sheetData><x:dataValidations count='1'><x:dataValidation type='list' sqref='B3 B9'><x:formula1>"Blue,Green,Amber,Red"</x:formula1></x:dataValidation></x:dataValidations></x:worksheet>`;
  const workbook = `${PROLOG}<x:workbook xmlns:x='${MAIN}' xmlns:r='${RELATIONSHIPS}' conformance='strict'><x:sheets><x:sheet name='Form' sheetId='1' r:id='rId1'/></x:sheets></x:workbook>`;
  const items = strings.map((text) => `<x:si><x:t>${escapeXml(text)}</x:t></x:si>`).join('');
  const path = await writeRawWorkbook(join(temporaryFolder(), 'prefixed.xlsx'), {
    formats: ['dd mmm yyyy'],
    entry: { descriptor: true },
    parts: {
      'xl/worksheets/sheet1.xml': sheet,
      'xl/workbook.xml': workbook,
      'xl/sharedStrings.xml': `${PROLOG}<x:sst xmlns:x='${MAIN}'>${items}</x:sst>`,
    },
  });
  return readFileSync(path);
}

const CHART = `${PROLOG}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Return!$B$5:$B$7</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
const DRAWING = `${PROLOG}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (list: string) =>
  `${PROLOG}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
const TYPES = 'application/vnd.openxmlformats-officedocument';

/** A protected sheet with merged blocks, a chart of its figures, shared formulas and the order in which they are worked out. */
export async function chartTemplate(extra: Record<string, string> = {}): Promise<Uint8Array> {
  const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const rows = [
    `<row r="1" spans="1:4">${text('A1', 'Figures of the quarter')}</row>`,
    `<row r="3" spans="1:3">${text('A3', 'Figure')}${text('B3', 'WTE')}${text('C3', 'Twice')}</row>`,
    `<row r="5" spans="1:3">${text('A5', 'Required')}<c r="B5"><v>1</v></c><c r="C5"><f t="shared" ref="C5:C7" si="0">B5*2</f><v>2</v></c></row>`,
    `<row r="6" spans="1:3">${text('A6', 'Funded')}<c r="B6"><v>1</v></c><c r="C6"><f t="shared" si="0"/><v>2</v></c></row>`,
    `<row r="7" spans="1:3">${text('A7', 'In post')}<c r="B7"><v>1</v></c><c r="C7"><f t="shared" si="0"/><v>2</v></c></row>`,
    `<row r="8" spans="1:3">${text('A8', 'Gap')}<c r="B8"><f>B5-B7</f><v>0</v></c></row>`,
  ];
  const tail = `<sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A10:D12"/></mergeCells><drawing r:id="rId1"/>`;
  const path = await writeRawWorkbook(join(temporaryFolder(), 'chart.xlsx'), {
    sheets: [{ name: 'Return', rows: rows.join(''), tail }],
    entry: { stored: true },
    parts: {
      '[Content_Types].xml': `${PROLOG}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.spreadsheetml.styles+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${TYPES}.spreadsheetml.calcChain+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="${TYPES}.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="${TYPES}.drawingml.chart+xml"/></Types>`,
      'xl/_rels/workbook.xml.rels': rels(
        `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
      ),
      'xl/calcChain.xml': `${PROLOG}<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B8" i="1"/><c r="C5"/><c r="C6"/><c r="C7"/></calcChain>`,
      'xl/worksheets/_rels/sheet1.xml.rels': rels(
        `<Relationship Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/>`,
      ),
      'xl/drawings/drawing1.xml': DRAWING,
      'xl/drawings/_rels/drawing1.xml.rels': rels(
        `<Relationship Id="rId1" Type="${OFFICE}/chart" Target="../charts/chart1.xml"/>`,
      ),
      'xl/charts/chart1.xml': CHART,
      ...extra,
    },
  });
  return readFileSync(path);
}
