import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { and, asc, eq, inArray, ne, sum } from 'drizzle-orm';
import { setAside, site, unit } from '#drizzle';
import type { Database } from '../database/database.ts';

/** So many rows are packed together. */
const packed = 5000;

interface Pack {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The units of the rows as they were: a unit may be gone, or its id another's, when the rows come back. */
  readonly units: readonly UnitRow[];
}

type UnitRow = typeof unit.$inferSelect;

/** Which rows of a table go: a condition on its columns with its values, such as `batch_id = ?`. */
export interface Which {
  readonly condition: string;
  readonly values: readonly (string | number)[];
}

/** Told how many rows were dealt with since it was told last. */
type Step = (rows: number) => void;

/**
 * Takes rows out of a table of imports and keeps them under the batch they are of; `byBatchId` is the import that takes
 * their place, or their own where it is undone. To be called in a transaction.
 */
export function takeAway(
  { sqlite, db }: Database,
  tableName: string,
  which: Which,
  byBatchId: number,
  step: Step = () => undefined,
): void {
  const owners = sqlite
    .prepare(`SELECT DISTINCT batch_id FROM "${tableName}" WHERE ${which.condition} ORDER BY batch_id`)
    .pluck()
    .all(...which.values) as number[];
  // A pack at a time: the rows of a year are more than the memory of an office PC should hold twice.
  const select = sqlite
    .prepare(
      `SELECT * FROM "${tableName}" WHERE batch_id = ? AND id > ? AND (${which.condition}) ORDER BY id LIMIT ${packed}`,
    )
    .raw();
  const columns = select.columns().map(({ name }) => name);
  const [idPlace, place] = [columns.indexOf('id'), columns.indexOf('unit_id')];
  for (const batchId of owners) {
    for (let after = 0; ; ) {
      const rows = select.all(batchId, after, ...which.values) as (string | number | null)[][];
      if (rows.length === 0) break;
      after = rows[rows.length - 1]![idPlace] as number;
      const unitIds = place < 0 ? [] : [...new Set(rows.map((row) => row[place] as number))];
      const units = db.select().from(unit).where(inArray(unit.id, unitIds)).all();
      const pack = deflateRawSync(JSON.stringify({ columns, rows, units } satisfies Pack), { level: 1 });
      db.insert(setAside).values({ batchId, byBatchId, tableName, count: rows.length, rows: pack }).run();
      step(rows.length);
    }
  }
  sqlite.prepare(`DELETE FROM "${tableName}" WHERE ${which.condition}`).run(...which.values);
}

/**
 * Brings back what `byBatchId` took away: its own rows or those of others, under the same ids where those are free. To
 * be called in a transaction.
 */
export function bringBack(database: Database, byBatchId: number, whose: 'own' | 'others', step: Step): void {
  const { sqlite, db } = database;
  const owner = whose === 'own' ? eq(setAside.batchId, byBatchId) : ne(setAside.batchId, byBatchId);
  const ofThese = and(eq(setAside.byBatchId, byBatchId), owner);
  const packs = db.select({ id: setAside.id }).from(setAside).where(ofThese).orderBy(asc(setAside.id)).all();
  for (const { id: packId } of packs) {
    const pack = db.select().from(setAside).where(eq(setAside.id, packId)).get();
    if (pack === undefined) continue;
    const { tableName, rows } = pack;
    const { columns, rows: packedRows, units } = JSON.parse(inflateRawSync(rows).toString()) as Pack;
    const unitIds = new Map(units.map((row) => [row.id, unitBack(database, row)]));
    const [id, place] = [columns.indexOf('id'), columns.indexOf('unit_id')];
    const names = columns.map((column) => `"${column}"`).join(', ');
    const insert = sqlite.prepare(
      `INSERT INTO "${tableName}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    const taken = sqlite.prepare(`SELECT 1 FROM "${tableName}" WHERE id = ?`);
    for (const row of packedRows) {
      const back = [...row];
      if (place >= 0) back[place] = unitIds.get(row[place] as number) ?? row[place]!;
      if (taken.get(row[id]) !== undefined) back[id] = null;
      insert.run(...back);
    }
    db.delete(setAside).where(eq(setAside.id, packId)).run();
    step(packedRows.length);
  }
}

/** The id of a unit that rows come back to: found by its name, or made again as it was. */
function unitBack({ db }: Database, row: UnitRow): number {
  const sameName = and(eq(unit.trustId, row.trustId), eq(unit.nameKey, row.nameKey));
  const known = db.select({ id: unit.id }).from(unit).where(sameName).get();
  if (known) return known.id;
  const siteThere = row.siteId !== null && db.select().from(site).where(eq(site.id, row.siteId)).get() !== undefined;
  const idTaken = db.select().from(unit).where(eq(unit.id, row.id)).get() !== undefined;
  const { id, ...values } = { ...row, siteId: siteThere ? row.siteId : null };
  return db
    .insert(unit)
    .values(idTaken ? values : { id, ...values })
    .returning()
    .get().id;
}

/** Names of the units of an import's own rows while it is undone. */
export function unitsAway({ db }: Database, batchId: number): string[] {
  const own = and(eq(setAside.batchId, batchId), eq(setAside.byBatchId, batchId));
  const packs = db.select({ rows: setAside.rows }).from(setAside).where(own).all();
  const units = packs.flatMap(({ rows }) => (JSON.parse(inflateRawSync(rows).toString()) as Pack).units);
  return [...new Set(units.map(({ name }) => name))];
}

/** How many of an import's own rows are away while it is undone. */
export function rowsAway({ db }: Database, batchId: number): number {
  const own = and(eq(setAside.batchId, batchId), eq(setAside.byBatchId, batchId));
  const away = db
    .select({ rows: sum(setAside.count).mapWith(Number) })
    .from(setAside)
    .where(own)
    .get();
  return away?.rows ?? 0;
}

/** Rows of other imports that are away because of this one, by import. */
export function awayBecauseOf({ db }: Database, byBatchId: number): { batchId: number; rows: number }[] {
  return db
    .select({ batchId: setAside.batchId, rows: sum(setAside.count).mapWith(Number) })
    .from(setAside)
    .where(and(eq(setAside.byBatchId, byBatchId), ne(setAside.batchId, byBatchId)))
    .groupBy(setAside.batchId)
    .all();
}

/** Imports that took the place of rows of this one. */
export function replacedBy({ db }: Database, batchId: number): { byBatchId: number; rows: number }[] {
  return db
    .select({ byBatchId: setAside.byBatchId, rows: sum(setAside.count).mapWith(Number) })
    .from(setAside)
    .where(and(eq(setAside.batchId, batchId), ne(setAside.byBatchId, batchId)))
    .groupBy(setAside.byBatchId)
    .all();
}
