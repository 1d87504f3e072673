import { groupedBy } from '../../core/grouped.ts';
import { areaOf, type CellPlace, cellName } from './cell-place.ts';
import { cellAt, type SheetText, styleAt, type WrittenRow } from './sheet-text.ts';
import { attributeOf, escaped, type Patch, patched, withAttribute, without } from './xml-pieces.ts';

/** What a cell is to hold: text that is safe already, a number, or nothing. */
export interface CellEdit extends CellPlace {
  readonly value: string | number | null;
}

/**
 * The sheet's part with those cells changed and nothing else, but for what says how far the sheet and its rows reach.
 * Formulas that no longer give what they kept lose that value and stay themselves.
 */
export function editSheet(sheet: SheetText, edits: readonly CellEdit[], stale: readonly CellPlace[]): string {
  const edited = new Set(edits.map(cellName));
  const patches = stale.filter((place) => !edited.has(cellName(place))).flatMap((place) => withoutValue(sheet, place));
  const inOrder = [...edits].sort((a, b) => a.row - b.row || a.column - b.column);
  const byRow = groupedBy(inOrder, ({ row }) => row);
  const newRows: Patch[] = [];
  for (const [number, own] of byRow) {
    const row = sheet.rows.find((written) => written.row === number);
    if (row) patches.push(...editRow(sheet, row, own));
    else {
      const cells = own.flatMap((edit) => (edit.value === null ? [] : [newCell(sheet, edit)]));
      if (cells.length === 0) continue;
      const before = sheet.rows.find((written) => written.row > number);
      const at = before?.tag.start ?? sheet.data.closing;
      const tag = `${sheet.prefix}row`;
      newRows.push({ start: at, end: at, text: `<${tag} r="${number}">${cells.join('')}</${tag}>` });
    }
  }
  const { tag } = sheet.data;
  if (tag.kind === 'empty' && newRows.length > 0) {
    const rows = newRows.map(({ text }) => text).join('');
    patches.push({ start: tag.start, end: tag.end, text: opened(sheet, tag, rows) });
  } else patches.push(...newRows);
  return patched(sheet.xml, [...patches, ...wider(sheet, edits)]);
}

const opened = ({ prefix }: SheetText, tag: { name: string; attributes: string }, inside: string) =>
  `<${prefix}${tag.name}${tag.attributes.trimEnd()}>${inside}</${prefix}${tag.name}>`;

function editRow(sheet: SheetText, row: WrittenRow, edits: readonly CellEdit[]): Patch[] {
  const patches: Patch[] = [];
  const added: { at: number; text: string }[] = [];
  for (const edit of edits) {
    const cell = row.cells.find(({ column }) => column === edit.column);
    if (cell) {
      const rest = without(cell.tag.attributes, ['t', 'cm', 'vm']).trimEnd();
      patches.push({ start: cell.start, end: cell.end, text: cellXml(sheet.prefix, rest, edit.value) });
    } else if (edit.value !== null) {
      const next = row.cells.find(({ column }) => column > edit.column);
      added.push({ at: next?.start ?? row.closing, text: newCell(sheet, edit) });
    }
  }
  if (row.tag.kind === 'empty') {
    const cells = added.map(({ text }) => text).join('');
    return cells === '' ? [] : [{ start: row.tag.start, end: row.tag.end, text: opened(sheet, row.tag, cells) }];
  }
  patches.push(...added.map(({ at, text }) => ({ start: at, end: at, text })));
  const spans = /^(\d+):(\d+)$/.exec(attributeOf(row.tag, 'spans') ?? '');
  if (spans && added.length > 0) {
    const columns = edits.map(({ column }) => column + 1);
    const text = `${Math.min(Number(spans[1]), ...columns)}:${Math.max(Number(spans[2]), ...columns)}`;
    if (text !== spans[0])
      patches.push({ start: row.tag.start, end: row.tag.end, text: withAttribute(row.tag, 'spans', text) });
  }
  return patches;
}

/** A formula's kept value, taken away. */
function withoutValue(sheet: SheetText, place: CellPlace): Patch[] {
  const cell = cellAt(sheet, place);
  if (!cell?.formula) return [];
  const written = sheet.xml.slice(cell.start, cell.end);
  const value = new RegExp(`<${sheet.prefix}v(?:\\s[^>]*)?(?:/>|>[^]*?</${sheet.prefix}v\\s*>)`).exec(written);
  if (!value) return [];
  const start = cell.start + value.index;
  return [{ start, end: start + value[0].length, text: '' }];
}

function newCell(sheet: SheetText, edit: CellEdit): string {
  const style = styleAt(sheet, edit);
  return cellXml(sheet.prefix, ` r="${cellName(edit)}"${style > 0 ? ` s="${style}"` : ''}`, edit.value);
}

function cellXml(prefix: string, attributes: string, value: CellEdit['value']): string {
  const tag = (name: string) => prefix + name;
  if (value === null) return `<${tag('c')}${attributes}/>`;
  if (typeof value === 'number') return `<${tag('c')}${attributes}><${tag('v')}>${value}</${tag('v')}></${tag('c')}>`;
  const text = `<${tag('t')} xml:space="preserve">${escaped(value)}</${tag('t')}>`;
  return `<${tag('c')}${attributes} t="inlineStr"><${tag('is')}>${text}</${tag('is')}></${tag('c')}>`;
}

/** The sheet's reach, where a change lies outside it. */
function wider({ dimension }: SheetText, edits: readonly CellEdit[]): Patch[] {
  const area = dimension && areaOf(attributeOf(dimension, 'ref') ?? '');
  const written = edits.filter(({ value }) => value !== null);
  if (!dimension || !area || written.length === 0) return [];
  const from = {
    row: Math.min(area.top, ...written.map(({ row }) => row)),
    column: Math.min(area.left, ...written.map(({ column }) => column)),
  };
  const to = {
    row: Math.max(area.bottom, ...written.map(({ row }) => row)),
    column: Math.max(area.right, ...written.map(({ column }) => column)),
  };
  if (from.row === area.top && from.column === area.left && to.row === area.bottom && to.column === area.right)
    return [];
  return [
    {
      start: dimension.start,
      end: dimension.end,
      text: withAttribute(dimension, 'ref', `${cellName(from)}:${cellName(to)}`),
    },
  ];
}
