import type { Overlap } from '#contract';
import type { DatePeriod } from '../core/dates.ts';
import type { Database } from '../database/database.ts';
import { findBatch } from './batches.ts';
import type { ImportKind } from './kinds.ts';
import type { Which } from './set-aside.ts';

/** The units and days that an import says something of; no units where its kind has none. */
export interface Extent {
  readonly trustId: number;
  readonly unitIds: readonly number[] | null;
  readonly period: DatePeriod;
}

/** The rows of a table that lie within an extent. */
export function within({ trustId, unitIds, period }: Extent): Which {
  const ofTrust = 'trust_id = ? AND date BETWEEN ? AND ?';
  const values = [trustId, period.first, period.last];
  if (unitIds === null) return { condition: ofTrust, values };
  const condition = `${ofTrust} AND unit_id IN (SELECT value FROM json_each(?))`;
  return { condition, values: [...values, JSON.stringify(unitIds)] };
}

interface Found {
  batchId: number;
  rows: number;
  first: string;
  last: string;
  units: Set<string>;
}

/** Imports of the same kind with rows of the same units and days. */
export function findOverlaps(database: Database, kind: ImportKind<unknown>, extent: Extent): Overlap[] {
  if (extent.unitIds?.length === 0) return [];
  const { condition, values } = within(extent);
  const unit = kind.ofUnits ? '(SELECT name FROM unit WHERE id = unit_id)' : 'NULL';
  const found = new Map<number, Found>();
  for (const table of kind.tables) {
    const rows = database.sqlite
      .prepare(
        `SELECT batch_id AS batchId, ${unit} AS unit, count(*) AS rows, min(date) AS first, max(date) AS last
         FROM "${table}" WHERE ${condition} GROUP BY 1, 2`,
      )
      .all(...values) as { batchId: number; unit: string | null; rows: number; first: string; last: string }[];
    for (const { batchId, unit: name, rows: count, first, last } of rows) {
      const known = found.get(batchId) ?? { batchId, rows: 0, first, last, units: new Set<string>() };
      known.rows += count;
      if (first < known.first) known.first = first;
      if (last > known.last) known.last = last;
      if (name !== null) known.units.add(name);
      found.set(batchId, known);
    }
  }
  return [...found.values()].map(({ batchId, units, ...overlap }) => {
    const row = findBatch(database, batchId);
    return {
      batch: batchId,
      fileName: row?.fileName ?? '',
      committedAt: row?.committedAt ?? '',
      ...overlap,
      units: [...units].sort(),
    };
  });
}

/** The days of each unit of which there are rows already, as "unit id, date"; "0, date" for a kind without units. */
export function daysTaken({ sqlite }: Database, kind: ImportKind<unknown>, extent: Extent): Set<string> {
  const { condition, values } = within(extent);
  const unit = kind.ofUnits ? 'unit_id' : '0';
  const select = (table: string) => `SELECT DISTINCT ${unit} || ',' || date FROM "${table}" WHERE ${condition}`;
  return new Set(
    kind.tables.flatMap(
      (table) =>
        sqlite
          .prepare(select(table))
          .pluck()
          .all(...values) as string[],
    ),
  );
}
