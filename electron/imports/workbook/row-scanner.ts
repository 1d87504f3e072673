import type { BehindRows } from './behind-rows.ts';
import { CellScanner } from './cell-scanner.ts';
import type { CellContext } from './cell-value.ts';
import type { PartScanner } from './part-scanner.ts';
import type { RowBuilder } from './row-builder.ts';
import {
  closedItself,
  GT,
  HALF,
  isBlank,
  LT,
  QUOTE,
  type Region,
  SLASH,
  SPACE,
  skipAttribute,
  skipBlanks,
  standsAt,
  UNUSUAL,
  word,
  wordAt,
} from './tag-scanner.ts';

const ROW = Buffer.from('<row');
const END_OF_ROW = Buffer.from('</row>');
const END_OF_DATA = Buffer.from('</sheetData');
const NUMBER = word(' r="');
const CELL = word('<c  ') & HALF;
const [ZERO, NINE] = [0x30, 0x39] as const;

/** Reads the rows of a worksheet from the bytes, in the form in which nearly every program writes them. */
export class RowScanner implements PartScanner {
  readonly root = 'worksheet';
  readonly container = 'sheetData';
  readonly element = 'row';
  done = false;
  readonly #builder: RowBuilder;
  readonly #cells: CellScanner;
  readonly #behind: BehindRows | undefined;

  constructor(builder: RowBuilder, context: CellContext, behind?: BehindRows) {
    this.#behind = behind;
    this.#builder = builder;
    this.#cells = new CellScanner(builder, context);
  }

  behind(piece: Buffer): void {
    this.#behind?.add(piece);
  }

  scan(region: Region, from: number, end: number): number {
    const bytes = region.bytes;
    let at = from;
    for (;;) {
      at = skipBlanks(bytes, at);
      if (at >= end) return at;
      if (standsAt(bytes, at, END_OF_DATA)) {
        this.done = true;
        return at;
      }
      if (!standsAt(bytes, at, ROW)) return UNUSUAL;
      at = this.#row(region, at + ROW.length);
      if (at < 0 || at > end) return UNUSUAL;
    }
  }

  #row(region: Region, from: number): number {
    let at = this.#attributes(region, from);
    if (at >= 0 && !closedItself(region.bytes, at)) at = this.#inside(region, at);
    if (at >= 0) this.#builder.finish();
    return at;
  }

  /** From the first cell to behind `</row>`. */
  #inside(region: Region, from: number): number {
    const bytes = region.bytes;
    let at = from;
    while (at >= 0) {
      if (bytes[at] !== LT) at = skipBlanks(bytes, at);
      if ((wordAt(region, at) & HALF) !== CELL)
        return standsAt(bytes, at, END_OF_ROW) ? at + END_OF_ROW.length : UNUSUAL;
      at = this.#cells.scan(region, at + 2);
    }
    return UNUSUAL;
  }

  /** From behind `<row` to behind its `>`; begins the row. */
  #attributes(region: Region, from: number): number {
    const bytes = region.bytes;
    let at = from;
    let row = 0;
    while (at >= 0) {
      const byte = bytes[at];
      if (byte === GT) {
        this.#cells.tag.begin(row > 0);
        this.#builder.begin(row > 0 ? row : this.#builder.row + 1);
        return at + 1;
      }
      if (byte === SPACE && wordAt(region, at) === NUMBER) {
        const first = at + 4;
        at = first;
        row = 0;
        for (let digit = bytes[at]!; digit >= ZERO && digit <= NINE; digit = bytes[++at]!) {
          row = (row * 10 + digit - ZERO) | 0;
        }
        at = bytes[at] === QUOTE && at - first < 9 ? at + 1 : UNUSUAL;
      } else if (byte === SLASH && bytes[at + 1] === GT) at++;
      else at = isBlank(byte) ? skipAttribute(bytes, at) : UNUSUAL;
    }
    return UNUSUAL;
  }
}
