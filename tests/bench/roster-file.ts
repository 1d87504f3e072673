import { ZipWriter } from '../support/zip-writer.ts';

/** How the texts of a workbook are kept: in one table, as Excel does, or in each cell, as many exporting systems do. */
export type TextForm = 'shared' | 'inline';

const UNITS = ['Delivery Suite', 'Antenatal/Postnatal Ward', 'Community Midwifery', 'Birth Centre'];
const GRADES = ['Band 2', 'Band 3', 'Band 5', 'Band 6', 'Band 7'];
/** Code, start, end, minutes of break and hours, as a sheet keeps them: the hours are what the times make. */
const SHIFTS = [
  ['LD', '0.3125', '0.8333333333333334', 60, '0.4791666666666667'],
  ['N', '0.8125', '0.3333333333333333', 60, '0.4791666666666667'],
  ['E', '0.2916666666666667', '0.625', 30, '0.3125'],
  ['L', '0.5416666666666666', '0.875', 30, '0.3125'],
  ['MGT', '0.375', '0.7083333333333334', 30, '0.3125'],
] as const;
/** How a duty was filled, and what became of it. */
const OUTCOMES = [
  ['Substantive', 'Worked'],
  ['Substantive', 'Worked'],
  ['Substantive', 'Worked'],
  ['Substantive', 'Worked'],
  ['Bank', 'Worked'],
  ['Agency', 'Worked'],
  ['Substantive', 'Planned'],
  ['Substantive', 'Cancelled'],
] as const;
const YES_NO = ['Y', 'N', 'N', 'N'];
const FIRST_NAMES = ['Olivia', 'Siân', 'Zoë', 'Grace', 'Ewa', 'Bronwên', 'Amina'];
const LAST_NAMES = ['BHATT', 'O’CONNOR', 'DAVIES', 'BÄRLOCHER', 'Smith & Jones', 'HUSSAIN'];
const HEADINGS = [
  'Unit',
  'Actual Break Mins',
  'Staff Number',
  'Name',
  'Grade',
  'Grade Type',
  'Duty Date',
  'Shift',
  'Request Id',
  'Start',
  'End',
  'Break Mins',
  'Work Hours',
  'Fill Type',
  'Duty Status',
  'In Charge',
  'Actual Start',
  'Actual End',
  'Actual Work Hours',
  'Comment',
];
const [DATE, TIME, HOURS] = [1, 2, 3];

/**
 * Writes a year's roster of invented duties: 20 columns, about 18 values a row, hours that agree with their times, real date and time serials, and a
 * quarter of its texts seen only once.
 */
export async function writeRosterFile(path: string, rows: number, form: TextForm): Promise<void> {
  const texts = new Map<string, number>();
  const cell = form === 'shared' ? sharedCell(texts) : inlineCell;
  const zip = await ZipWriter.create(path);
  for (const [name, xml] of Object.entries(FRAME)) await zip.add(name, xml);
  await zip.add('xl/worksheets/sheet1.xml', sheetXml(rows, cell), { level: 6 });
  if (form === 'shared') await zip.add('xl/sharedStrings.xml', tableXml(texts));
  await zip.close();
}

type TextCell = (place: string, text: string) => string;

function sharedCell(texts: Map<string, number>): TextCell {
  return (place, text) => {
    let index = texts.get(text);
    if (index === undefined) texts.set(text, (index = texts.size));
    return `<c r="${place}" t="s"><v>${index}</v></c>`;
  };
}

const inlineCell: TextCell = (place, text) => `<c r="${place}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`;

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function* tableXml(texts: ReadonlyMap<string, number>): Generator<string> {
  yield `${PROLOG}<sst xmlns="${MAIN}" count="${texts.size}" uniqueCount="${texts.size}">`;
  let block = '';
  for (const text of texts.keys()) {
    block += `<si><t>${escape(text)}</t></si>`;
    if (block.length > 2 ** 16) {
      yield block;
      block = '';
    }
  }
  yield `${block}</sst>`;
}

function* sheetXml(rows: number, cell: TextCell): Generator<string> {
  yield `${PROLOG}<worksheet xmlns="${MAIN}"><dimension ref="A1:T${rows + 1}"/><sheetData><row r="1" spans="1:20">`;
  yield HEADINGS.map((heading, column) => cell(`${letter(column)}1`, heading)).join('');
  yield '</row>';
  let block = '';
  for (let row = 2; row <= rows + 1; row++) {
    block += rowXml(row, cell);
    if (row % 200 === 0) {
      yield block;
      block = '';
    }
  }
  yield `${block}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
}

function rowXml(row: number, cell: TextCell): string {
  const random = generator(row);
  const pick = <T>(choices: readonly T[]): T => choices[random(choices.length)]!;
  const text = (column: number, value: string): string => cell(letter(column) + row, value);
  const number = (column: number, value: number | string, style: number): string =>
    `<c r="${letter(column)}${row}"${style > 0 ? ` s="${style}"` : ''}><v>${value}</v></c>`;
  const person = 20_000_000 + random(600) * 7919;
  const [shift, start, end, pause, hours] = pick(SHIFTS);
  const [fill, status] = pick(OUTCOMES);
  const worked = status === 'Worked';
  const date = 46_000 + Math.floor(row / 420);
  return [
    `<row r="${row}" spans="1:20">${text(0, pick(UNITS))}${worked ? number(1, pause, 0) : ''}${text(2, String(person))}`,
    text(3, `${LAST_NAMES[person % 6]}, ${FIRST_NAMES[person % 7]} ${person % 601}`) + text(4, pick(GRADES)),
    text(5, 'Registered') + number(6, date, DATE) + text(7, shift) + text(8, `BR-${1_000_000 + row}`),
    number(9, start, TIME) + number(10, end, TIME) + number(11, pause, 0),
    number(12, hours, HOURS) + text(13, fill) + text(14, status),
    text(15, pick(YES_NO)),
    worked ? number(16, start, TIME) + number(17, end, TIME) + number(18, hours, HOURS) : '',
    random(2) === 0 ? text(19, `Duty ${row} checked against timesheet`) : '',
    '</row>',
  ].join('');
}

/** Fixed numbers for each row: the same file every time. */
function generator(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return (state >>> 8) % below;
  };
}

const letter = (column: number): string => String.fromCharCode(65 + column);

const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FRAME: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${PROLOG}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPES}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPES}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `${PROLOG}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${PROLOG}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Duty Detail" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${PROLOG}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `${PROLOG}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0000"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
};
