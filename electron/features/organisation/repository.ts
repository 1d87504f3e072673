import { and, asc, eq, sql } from 'drizzle-orm';
import * as tables from '#drizzle';
import type { Trust } from '#contract';
import type { Database } from '../../database/database.ts';
import { keeper } from '../../database/kept.ts';
import { dropsNames } from './drop-names.ts';

export type TrustRow = typeof tables.trust.$inferSelect;
type NewUnit = { name: string; kind: string; siteId: number | null };

/** By this key a unit is found whatever its spacing and capitals. */
export const nameKey = (name: string) => name.replace(/\s+/gu, ' ').trim().toLowerCase();

export function findTrust({ db }: Database, code: string): TrustRow | undefined {
  return db.select().from(tables.trust).where(eq(tables.trust.code, code)).get();
}

export function trustCodes({ db }: Database): string[] {
  const rows = db.select({ code: tables.trust.code }).from(tables.trust).orderBy(asc(tables.trust.name)).all();
  return rows.map((row) => row.code);
}

/** Most answers describe their trust, many of them several times. */
const kept = keeper(40);

/** A trust with its sites, units, staff groups and bands in their order; shared, so nobody may change it. */
export function describeTrust(database: Database, row: TrustRow): Trust {
  return kept(database, JSON.stringify(row), () => readTrust(database, row));
}

function readTrust(database: Database, row: TrustRow): Trust {
  const { db } = database;
  const of = <Table extends { trustId: typeof tables.unit.trustId }>(table: Table) => eq(table.trustId, row.id);
  const system = row.systemId
    ? db.select().from(tables.system).where(eq(tables.system.id, row.systemId)).get()
    : undefined;
  const named = { key: tables.staffGroup.key, name: tables.staffGroup.name };
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    isSample: row.isSample === 1,
    system: system ? { name: system.name, kind: system.kind } : null,
    dropsNames: dropsNames(database, row.id),
    sites: db
      .select({ id: tables.site.id, name: tables.site.name })
      .from(tables.site)
      .where(eq(tables.site.trustId, row.id))
      .all(),
    units: db
      .select({ id: tables.unit.id, name: tables.unit.name, kind: tables.unit.kind, siteId: tables.unit.siteId })
      .from(tables.unit)
      .where(of(tables.unit))
      .orderBy(asc(tables.unit.position), asc(tables.unit.id))
      .all(),
    staffGroups: db
      .select(named)
      .from(tables.staffGroup)
      .where(eq(tables.staffGroup.trustId, row.id))
      .orderBy(asc(tables.staffGroup.position))
      .all(),
    bands: db
      .select({ key: tables.band.key, name: tables.band.name })
      .from(tables.band)
      .where(eq(tables.band.trustId, row.id))
      .orderBy(asc(tables.band.position))
      .all(),
  };
}

/** The row of that system, made when it is not there yet. */
export function systemId({ db }: Database, system: { name: string; kind: 'LMNS' | 'ICB' } | null): number | null {
  if (!system) return null;
  const found = db
    .select()
    .from(tables.system)
    .where(and(eq(tables.system.name, system.name), eq(tables.system.kind, system.kind)))
    .get();
  return found?.id ?? db.insert(tables.system).values(system).returning().get().id;
}

export function insertTrust({ db }: Database, trust: Omit<TrustRow, 'id'>): TrustRow {
  return db.insert(tables.trust).values(trust).returning().get();
}

export function updateTrust(
  { db }: Database,
  trustId: number,
  values: { name: string; systemId: number | null },
): void {
  db.update(tables.trust).set(values).where(eq(tables.trust.id, trustId)).run();
}

export function insertSite({ db }: Database, trustId: number, name: string): number {
  return db.insert(tables.site).values({ trustId, name }).returning().get().id;
}

export function siteIdByName({ db }: Database, trustId: number, name: string | null): number | null {
  if (name === null) return null;
  const found = db
    .select()
    .from(tables.site)
    .where(and(eq(tables.site.trustId, trustId), eq(tables.site.name, name)))
    .get();
  return found?.id ?? null;
}

export function insertUnit({ db }: Database, trustId: number, unit: NewUnit): number {
  const { position } = db
    .select({ position: sql<number>`coalesce(max(${tables.unit.position}), 0) + 1` })
    .from(tables.unit)
    .where(eq(tables.unit.trustId, trustId))
    .get() ?? { position: 1 };
  const values = { ...unit, trustId, nameKey: nameKey(unit.name), position };
  return db.insert(tables.unit).values(values).returning().get().id;
}

export function updateUnit({ db }: Database, unitId: number, unit: NewUnit): void {
  db.update(tables.unit)
    .set({ ...unit, nameKey: nameKey(unit.name) })
    .where(eq(tables.unit.id, unitId))
    .run();
}

export function deleteUnit({ db }: Database, unitId: number): void {
  db.delete(tables.unit).where(eq(tables.unit.id, unitId)).run();
}

export function insertStaffGroups({ db }: Database, trustId: number, groups: { key: string; name: string }[]): void {
  const { position } = db
    .select({ position: sql<number>`coalesce(max(${tables.staffGroup.position}), 0) + 1` })
    .from(tables.staffGroup)
    .where(eq(tables.staffGroup.trustId, trustId))
    .get() ?? { position: 1 };
  for (const [index, { key, name }] of groups.entries())
    db.insert(tables.staffGroup)
      .values({ trustId, key, name, position: position + index })
      .run();
}

export function insertBands({ db }: Database, trustId: number, bands: { key: string; name: string }[]): void {
  for (const [position, { key, name }] of bands.entries())
    db.insert(tables.band).values({ trustId, key, name, position }).run();
}
