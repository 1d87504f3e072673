import { type Area, areaOf } from './cell-place.ts';
import { cellAt, type Validation } from './sheet-text.ts';
import type { Template } from './template.ts';

/** Cells of one sheet, by its index among the template's sheets. */
export interface SheetArea {
  readonly sheet: number;
  readonly area: Area;
}

/** What a reference or a name stands for, seen from a sheet: one block of cells, or undefined for anything else. */
export function areaNamed(template: Template, from: number, reference: string): SheetArea | undefined {
  const text = reference.trim().replace(/^=/, '');
  const parts = /^(?:'((?:[^']|'')+)'|([^'!\s]+))!(.+)$/.exec(text);
  if (parts) {
    const name = (parts[1]?.replace(/''/g, "'") ?? parts[2] ?? '').toLowerCase();
    const sheet = template.sheets.findIndex((own) => own.name.toLowerCase() === name);
    const area = areaOf(parts[3] ?? '');
    return sheet >= 0 && area ? { sheet, area } : undefined;
  }
  const area = areaOf(text);
  if (area) return { sheet: from, area };
  const named = template.names.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  const found = named.find(({ sheet }) => sheet === from) ?? named.find(({ sheet }) => sheet === null);
  return found && found.refersTo.toLowerCase() !== text.toLowerCase()
    ? areaNamed(template, from, found.refersTo)
    : undefined;
}

/** Cells of a list that are read; a longer one is none that people choose from. */
const LONGEST_LIST = 5000;

/** What a list lets a cell hold; undefined where a formula that is not worked out here decides. */
export function listOf(template: Template, sheet: number, { type, first }: Validation): readonly string[] | undefined {
  if (type !== 'list') return undefined;
  if (first.startsWith('"'))
    return first
      .replace(/^"|"$/g, '')
      .replace(/""/g, '"')
      .split(',')
      .map((word) => word.trim());
  const found = areaNamed(template, sheet, first);
  const own = found && template.sheets[found.sheet];
  if (!found || !own) return undefined;
  const words: string[] = [];
  for (const row of own.text.rows) {
    if (row.row < found.area.top || row.row > found.area.bottom) continue;
    for (const cell of row.cells) {
      if (cell.column < found.area.left || cell.column > found.area.right) continue;
      const text = template.textOf(cellAt(own.text, cell) ?? cell);
      if (text !== null && words.length < LONGEST_LIST) words.push(text.trim());
    }
  }
  return words;
}
