import type { Archive, Entry } from './archive.ts';
import type { SheetRow } from './cell.ts';
import { type CellContext, putCell, type RawCell } from './cell-value.ts';
import { LAST_COLUMN } from './limits.ts';
import { refuseDamaged } from './refusal.ts';
import { RowBuilder } from './row-builder.ts';
import { type Attributes, readXml, type XmlListener } from './xml.ts';
import { unescapeExcel } from './xml-text.ts';

/** Reads the rows of any worksheet, whatever its prefixes, encoding, comments and sections: the slow, general way. */
export async function* readRowsWithSaxes(
  archive: Archive,
  entry: Entry,
  context: CellContext,
): AsyncGenerator<SheetRow[]> {
  const builder = new RowBuilder(archive.limits);
  const listener = new SheetListener(builder, context, entry.name);
  for await (const _ of readXml(archive, entry, listener)) {
    const rows = builder.take();
    if (rows.length > 0) yield rows;
  }
}

class SheetListener implements XmlListener {
  readonly #builder: RowBuilder;
  readonly #context: CellContext;
  readonly #part: string;
  #inData = false;
  #inRow = false;
  #begun = false;
  #column = 0;
  #next = 0;
  #cell: RawCell | undefined;
  #phonetic = 0;
  #reading: 'v' | 't' | undefined;

  constructor(builder: RowBuilder, context: CellContext, part: string) {
    this.#builder = builder;
    this.#context = context;
    this.#part = part;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.#inData = true;
    else if (name === 'row' && this.#inData) this.#openRow(attributes);
    else if (name === 'c' && this.#inRow) this.#openCell(attributes);
    else if (this.#cell !== undefined) this.#openInCell(this.#cell, name);
  }

  close(name: string): void {
    if (name === 'sheetData') this.#inData = false;
    else if (name === 'row' && this.#inRow) this.#closeRow();
    else if (name === 'c' && this.#cell !== undefined) this.#closeCell(this.#cell);
    else if (name === 'rPh') this.#phonetic--;
    else if (name === 'v' || name === 't') this.#reading = undefined;
  }

  text(text: string): void {
    if (this.#cell === undefined || this.#reading === undefined) return;
    if (this.#reading === 'v') this.#cell.v += text;
    else this.#cell.inline += text;
  }

  /** A row that does not say its number follows the one before, unless one of its cells says otherwise. */
  #openRow(attributes: Attributes): void {
    const said = (attributes['r'] ?? '').trim();
    if (!/^\d*$/.test(said)) refuseDamaged(this.#part, 'has a row with an impossible number');
    const number = Number(said);
    this.#inRow = true;
    this.#begun = number > 0;
    this.#next = 0;
    if (this.#begun) this.#builder.begin(number);
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    const { column, row } = reference === undefined ? { column: this.#next, row: 0 } : this.#place(reference);
    if (column >= LAST_COLUMN) refuseDamaged(this.#part, 'has a cell beyond the last column');
    if (!this.#begun) this.#begin(row);
    this.#column = column;
    this.#next = column + 1;
    const style = Number(attributes['s'] ?? 0);
    this.#cell = { type: attributes['t'] ?? 'n', style, v: undefined, inline: undefined };
    this.#phonetic = 0;
  }

  #openInCell(cell: RawCell, name: string): void {
    if (name === 'rPh') this.#phonetic++;
    else if (name === 'v') cell.v ??= '';
    else if (name === 't' && this.#phonetic === 0) cell.inline ??= '';
    if (name === 'v' || (name === 't' && this.#phonetic === 0)) this.#reading = name;
  }

  #closeCell(cell: RawCell): void {
    this.#cell = undefined;
    this.#reading = undefined;
    if (cell.v !== undefined) cell.v = unescapeExcel(cell.v);
    if (cell.inline !== undefined) cell.inline = unescapeExcel(cell.inline);
    putCell(this.#builder, this.#context, this.#column, cell);
  }

  #closeRow(): void {
    if (!this.#begun) this.#begin(0);
    this.#builder.finish();
    this.#inRow = false;
  }

  #begin(row: number): void {
    this.#builder.begin(row > this.#builder.row ? row : this.#builder.row + 1);
    this.#begun = true;
  }

  #place(reference: string): { column: number; row: number } {
    const parts = /^\s*\$?([a-z]{1,3})\$?(\d*)\s*$/i.exec(reference);
    if (!parts) return refuseDamaged(this.#part, 'has a cell whose place cannot be read');
    let column = 0;
    for (const letter of parts[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
    return { column: column - 1, row: Number(parts[2]) };
  }
}
