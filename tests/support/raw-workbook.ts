import { type EntryOptions, ZipWriter } from './zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface RawSheet {
  readonly name?: string;
  readonly state?: string;
  /** What stands inside `sheetData`. */
  readonly rows?: string;
  /** What stands behind `sheetData`, such as merged cells. */
  readonly tail?: string;
  /** The last word of the relationship's type; `worksheet` unless said otherwise. */
  readonly type?: string;
  /** Where the workbook's relationships say that the part is. */
  readonly target?: string;
}

export interface RawWorkbook {
  readonly sheets?: readonly RawSheet[];
  /** What stands inside `sst`; without it the file has no shared strings. */
  readonly sharedStrings?: string;
  /** Format codes, from number 164 on; the cell style `n` shows the format `n - 1`, style 0 is General. */
  readonly formats?: readonly string[];
  /** Numbers of built-in formats for the cell styles behind those. */
  readonly builtIns?: readonly number[];
  readonly workbookPr?: string;
  /** Parts that replace or add to those made from the above, in this order in front of them; `undefined` leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
  readonly entry?: EntryOptions;
  /** Turns part names into the odd spellings under which they lie in the zip file. */
  readonly spell?: (name: string) => string;
  readonly trailing?: string;
}

/** Writes a workbook whose XML a test spells out itself, and answers its path. */
export async function writeRawWorkbook(path: string, workbook: RawWorkbook): Promise<string> {
  const parts = { ...workbook.parts, ...withoutKeys(partsOf(workbook), workbook.parts ?? {}) };
  const zip = await ZipWriter.create(path);
  for (const [name, content] of Object.entries(parts)) {
    if (content !== undefined) await zip.add(workbook.spell?.(name) ?? name, content, workbook.entry);
  }
  await zip.close(workbook.trailing);
  return path;
}

/** A worksheet part around the rows. */
export function sheetXml(rows: string, tail = ''): string {
  return `${PROLOG}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

export function tableXml(items: string): string {
  return `${PROLOG}<sst xmlns="${MAIN}">${items}</sst>`;
}

function partsOf(workbook: RawWorkbook): Record<string, string | undefined> {
  const sheets = workbook.sheets ?? [{}];
  const parts: Record<string, string | undefined> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, workbook.workbookPr ?? ''),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((sheet, i): [string, string] => [
        sheet.type ?? 'worksheet',
        sheet.target ?? `worksheets/sheet${i + 1}.xml`,
      ]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(workbook.formats ?? [], workbook.builtIns ?? []),
    'xl/sharedStrings.xml': workbook.sharedStrings === undefined ? undefined : tableXml(workbook.sharedStrings),
  };
  for (const [i, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet.rows ?? '', sheet.tail);
  return parts;
}

function workbookXml(sheets: readonly RawSheet[], workbookPr: string): string {
  const list = sheets.map((sheet, i) => {
    const state = sheet.state === undefined ? '' : ` state="${sheet.state}"`;
    return `<sheet name="${sheet.name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  return `${PROLOG}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${workbookPr}<sheets>${list.join('')}</sheets></workbook>`;
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `${PROLOG}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function stylesXml(formats: readonly string[], builtIns: readonly number[]): string {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code)}"/>`);
  const ids = [0, ...formats.map((_, i) => 164 + i), ...builtIns];
  const cellStyles = ids.map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`);
  return `${PROLOG}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${codes.join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${ids.length}">${cellStyles.join('')}</cellXfs></styleSheet>`;
}

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_TYPES}.worksheet+xml"/>`,
  );
  return `${PROLOG}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/>${overrides.join('')}<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPES}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPES}.sharedStrings+xml"/></Types>`;
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function withoutKeys<T>(record: Record<string, T>, keys: Readonly<Record<string, unknown>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !(key in keys)));
}
