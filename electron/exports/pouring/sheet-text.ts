import { type Area, areaOf, type CellPlace, placeOf } from './cell-place.ts';
import { attributeOf, type Tag, tagsOf, textBetween } from './xml-pieces.ts';

/** A cell as it stands in the part's text. */
export interface WrittenCell extends CellPlace {
  readonly start: number;
  readonly end: number;
  readonly tag: Tag;
  readonly type: string;
  readonly style: number;
  /** The formula's text and how it is kept; null where the cell has none. */
  readonly formula: { readonly kind: 'own' | 'shared' | 'array' | 'table'; readonly text: string } | null;
  /** The text of `v`, or of an inline string. */
  readonly text: string | null;
}

export interface WrittenRow {
  readonly row: number;
  readonly tag: Tag;
  /** Where its closing tag starts; the end of the tag itself for an empty row. */
  readonly closing: number;
  readonly cells: WrittenCell[];
}

/** What may stand in some cells; operands as the sheet spells them. */
export interface Validation {
  readonly areas: readonly Area[];
  readonly type: string;
  readonly operator: string;
  readonly first: string;
  readonly second: string;
}

/** A worksheet's part, read so that single cells can be changed in its text. */
export interface SheetText {
  readonly xml: string;
  readonly prefix: string;
  readonly data: { readonly tag: Tag; readonly closing: number };
  readonly dimension: Tag | undefined;
  readonly rows: readonly WrittenRow[];
  readonly merges: readonly Area[];
  readonly arrays: readonly Area[];
  readonly validations: readonly Validation[];
  /** Styles that whole columns have. */
  readonly columns: readonly { readonly first: number; readonly last: number; readonly style: number }[];
  readonly isProtected: boolean;
}

/** Reads a worksheet's part; undefined where it has no rows to write into. The part must be known to be sound XML. */
export function readSheetText(xml: string): SheetText | undefined {
  const rows: WrittenRow[] = [];
  const merges: Area[] = [];
  const arrays: Area[] = [];
  const validations: Validation[] = [];
  const columns: { first: number; last: number; style: number }[] = [];
  let prefix: string | undefined;
  let dimension: Tag | undefined;
  let isProtected = false;
  let data: { tag: Tag; closing: number } | undefined;
  let inData = false;
  let row: { row: number; tag: Tag; closing: number; cells: WrittenCell[] } | undefined;
  let cell: OpenCell | undefined;
  let validation: OpenValidation | undefined;
  let opened: Tag | undefined;

  const closeCell = (end: number): void => {
    if (!cell || !row) return;
    const { tag, place, formula, text } = cell;
    const style = Number(attributeOf(tag, 's') ?? 0);
    row.cells.push({ ...place, start: tag.start, end, tag, type: attributeOf(tag, 't') ?? 'n', style, formula, text });
    cell = undefined;
  };
  const areasIn = (text: string) =>
    text.split(/\s+/).flatMap((one) => {
      const area = areaOf(one);
      return area ? [area] : [];
    });

  for (const tag of tagsOf(xml)) {
    prefix ??= tag.prefix;
    const own = tag.prefix === prefix;
    const starts = tag.kind !== 'close';
    if (inData && own) {
      if (tag.name === 'sheetData') {
        inData = false;
        if (data) data.closing = tag.start;
      } else if (tag.name === 'row' && starts) {
        row = {
          row: Number(attributeOf(tag, 'r') ?? (rows[rows.length - 1]?.row ?? 0) + 1),
          tag,
          closing: tag.end,
          cells: [],
        };
        rows.push(row);
      } else if (tag.name === 'row' && row) row.closing = tag.start;
      else if (tag.name === 'c' && starts && row) {
        const last = row.cells[row.cells.length - 1];
        const place = placeOf(attributeOf(tag, 'r') ?? '') ?? { row: row.row, column: last ? last.column + 1 : 0 };
        cell = { tag, place, formula: null, text: null, phonetic: false };
        if (tag.kind === 'empty') closeCell(tag.end);
      } else if (tag.name === 'c') closeCell(tag.end);
      else if (cell) {
        if (tag.name === 'rPh') cell.phonetic = tag.kind === 'open';
        if (tag.name === 'f' && starts) {
          const written = attributeOf(tag, 't');
          const area = areaOf(attributeOf(tag, 'ref') ?? '');
          if (written === 'array' && area) arrays.push(area);
          cell.formula = { kind: kindOfFormula(written), text: '' };
        }
        if (tag.kind === 'open') opened = tag;
        else if (opened && tag.kind === 'close' && opened.name === tag.name) {
          const text = textBetween(xml, opened.end, tag.start);
          if (tag.name === 'f' && cell.formula) cell.formula = { kind: cell.formula.kind, text };
          if (tag.name === 'v') cell.text = text;
          if (tag.name === 't' && !cell.phonetic) cell.text = (cell.text ?? '') + text;
          opened = undefined;
        }
      }
      continue;
    }
    if (own && tag.name === 'sheetData' && starts) {
      data = { tag, closing: tag.end };
      inData = tag.kind === 'open';
    } else if (own && tag.name === 'dimension') dimension = tag;
    else if (own && tag.name === 'sheetProtection') isProtected = /^(1|true)$/.test(attributeOf(tag, 'sheet') ?? '');
    else if (own && tag.name === 'mergeCell' && starts) merges.push(...areasIn(attributeOf(tag, 'ref') ?? ''));
    else if (own && tag.name === 'col' && starts) {
      const style = Number(attributeOf(tag, 'style') ?? 0);
      if (style > 0)
        columns.push({ first: Number(attributeOf(tag, 'min')) - 1, last: Number(attributeOf(tag, 'max')) - 1, style });
    } else if (tag.name === 'dataValidation' && starts) {
      // Lists on another sheet may stand in the extension, where places and operands are elements of their own.
      validation = {
        areas: areasIn(attributeOf(tag, 'sqref') ?? ''),
        type: attributeOf(tag, 'type') ?? 'none',
        operator: attributeOf(tag, 'operator') ?? 'between',
        first: '',
        second: '',
        operand: 'first',
      };
    } else if (validation && tag.name === 'dataValidation') {
      validations.push(validation);
      validation = undefined;
    } else if (validation && starts && tag.name === 'formula2') validation.operand = 'second';
    if (validation && tag.kind === 'open') opened = tag;
    else if (validation && opened && tag.kind === 'close' && opened.name === tag.name) {
      const text = textBetween(xml, opened.end, tag.start);
      if (tag.name === 'sqref') validation.areas = areasIn(text);
      else if (/^(f|formula1|formula2)$/.test(tag.name) && text.trim() !== '')
        validation[validation.operand] = text.trim();
      opened = undefined;
    }
  }
  if (!data || prefix === undefined) return undefined;
  return { xml, prefix, data, dimension, rows, merges, arrays, validations, columns, isProtected };
}

interface OpenCell {
  readonly tag: Tag;
  readonly place: CellPlace;
  formula: WrittenCell['formula'];
  text: string | null;
  phonetic: boolean;
}

type OpenValidation = { -readonly [Key in keyof Validation]: Validation[Key] } & { operand: 'first' | 'second' };

function kindOfFormula(written: string | undefined): NonNullable<WrittenCell['formula']>['kind'] {
  if (written === 'shared') return 'shared';
  if (written === 'array') return 'array';
  return written === 'dataTable' ? 'table' : 'own';
}

export function cellAt({ rows }: SheetText, { row, column }: CellPlace): WrittenCell | undefined {
  return rows.find((own) => own.row === row)?.cells.find((own) => own.column === column);
}

/** The style of a cell, also of one that is not written yet: that of its row, else that of its column. */
export function styleAt(sheet: SheetText, place: CellPlace): number {
  const cell = cellAt(sheet, place);
  if (cell) return cell.style;
  const row = sheet.rows.find((own) => own.row === place.row);
  if (row && /^(1|true)$/.test(attributeOf(row.tag, 'customFormat') ?? ''))
    return Number(attributeOf(row.tag, 's') ?? 0);
  return sheet.columns.find(({ first, last }) => place.column >= first && place.column <= last)?.style ?? 0;
}
