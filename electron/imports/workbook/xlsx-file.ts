import { type Archive, openArchive } from './archive.ts';
import { BehindRows, MergedCellsBehind } from './behind-rows.ts';
import type { SheetRow } from './cell.ts';
import type { CellContext } from './cell-value.ts';
import type { FileBytes } from './file-bytes.ts';
import type { Limits } from './limits.ts';
import { MergeFiller } from './merged-rows.ts';
import { type MergedBlock, readMerges } from './merges.ts';
import type { OpenedFile, RowOptions } from './open.ts';
import { readPackage, type SheetPart } from './package.ts';
import { kindCode } from './row-builder.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet.ts';
import { readStyles } from './styles.ts';

/** Opens an Office Open XML workbook; its shared strings are read once, with the first sheet. */
export async function openXlsx(file: FileBytes, limits: Limits): Promise<OpenedFile> {
  const archive = await openArchive(file, limits);
  const parts = await readPackage(archive);
  const styleKinds = Uint8Array.from(await readStyles(archive, parts.styles), kindCode);
  const workbook = new Workbook(archive, parts.sheets, async () => ({
    sharedStrings: await readSharedStrings(archive, parts.sharedStrings),
    styleKinds,
    date1904: parts.date1904,
  }));
  return {
    kind: 'opened',
    format: 'xlsx',
    date1904: parts.date1904,
    sheets: parts.sheets.map(({ name, hidden }, index) => ({ index, name, hidden })),
    rows: (sheet, options) => workbook.rows(sheet, options),
    assumeUnmerged: () => workbook.assumeUnmerged(),
    share: () => workbook.share,
    close: () => file.close(),
  };
}

/** Unpacked bytes from which a pass over a sheet for what stands behind its rows costs more than it is worth. */
const LARGE = 8 * 2 ** 20;
const isLarge = ({ entry }: SheetPart): boolean => entry !== undefined && entry.bytes >= LARGE;

type Merges = ReadonlyMap<number, readonly MergedBlock[]>;

class Workbook {
  readonly #archive: Archive;
  readonly #sheets: readonly SheetPart[];
  readonly #readContext: () => Promise<CellContext>;
  #context: Promise<CellContext> | undefined;
  readonly #merges = new Map<number, Promise<Merges>>();
  #assumesUnmerged = false;
  /** Where the packed bytes of the sheet lie whose rows are given. */
  #part: { readonly start: number; readonly length: number } | undefined;

  constructor(archive: Archive, sheets: readonly SheetPart[], readContext: () => Promise<CellContext>) {
    this.#archive = archive;
    this.#sheets = sheets;
    this.#readContext = readContext;
  }

  async *rows(index: number, options: RowOptions = {}): AsyncGenerator<readonly SheetRow[]> {
    const sheet = this.#sheets[index];
    if (sheet === undefined) throw new RangeError(`no sheet ${index}`);
    this.#context ??= this.#readContext();
    const context = await this.#context;
    this.#part = sheet.entry && { start: await sheet.entry.start(), length: sheet.entry.packedBytes };
    const belowRow = options.fillMerged?.belowRow;
    if (belowRow === undefined) return yield* readSheet(this.#archive, sheet, context);
    if (this.#assumesUnmerged && isLarge(sheet) && !this.#merges.has(index)) {
      const behind = new BehindRows();
      yield* readSheet(this.#archive, sheet, context, behind);
      if (!behind.mayMergeBelow(belowRow)) return;
      this.#assumesUnmerged = false;
      throw new MergedCellsBehind();
    }
    const filler = new MergeFiller(await this.#mergesOf(index, sheet), belowRow);
    for await (const rows of readSheet(this.#archive, sheet, context)) yield rows.map((row) => filler.fill(row));
  }

  assumeUnmerged(): void {
    this.#assumesUnmerged = true;
  }

  get share(): number | null {
    const part = this.#part;
    if (part === undefined || part.length === 0) return null;
    return Math.min(1, Math.max(0, (this.#archive.file.readTo - part.start) / part.length));
  }

  /** They stand behind the rows, so they cost a pass over the sheet; kept for the next reading. */
  #mergesOf(index: number, sheet: SheetPart): Promise<Merges> {
    let merges = this.#merges.get(index);
    if (merges === undefined) {
      merges = sheet.entry === undefined ? Promise.resolve(new Map()) : readMerges(this.#archive, sheet.entry);
      this.#merges.set(index, merges);
    }
    return merges;
  }
}
