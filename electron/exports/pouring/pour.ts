import { setZipTime } from '../zip-time.ts';
import { type CellEdit, editSheet } from './edit-sheet.ts';
import { repack } from './repack.ts';
import { cellAt } from './sheet-text.ts';
import { staleFormulas } from './stale.ts';
import { otherPart, type Template } from './template.ts';
import { attributeOf, type Patch, patched, type Tag, tagsOf, withAttribute } from './xml-pieces.ts';

/** A cell of a sheet, by the sheet's index among the template's, with what it is to hold. */
export interface SheetEdit extends CellEdit {
  readonly sheet: number;
}

/**
 * The template with those cells filled in. Every part but the sheets' own stays byte for byte what it was; the workbook's
 * says that formulas are to be worked out anew when it is opened, and those that rest on the cells keep no old value. `at` is the time of the file, ISO 8601.
 */
export async function pour(template: Template, edits: readonly SheetEdit[], at: string): Promise<Uint8Array> {
  const changes = new Map<string, string | null>();
  const stale = staleFormulas(template, edits);
  for (const [index, { part, text }] of template.sheets.entries()) {
    const own = edits.filter(({ sheet }) => sheet === index);
    const changed = editSheet(
      text,
      own,
      stale.filter(({ sheet }) => sheet === index),
    );
    if (changed !== text.xml) changes.set(part, changed);
  }
  if (template.sheets.some(({ text }) => text.rows.some(({ cells }) => cells.some(({ formula }) => formula !== null))))
    changes.set(keyOf(template, template.workbook.entry.name), calculatedOnOpening(template.workbook.xml));
  const overFormula = edits.some(({ sheet, ...place }) => {
    const own = template.sheets[sheet];
    return own !== undefined && (cellAt(own.text, place)?.formula ?? null) !== null;
  });
  if (overFormula) for (const [key, text] of await withoutCalcChain(template)) changes.set(key, text);
  const bytes = await repack(template.archive, changes);
  setZipTime(bytes, at);
  return bytes;
}

function keyOf({ archive }: Template, name: string): string {
  for (const [key, entry] of archive.entries) if (entry.name === name) return key;
  throw new Error(`The template has no part ${name}`);
}

/** What stands in front of `calcPr` in a workbook (ECMA-376 part 1, 18.2.27), the last first. */
const BEFORE = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

function calculatedOnOpening(xml: string): string {
  const tags = [...tagsOf(xml)];
  const prefix = tags[0]?.prefix ?? '';
  const own = tags.filter((tag) => tag.prefix === prefix);
  const settings = own.find(({ name, kind }) => name === 'calcPr' && kind !== 'close');
  if (settings)
    return patched(xml, [
      { start: settings.start, end: settings.end, text: withAttribute(settings, 'fullCalcOnLoad', '1') },
    ]);
  for (const name of BEFORE) {
    const last = own.find((tag) => tag.name === name && tag.kind !== 'open');
    if (last) return patched(xml, [{ start: last.end, end: last.end, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]);
  }
  return xml;
}

/** Once a formula has gone, the order of calculation that names its cell would be called damaged; Excel makes it anew. */
async function withoutCalcChain(template: Template): Promise<[string, string | null][]> {
  if (!template.calcChain) return [];
  const chain = keyOf(template, template.calcChain.name);
  const workbook = keyOf(template, template.workbook.entry.name);
  const slash = workbook.lastIndexOf('/') + 1;
  const relationships = `${workbook.slice(0, slash)}_rels/${workbook.slice(slash)}.rels`;
  const isChain = (tag: Tag) => attributeOf(tag, 'Type')?.endsWith('/calcChain') === true;
  const isType = (tag: Tag) => attributeOf(tag, 'PartName')?.toLowerCase() === `/${chain}`;
  const changes: [string, string | null][] = [[chain, null]];
  for (const [key, leaves] of [
    [relationships, isChain],
    ['[content_types].xml', isType],
  ] as const) {
    const xml = await otherPart(template, key);
    if (xml !== undefined) changes.push([key, patched(xml, elements(xml, leaves))]);
  }
  return changes;
}

/** Patches that take whole elements away. */
function elements(xml: string, leaves: (tag: Tag) => boolean): Patch[] {
  const patches: Patch[] = [];
  let open: Tag | undefined;
  for (const tag of tagsOf(xml)) {
    if (open && tag.kind === 'close' && tag.name === open.name) {
      patches.push({ start: open.start, end: tag.end, text: '' });
      open = undefined;
    } else if (tag.kind !== 'close' && leaves(tag)) {
      if (tag.kind === 'empty') patches.push({ start: tag.start, end: tag.end, text: '' });
      else open = tag;
    }
  }
  return patches;
}
