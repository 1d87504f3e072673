import type { LmnsWorkbookSheet, LmnsWorkbookView } from '#contract';
import { areaNamed, listOf } from '../../../exports/pouring/references.ts';
import { cellName } from '../../../exports/pouring/cell-place.ts';
import type { WrittenCell } from '../../../exports/pouring/sheet-text.ts';
import type { Template, TemplateSheet } from '../../../exports/pouring/template.ts';
import { asShown } from '../../../imports/as-shown.ts';
import type { LmnsWorkbookField } from '../calculations/lmns-workbook-fields.ts';
import { type SeenName, suggestPoints } from '../calculations/lmns-workbook-suggestions.ts';
import { inWords, titleOf, whyNot } from './cells.ts';
import type { LmnsWorkbookCellRow } from './repository.ts';

/** Rows and columns of a sheet that are shown to be clicked at, and some empty ones beyond the last with anything in it. */
const MOST = { rows: 150, columns: 40 };
const BEYOND = { rows: 3, columns: 1 };

/** What to know about a workbook before a return is poured into it. */
export function remarksOn({ macros, signed, sheets }: Template): string[] {
  const guarded = sheets.filter(({ text }) => text.isProtected).map(({ name }) => `“${name}”`);
  return [
    ...(macros ? ['The workbook holds macros. They are kept as they are; the planner never runs them.'] : []),
    ...(signed ? ['The workbook is signed. Its signature will not hold once it is filled in.'] : []),
    ...(guarded.length > 0
      ? [`Protected: ${guarded.join(', ')}. The protection stays; cells are filled in all the same.`]
      : []),
  ];
}

export function sheetsShown(template: Template): LmnsWorkbookSheet[] {
  return template.sheets.map((sheet, index) => sheetShown(template, sheet, index));
}

function sheetShown(template: Template, { name, hidden, text }: TemplateSheet, index: number): LmnsWorkbookSheet {
  const held = text.rows.flatMap(({ cells }) => cells.filter((cell) => cell.text !== null || cell.formula !== null));
  const reach = [
    ...held,
    ...text.merges.filter(({ bottom }) => bottom < 10_000).map(({ bottom, right }) => ({ row: bottom, column: right })),
  ];
  // One by one: a sheet may hold more cells than a call takes arguments.
  const lastRow = reach.reduce((most, { row }) => Math.max(most, row), 0) + BEYOND.rows;
  const lastColumn = reach.reduce((most, { column }) => Math.max(most, column), -1) + 1 + BEYOND.columns;
  const rows = Math.min(MOST.rows, lastRow);
  const columns = Math.min(MOST.columns, lastColumn);
  const isShown = ({ row, column }: { row: number; column: number }) => row <= rows && column < columns;
  const written = text.rows.flatMap(({ cells }) => cells.filter(isShown));
  const cells = new Map(written.map((cell) => [cellName(cell), cellShown(template, cell)]));
  for (const validation of text.validations.filter(({ type }) => type === 'list')) {
    const list = listOf(template, index, validation);
    if (!list) continue;
    for (const { top, left, bottom, right } of validation.areas)
      for (let row = top; row <= Math.min(bottom, rows); row++)
        for (let column = left; column <= Math.min(right, columns - 1); column++) {
          const cell = cellName({ row, column });
          const known = cells.get(cell) ?? { cell, row, column, text: null, formula: null };
          cells.set(cell, { ...known, list: list.slice(0, 50) });
        }
  }
  return {
    name,
    hidden,
    rows,
    columns,
    whole: lastRow <= MOST.rows && lastColumn <= MOST.columns,
    cells: [...cells.values()].filter((cell) => cell.text !== null || cell.formula !== null || cell.list !== null),
    merges: text.merges
      .filter(({ top, left }) => isShown({ row: top, column: left }))
      .map(({ top, left, bottom, right }) => ({
        from: cellName({ row: top, column: left }),
        rows: Math.min(bottom, rows) - top + 1,
        columns: Math.min(right, columns - 1) - left + 1,
      })),
  };
}

const LONGEST_SHOWN = 200;

function cellShown(template: Template, cell: WrittenCell): LmnsWorkbookSheet['cells'][number] {
  const { row, column, formula } = cell;
  const told = template.textOf(cell);
  const isNumber = told !== null && cell.type === 'n' && Number.isFinite(Number(told));
  const text = isNumber
    ? asShown(Number(told), template.styles[cell.style] ?? 'number', template.date1904)
    : (told?.slice(0, LONGEST_SHOWN) ?? null);
  return { cell: cellName(cell), row, column, text, formula: formula ? `=${formula.text}` : null, list: null };
}

/** Cells that wait for a part of the return, but for those that are pointed at and parts that have their cell. */
export function suggestions(
  template: Template,
  points: readonly LmnsWorkbookCellRow[],
  fields: ReadonlyMap<string, LmnsWorkbookField>,
): LmnsWorkbookView['suggested'] {
  const sheets = template.sheets.map(({ name, text }) => ({
    name,
    merges: text.merges,
    cells: text.rows.flatMap(({ cells }) =>
      cells.map((cell) => ({
        row: cell.row,
        column: cell.column,
        text: template.textOf(cell),
        isFormula: cell.formula !== null,
      })),
    ),
  }));
  const names = template.names.flatMap(({ name, refersTo }): SeenName[] => {
    const found = name.startsWith('_xlnm') ? undefined : areaNamed(template, 0, refersTo);
    const sheet = found && template.sheets[found.sheet];
    if (!found || !sheet) return [];
    const { top, left, bottom, right } = found.area;
    const isCell = top === bottom && left === right;
    const isBlock = sheet.text.merges.some(
      (own) => own.top === top && own.left === left && own.bottom === bottom && own.right === right,
    );
    return isCell || isBlock ? [{ name, sheet: sheet.name, row: top, column: left }] : [];
  });
  const taken = new Set(points.map(({ sheet, cell }) => `${sheet}!${cell}`));
  const given = new Set(points.map(({ field }) => field));
  return suggestPoints(sheets, names, new Set(fields.keys())).flatMap(({ sheet, row, column, field, why }) => {
    const cell = cellName({ row, column });
    const index = template.sheets.findIndex(({ name }) => name === sheet);
    if (taken.has(`${sheet}!${cell}`) || given.has(field) || whyNot(template, index, { row, column })) return [];
    return [{ sheet, cell, field, title: titleOf(fields.get(field), field), why }];
  });
}

export const fieldsShown = (fields: ReadonlyMap<string, LmnsWorkbookField>): LmnsWorkbookView['fields'] =>
  [...fields.values()].map((field) => ({
    key: field.key,
    part: field.part,
    title: field.title,
    shown: inWords(field, field.value).slice(0, LONGEST_SHOWN),
  }));
