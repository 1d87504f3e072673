import { and, asc, eq, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { EstablishmentCells } from '#contract';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';

const { establishmentLine } = tables;

/** Where a line belongs: one line for each unit, staff group and band. */
export interface Place {
  readonly unitId: number;
  readonly staffGroup: string;
  readonly band: string;
}

/** A line with the names and the order of what it belongs to. */
export interface StoredLine extends EstablishmentCells {
  readonly id: number;
  /** Rises with the staff group and then the band, in the trust's order of both. */
  readonly order: number;
  readonly unit: { id: number; name: string };
  readonly staffGroup: { key: string; name: string };
  readonly band: { key: string; name: string };
}

const cells = {
  required: establishmentLine.requiredWte,
  funded: establishmentLine.fundedWte,
  inPost: establishmentLine.inPostWte,
  requiredTool: establishmentLine.requiredTool,
  requiredSource: establishmentLine.requiredSource,
  requiredDate: establishmentLine.requiredDate,
};

/** All lines of a trust in the order of its units, staff groups and bands. */
export function listLines({ db }: Database, trustId: number): StoredLine[] {
  const { unit, staffGroup, band } = tables;
  return db
    .select({
      id: establishmentLine.id,
      ...cells,
      order: sql<number>`coalesce(${staffGroup.position}, 999) * 1000 + coalesce(${band.position}, 999)`,
      unit: { id: unit.id, name: unit.name },
      staffGroup: { key: establishmentLine.staffGroup, name: nameOr(staffGroup.name, establishmentLine.staffGroup) },
      band: { key: establishmentLine.band, name: nameOr(band.name, establishmentLine.band) },
    })
    .from(establishmentLine)
    .innerJoin(unit, eq(unit.id, establishmentLine.unitId))
    .leftJoin(
      staffGroup,
      and(eq(staffGroup.trustId, establishmentLine.trustId), eq(staffGroup.key, establishmentLine.staffGroup)),
    )
    .leftJoin(band, and(eq(band.trustId, establishmentLine.trustId), eq(band.key, establishmentLine.band)))
    .where(eq(establishmentLine.trustId, trustId))
    .orderBy(asc(unit.position), asc(unit.id), asc(staffGroup.position), asc(band.position))
    .all();
}

/** A line of a staff group or band that the trust does not list shows its key: it is never dropped. */
const nameOr = (name: SQLiteColumn, key: SQLiteColumn) => sql<string>`coalesce(${name}, ${key})`;

/** Adds a line and returns its id. */
export function insertLine(
  { db }: Database,
  trustId: number,
  place: Place,
  values: Partial<EstablishmentCells>,
): number {
  return db
    .insert(establishmentLine)
    .values({ trustId, ...place, ...columns(values) })
    .returning({ id: establishmentLine.id })
    .get().id;
}

/** Sets the cells that are given; the others stay. */
export function updateLine({ db }: Database, lineId: number, values: Partial<EstablishmentCells>): void {
  db.update(establishmentLine).set(columns(values)).where(eq(establishmentLine.id, lineId)).run();
}

export function deleteLine({ db }: Database, lineId: number): void {
  db.delete(establishmentLine).where(eq(establishmentLine.id, lineId)).run();
}

/** The columns of the cells; drizzle leaves out those that are undefined. */
function columns({ required, funded, inPost, ...requirement }: Partial<EstablishmentCells>) {
  return { requiredWte: required, fundedWte: funded, inPostWte: inPost, ...requirement };
}
