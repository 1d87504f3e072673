import { type Archive, type Entry, partKey } from './archive.ts';
import { refuse, refuseDamaged } from './refusal.ts';
import { type Attributes, attribute, readSmallXml } from './xml.ts';

/** A worksheet as the workbook lists it; `entry` is missing where the file does not hold it. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  readonly entry: Entry | undefined;
}

export interface WorkbookParts {
  /** The part that lists the sheets. */
  readonly workbook: Entry;
  /** The order in which formulas are worked out, where the workbook keeps it. */
  readonly calcChain: Entry | undefined;
  readonly date1904: boolean;
  readonly sheets: readonly SheetPart[];
  /** A workbook may do without; one that says it has them must, since without them dates are mere numbers. */
  readonly styles: Entry | undefined;
  readonly sharedStrings: Entry | undefined;
}

/** So many sheets are never read one by one in vain; nor is one part for several sheets. */
const MOST_SHEETS = 1000;

interface Relationship {
  /** The last word of the type, which the strict and the transitional form share: `worksheet`, `styles`. */
  readonly type: string;
  readonly target: string;
  readonly entry: Entry | undefined;
}

/** Finds the workbook, its worksheets in order, its styles and its shared strings. */
export async function readPackage(archive: Archive): Promise<WorkbookParts> {
  const workbook = await findWorkbook(archive);
  const relationships = await readRelationships(archive, workbook.key);
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readSmallXml(archive, workbook.entry, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^\s*(1|true|on|t)\s*$/i.test(attribute(attributes, 'date1904') ?? '');
      if (name === 'sheet') addSheet(sheets, attributes, relationships);
    },
  });
  const byType = (type: string): Relationship | undefined =>
    [...relationships.values()].find((relationship) => relationship.type === type);
  const styles = byType('styles');
  if (styles !== undefined && styles.entry === undefined) refuseDamaged(styles.target, 'is missing');
  return {
    workbook: workbook.entry,
    calcChain: byType('calcchain')?.entry,
    date1904,
    sheets,
    styles: styles?.entry,
    sharedStrings: byType('sharedstrings')?.entry,
  };
}

/** Chart, dialog and macro sheets have no cells of their own, and a sheet without a part has nothing to read. */
function addSheet(sheets: SheetPart[], attributes: Attributes, relationships: ReadonlyMap<string, Relationship>): void {
  const id = attributes['r:id'] ?? attribute(attributes, 'id');
  const name = attributes['name'];
  const target = id === undefined ? undefined : relationships.get(id);
  if (name === undefined || target?.type !== 'worksheet') return;
  const hidden = /hidden/i.test(attributes['state'] ?? '');
  if (sheets.some((sheet) => sheet.part === target.target))
    refuseDamaged(target.target, 'stands for two sheets at once');
  if (sheets.length === MOST_SHEETS) refuse('too_large', `The workbook has more than ${MOST_SHEETS} sheets.`);
  sheets.push({ name, hidden, part: target.target, entry: target.entry });
}

async function findWorkbook(archive: Archive): Promise<{ key: string; entry: Entry }> {
  const root = [...(await readRelationships(archive, '')).values()];
  const told = root.find((relationship) => relationship.type === 'officedocument' && relationship.entry);
  const usual = ['xl/workbook.xml', 'workbook.xml', ...archive.entries.keys()];
  const key = told?.target ?? usual.find((name) => archive.entries.has(name) && /(^|\/)workbook\d*\.xml$/.test(name));
  const entry = key === undefined ? undefined : archive.entries.get(key);
  if (key === undefined || entry === undefined || key.endsWith('.bin')) return refuseOther(archive);
  return { key, entry };
}

function refuseOther(archive: Archive): never {
  const has = (pattern: RegExp): boolean => [...archive.entries.keys()].some((key) => pattern.test(key));
  if (has(/workbook\d*\.bin$/)) {
    refuse('not_a_workbook', 'This is a binary workbook (.xlsb); save it in Excel as an Excel Workbook (.xlsx).');
  }
  if (has(/^content\.xml$/)) {
    refuse('not_a_workbook', 'This is an OpenDocument file; save it as an Excel Workbook (.xlsx).');
  }
  return refuse('not_a_workbook', 'This is a zip file, but there is no workbook in it.');
}

/** The relationships of a part, by id; those of the package itself for `''`. */
async function readRelationships(archive: Archive, part: string): Promise<ReadonlyMap<string, Relationship>> {
  const slash = part.lastIndexOf('/') + 1;
  const entry = archive.entries.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const found = new Map<string, Relationship>();
  if (entry === undefined) return found;
  await readSmallXml(archive, entry, {
    open(name, attributes) {
      const id = attribute(attributes, 'Id');
      if (name !== 'Relationship' || id === undefined || attribute(attributes, 'TargetMode') === 'External') return;
      const type = (attribute(attributes, 'Type') ?? '').split('/').pop()!.toLowerCase();
      found.set(id, { type, ...resolveTarget(archive, part, attribute(attributes, 'Target') ?? '') });
    },
  });
  return found;
}

/** A target is relative to its part's folder unless it begins with a slash; some writers escape it as an address. */
function resolveTarget(archive: Archive, part: string, target: string): { target: string; entry: Entry | undefined } {
  const keys = [target, unescapeAddress(target)].map((spelling) => absolutePart(part, spelling));
  const key = keys.find((candidate) => archive.entries.has(candidate)) ?? keys[0]!;
  return { target: key, entry: archive.entries.get(key) };
}

function absolutePart(part: string, target: string): string {
  const spelt = target.replace(/\\/g, '/');
  const folders = spelt.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of spelt.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return partKey(folders.join('/'));
}

function unescapeAddress(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
