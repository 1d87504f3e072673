import { cellText, textKey } from '../../../imports/clean/text.ts';
import type { Words } from '../../../imports/clean/words.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';

/** The units that a file may name, and what to do with another. */
export interface UnitSettings {
  /** Names of the trust's units. */
  readonly known: readonly string[];
  /** `create` takes an unknown unit in under the name that its first row gives it. */
  readonly unknown: 'refuse' | 'create';
}

/** A reader of unit cells: the unit's name, null for an empty cell, undefined for a unit that is not known. */
export function unitReader(settings: UnitSettings, words: Words): (cell: CellValue) => string | null | undefined {
  const names = new Map(settings.known.map((name) => [textKey(name), name]));
  const cells = new Map<CellValue, string>();
  return (cell) => {
    const seen = cells.get(cell);
    if (seen !== undefined) return seen;
    const text = cellText(cell);
    if (text === null) return null;
    const meant = words['unit']?.get(textKey(text)) ?? text;
    const key = textKey(meant);
    if (!names.has(key) && settings.unknown === 'create') names.set(key, meant);
    const name = names.get(key);
    if (name !== undefined) cells.set(cell, name);
    return name;
  };
}
