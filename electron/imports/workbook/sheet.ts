import type { Archive } from './archive.ts';
import type { BehindRows } from './behind-rows.ts';
import type { SheetRow } from './cell.ts';
import type { CellContext } from './cell-value.ts';
import type { SheetPart } from './package.ts';
import { scanPart } from './part-scanner.ts';
import { refuseDamaged } from './refusal.ts';
import { RowBuilder } from './row-builder.ts';
import { RowScanner } from './row-scanner.ts';
import { readRowsWithSaxes } from './sheet-saxes.ts';

/**
 * Streams the rows of a worksheet that hold a value, in order of the file, some hundreds at a time. After the last one
 * `behind` has what follows them.
 */
export async function* readSheet(
  archive: Archive,
  sheet: SheetPart,
  context: CellContext,
  behind?: BehindRows,
): AsyncGenerator<SheetRow[]> {
  const entry = sheet.entry;
  if (entry === undefined) return refuseDamaged(sheet.part, 'is missing');
  const builder = new RowBuilder(archive.limits);
  const scanning = scanPart(archive, entry, new RowScanner(builder, context, behind));
  let given = 0;
  let usual: boolean | undefined;
  try {
    while (usual === undefined) {
      const step = await scanning.next();
      if (step.done === true) usual = step.value;
      const rows = builder.take();
      given += rows.length;
      if (rows.length > 0) yield rows;
    }
  } finally {
    await scanning.return(false);
  }
  if (usual) return;
  behind?.forget();
  yield* after(given, readRowsWithSaxes(archive, entry, context));
}

/** Leaves out the rows that were given before the sheet turned out to be unusual. */
async function* after(given: number, batches: AsyncIterable<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  let toSkip = given;
  for await (const rows of batches) {
    const rest = rows.slice(toSkip);
    toSkip = Math.max(0, toSkip - rows.length);
    if (rest.length > 0) yield rest;
  }
}
