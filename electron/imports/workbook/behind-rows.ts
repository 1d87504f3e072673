import { blockOf } from './merges.ts';

/** Merged cells stand behind the rows of a sheet that was read as if it had none: it has to be read again with them. */
export class MergedCellsBehind extends Error {
  override readonly name = 'MergedCellsBehind';
}

/** Merged blocks of a few thousand columns fit in it; of a sheet with more behind its rows nothing is told. */
const MOST_BYTES = 2 ** 20;
const mergedCell = /<mergeCell\s[^>]*?\bref\s*=\s*["']([^"']*)["']/gu;
const anyMergedCell = /mergeCell[\s/>]/gu;

/** What follows the rows of a sheet, as it went by: enough to tell whether blocks of cells are merged. */
export class BehindRows {
  readonly #pieces: Buffer[] = [];
  #bytes = 0;
  #isUnknown = false;

  add(piece: Buffer): void {
    this.#bytes += piece.length;
    if (this.#bytes > MOST_BYTES) this.forget();
    else if (!this.#isUnknown) this.#pieces.push(Buffer.from(piece));
  }

  /** Nothing can be told: the sheet is not written in the usual way. */
  forget(): void {
    this.#isUnknown = true;
    this.#pieces.length = 0;
  }

  /** True where a block that begins below the row is merged, or may be. */
  mayMergeBelow(row: number): boolean {
    if (this.#isUnknown) return true;
    const text = Buffer.concat(this.#pieces).toString('latin1');
    const blocks = [...text.matchAll(mergedCell)].map(([, reference = '']) => blockOf(reference));
    const isReadWhole = [...text.matchAll(anyMergedCell)].length === blocks.length;
    return !isReadWhole || blocks.some((block) => block === undefined || block.top > row);
  }
}
