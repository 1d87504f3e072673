import { serialOfIso } from './iso-date.ts';
import { kindCode, type RowBuilder } from './row-builder.ts';
import type { SharedStringTable } from './shared-string-table.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly sharedStrings: SharedStringTable;
  /** The code of the number kind of each cell style. */
  readonly styleKinds: Uint8Array;
  readonly date1904: boolean;
}

/** A cell as its XML says it: its type, style, `v` element and inline string. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  v: string | undefined;
  inline: string | undefined;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Stores a cell from the text of its `v` element and of its inline string, both unescaped, by its type (ECMA-376 part 1,
 * 18.18.11). Stores nothing where neither says anything.
 */
export function putCell(builder: RowBuilder, context: CellContext, column: number, cell: RawCell): void {
  const { type, v, inline } = cell;
  if (type === 'inlineStr' || v === undefined) {
    const text = inline ?? v;
    if (text !== undefined) builder.putText(column, text);
    return;
  }
  if (type === 'str') return builder.putText(column, v);
  const trimmed = v.trim();
  if (trimmed === '') return;
  if (type === 's') return putShared(builder, context, column, trimmed);
  if (type === 'b') return putBoolean(builder, column, trimmed);
  if (type === 'e') return builder.put(column, { error: trimmed }, 0);
  if (type === 'd') return putIsoDate(builder, context, column, trimmed);
  const number = NUMBER.test(trimmed) ? Number(trimmed) + 0 : Number.NaN;
  if (Number.isFinite(number)) builder.put(column, number, context.styleKinds[cell.style] ?? 0);
  else builder.putText(column, v);
}

/** A reference to a text that the table does not hold shows as an error in that cell, not as an empty one. */
function putShared(builder: RowBuilder, context: CellContext, column: number, index: string): void {
  const text = context.sharedStrings.get(NUMBER.test(index) ? Number(index) : -1);
  if (text === undefined) builder.put(column, { error: '#MISSING TEXT' }, 0);
  else builder.putText(column, text);
}

function putBoolean(builder: RowBuilder, column: number, text: string): void {
  const value = /^(1|true)$/i.test(text) ? true : /^(0|false)$/i.test(text) ? false : undefined;
  if (value === undefined) builder.putText(column, text);
  else builder.put(column, value, 0);
}

function putIsoDate(builder: RowBuilder, context: CellContext, column: number, text: string): void {
  const read = serialOfIso(text, context.date1904);
  if (read === undefined) builder.putText(column, text);
  else builder.put(column, read.serial, kindCode(read.kind));
}
