import { eq } from 'drizzle-orm';
import { unit } from '#drizzle';
import type { Batch, UndoPreview } from '#contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { type BatchRow, describeBatch, describeBatches, findBatch, readingOf, updateBatch } from './batches.ts';
import { kindOf } from './kinds.ts';
import { formatsOf } from './known-formats.ts';
import { checkedBy, laterOn, leftFor, undoneWith } from './later.ts';
import { type Extent, findOverlaps, within } from './overlaps.ts';
import type { ImportRefusal } from './refusal.ts';
import { type Remembered, turnRemembered } from './remembered.ts';
import { Run } from './run.ts';
import { awayBecauseOf, bringBack, rowsAway, takeAway, unitsAway } from './set-aside.ts';
import { storedRows } from './stored-rows.ts';
import { findUnit } from './units.ts';

/** What undoing an import would take away and bring back, the later imports included that must be undone with it. */
export function previewUndo(context: Context, row: BatchRow): UndoPreview {
  const { database } = context;
  const formats = formatsOf(context);
  const together = undoneWith(database, row, []);
  const goes = together.map((one) => ({ batch: one.id, fileName: one.fileName, rows: storedRows(database, one) }));
  const back = new Map<number, number>();
  for (const { id } of together)
    for (const { batchId, rows } of awayBecauseOf(database, id)) back.set(batchId, (back.get(batchId) ?? 0) + rows);
  for (const { id } of together) back.delete(id);
  return {
    goes: row.undoneAt === null ? storedRows(database, row) : 0,
    alsoGo: goes.filter(({ batch }) => batch !== row.id),
    comesBack: [...back].map(([batch, rows]) => ({
      batch,
      fileName: findBatch(database, batch)?.fileName ?? '',
      rows,
    })),
    unitsThatGo: unitsOnlyOf(database, row),
    later: describeBatches(database, laterOn(database, row), formats),
    left: describeBatches(database, leftFor(database, row), formats),
    checked: describeBatches(database, checkedBy(database, row), formats),
  };
}

export interface UndoOptions {
  /** Whether later imports that replaced rows of it are undone first. */
  readonly alsoLater: boolean;
  /** Ids of later imports that left rows out in its favour, and are to be undone too. */
  readonly alsoLeft: readonly number[];
}

/** Takes all rows of an import away, after those of later imports that replaced some of them where `alsoLater` says so. */
export async function undoImport(
  context: Context,
  row: BatchRow,
  { alsoLater, alsoLeft }: UndoOptions,
  run = new Run(),
): Promise<Batch[] | ImportRefusal> {
  const { database } = context;
  const formats = formatsOf(context);
  const later = laterOn(database, row);
  if (later.length > 0 && !alsoLater) {
    const shown = describeBatches(database, later, formats);
    const names = later.map(({ id, fileName }) => `import ${id} (${fileName})`).join(', ');
    const message = `Rows of this import were replaced by ${names}. Undo that too, or first. Nothing was changed.`;
    return { kind: 'refused', code: 'LATER_IMPORTS', message, data: { later: shown } };
  }
  const together = undoneWith(database, row, alsoLeft);
  const count = (sum: number, one: BatchRow) => sum + storedRows(database, one) + rowsAwayBecauseOf(database, one.id);
  run.begin('undoing', together.reduce(count, 0));
  return run.store(database, () =>
    together.map(({ id }) => {
      // As it is now: undoing a later one may have handed it a unit.
      undoOne(context, findBatch(database, id) ?? row, run);
      return describeBatch(database, findBatch(database, id) ?? row, formats);
    }),
  );
}

/** Stores the rows of an undone import again, unless that would count days twice that are there by now. */
export async function redoImport(context: Context, row: BatchRow, run = new Run()): Promise<Batch | ImportRefusal> {
  const { database } = context;
  const formats = formatsOf(context);
  if (row.undoneAt === null) return describeBatch(database, row, formats);
  const kind = kindOf(row.kind);
  const { overlap } = readingOf(row);
  const extent = extentOf(database, row);
  const inTheWay = findOverlaps(database, kind, extent).filter(({ batch }) => overlap === null || batch > row.id);
  if (inTheWay.length > 0) {
    const names = inTheWay.map(({ batch, fileName }) => `import ${batch} (${fileName})`).join(', ');
    const message = `There are rows of the same units and days from ${names}. Undo that first, or import the file again. Nothing was changed.`;
    return { kind: 'refused', code: 'CANNOT_REDO', message };
  }
  run.begin('redoing', rowsAway(database, row.id));
  return run.store(database, () => {
    const before = new Set(unitIds(database, row.trustId));
    if (overlap === 'replace')
      for (const table of kind.tables) takeAway(database, table, within(extent), row.id, () => run.step(0));
    bringBack(database, row.id, 'own', (rows) => run.step(rows));
    const changes = JSON.parse(row.rememberedBefore ?? '[]') as Remembered[];
    turnRemembered(database, row.trustId, row.kind, changes, 'after');
    const made = unitIds(database, row.trustId).filter((id) => !before.has(id));
    updateBatch(database, row.id, { undoneAt: null, unitsMade: JSON.stringify(made) });
    return describeBatch(database, findBatch(database, row.id) ?? row, formats);
  });
}

function undoOne({ database, now }: Context, row: BatchRow, run: Run): void {
  const step = (rows: number) => run.step(rows);
  for (const table of kindOf(row.kind).tables) {
    takeAway(database, table, { condition: 'batch_id = ?', values: [row.id] }, row.id, step);
  }
  bringBack(database, row.id, 'others', step);
  const changes = JSON.parse(row.rememberedBefore ?? '[]') as Remembered[];
  turnRemembered(database, row.trustId, row.kind, changes, 'before');
  for (const id of JSON.parse(row.unitsMade) as number[]) dropUnit(database, row, id);
  updateBatch(database, row.id, { undoneAt: now() });
}

/** Removes a unit that an import made, or hands it to another import that uses it by now. */
function dropUnit(database: Database, row: BatchRow, unitId: number): void {
  const users = usersOf(database, unitId, row.id);
  if (users === undefined) {
    database.db.delete(unit).where(eq(unit.id, unitId)).run();
    return;
  }
  const heir = users === null ? undefined : findBatch(database, users);
  if (heir)
    updateBatch(database, heir.id, {
      unitsMade: JSON.stringify([...(JSON.parse(heir.unitsMade) as number[]), unitId]),
    });
}

/** Who uses a unit beside one import: another import, null for anything else, undefined for nobody. */
function usersOf({ sqlite }: Database, unitId: number, batchId: number): number | null | undefined {
  const tables = sqlite
    .prepare(`SELECT m.name, f."from" AS column, EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'batch_id') AS batches
              FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = 'unit'`)
    .all() as { name: string; column: string; batches: number }[];
  for (const { name, column, batches } of tables) {
    const other = batches === 1 ? 'AND batch_id <> ?' : '';
    const found = sqlite
      .prepare(
        `SELECT ${batches === 1 ? 'batch_id' : 'NULL'} AS batch FROM "${name}" WHERE "${column}" = ? ${other} LIMIT 1`,
      )
      .get(...(batches === 1 ? [unitId, batchId] : [unitId])) as { batch: number | null } | undefined;
    if (found) return found.batch;
  }
  return undefined;
}

function extentOf(database: Database, row: BatchRow): Extent {
  const period = { first: row.periodFirst ?? '0001-01-01', last: row.periodLast ?? '9999-12-31' };
  if (!kindOf(row.kind).ofUnits) return { trustId: row.trustId, unitIds: null, period };
  const ids = unitsAway(database, row.id).flatMap((name) => findUnit(database, row.trustId, name) ?? []);
  return { trustId: row.trustId, unitIds: ids, period };
}

function unitIds({ db }: Database, trustId: number): number[] {
  return db
    .select({ id: unit.id })
    .from(unit)
    .where(eq(unit.trustId, trustId))
    .all()
    .map(({ id }) => id);
}

function unitsOnlyOf(database: Database, row: BatchRow): string[] {
  const made = (JSON.parse(row.unitsMade) as number[]).filter((id) => usersOf(database, id, row.id) === undefined);
  return made.flatMap(
    (id) => database.db.select({ name: unit.name }).from(unit).where(eq(unit.id, id)).get()?.name ?? [],
  );
}

function rowsAwayBecauseOf(database: Database, batchId: number): number {
  return awayBecauseOf(database, batchId).reduce((sum, { rows }) => sum + rows, 0);
}
