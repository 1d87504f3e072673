import type { PouredCell } from '#contract';
import { contentOf, brokenRule } from '../../../exports/pouring/cell-content.ts';
import { cellName, type CellPlace, holds, placeOf } from '../../../exports/pouring/cell-place.ts';
import type { SheetEdit } from '../../../exports/pouring/pour.ts';
import { listOf } from '../../../exports/pouring/references.ts';
import { cellAt, styleAt, type Validation } from '../../../exports/pouring/sheet-text.ts';
import type { Template } from '../../../exports/pouring/template.ts';
import { dateInWords } from '../../../core/dates.ts';
import type { LmnsWorkbookField } from '../calculations/lmns-workbook-fields.ts';
import { valueInWords } from '../calculations/words.ts';
import type { LmnsWorkbookCellRow } from './repository.ts';

/** Why a cell cannot be filled in, in words; `formula` where it can once somebody says so. */
export function whyNot(
  template: Template,
  sheet: number,
  place: CellPlace,
): { formula: boolean; why: string } | undefined {
  const text = template.sheets[sheet]?.text;
  if (!text) return { formula: false, why: 'There is no such sheet in the workbook. Choose one of its sheets.' };
  const at = cellName(place);
  const block = text.merges.find((own) => holds(own, place));
  if (block && (block.top !== place.row || block.left !== place.column)) {
    const first = cellName({ row: block.top, column: block.left });
    const last = cellName({ row: block.bottom, column: block.right });
    return { formula: false, why: `${at} lies inside the merged block ${first}:${last}. Point at ${first}.` };
  }
  const formula = cellAt(text, place)?.formula ?? null;
  const bound =
    formula?.kind === 'array' ||
    formula?.kind === 'table' ||
    (formula?.kind === 'shared' && formula.text !== '') ||
    text.arrays.some((own) => holds(own, place));
  if (bound) return { formula: false, why: `${at} holds a formula that other cells rely on. Choose another cell.` };
  if (formula)
    return { formula: true, why: `${at} holds the formula =${formula.text}. Point at it again to say that it may go.` };
  return undefined;
}

/** What a cell may hold by the workbook's own rules. */
function ruleAt(template: Template, sheet: number, place: CellPlace): Validation | undefined {
  const rules = template.sheets[sheet]?.text.validations ?? [];
  return rules.find(({ type, areas }) => type !== 'none' && areas.some((area) => holds(area, place)));
}

export interface PlannedCell {
  readonly shown: PouredCell;
  readonly edit: SheetEdit;
}

/** What pouring would write, cell by cell. A cell whose part the return does not have today is emptied. */
export function plannedCells(
  template: Template,
  points: readonly LmnsWorkbookCellRow[],
  fields: ReadonlyMap<string, LmnsWorkbookField>,
  sayAs: Readonly<Record<string, string>>,
): PlannedCell[] {
  return points.flatMap(({ sheet: name, cell, field: key, overFormula }) => {
    const sheet = template.sheets.findIndex((own) => own.name === name);
    const place = placeOf(cell);
    const own = template.sheets[sheet];
    if (!own || !place) return [];
    const field = fields.get(key);
    const validation = ruleAt(template, sheet, place);
    const list = validation && listOf(template, sheet, validation);
    const numbers = template.styles[styleAt(own.text, place)] ?? 'number';
    const said = field ? saidAs(field, sayAs, list) : null;
    const content = field ? contentOf(said, field.kind, { numbers, validation, date1904: template.date1904 }) : null;
    const problem = brokenRule(content, validation, list) ?? null;
    const shown = { sheet: name, cell, field: key, title: titleOf(field, key), overFormula: overFormula === 1 };
    return [{ shown: { ...shown, shown: inWords(field, said), problem }, edit: { ...place, sheet, value: content } }];
  });
}

export const titleOf = (field: LmnsWorkbookField | undefined, key: string) =>
  field ? `${field.part}: ${field.title}` : `${key} (not in this return)`;

export function inWords(field: LmnsWorkbookField | undefined, said: LmnsWorkbookField['value']): string {
  if (!field || said === null) return '';
  if (field.kind === 'date' && typeof said === 'string') return dateInWords(said);
  return valueInWords(field.kind, said);
}

/** A value in the workbook's own words: as the person said, else the item of the cell's list that means it. */
function saidAs(
  { value, alike }: LmnsWorkbookField,
  sayAs: Readonly<Record<string, string>>,
  list: readonly string[] | undefined,
): LmnsWorkbookField['value'] {
  if (typeof value !== 'string' || value === '') return value;
  const own = sayAs[value];
  if (own !== undefined) return own;
  if (!list || list.includes(value)) return value;
  const words = [value, ...(alike ?? [])];
  const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
  for (const word of words) {
    const found = list.find((item) => same(item, word));
    if (found !== undefined) return found;
  }
  const part = (item: string, word: string) =>
    word.length > 1 && item.toLowerCase().split(/\W+/).includes(word.toLowerCase());
  const containing = list.filter((item) => words.some((word) => part(item, word)));
  return containing.length === 1 ? containing[0]! : value;
}
