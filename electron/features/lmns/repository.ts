import { and, asc, eq } from 'drizzle-orm';
import { ORPCError } from '@orpc/server';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';

const { lmns, lmnsTrust, lmnsPeriod, system } = tables;

/** An LMNS or ICB that this PC compiles returns for. */
export interface LmnsRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'LMNS' | 'ICB';
}

export interface ExpectedTrust {
  readonly code: string;
  readonly name: string;
  readonly hasPlanner: boolean;
}

export interface PeriodDue {
  readonly period: string;
  readonly due: string;
}

/** By name. */
export function listLmns({ db }: Database): LmnsRow[] {
  return db
    .select({ id: lmns.id, name: system.name, kind: system.kind })
    .from(lmns)
    .innerJoin(system, eq(lmns.systemId, system.id))
    .orderBy(asc(system.name))
    .all();
}

/** The LMNS of that id, or the refusal that names those there are. */
export function requireLmns(database: Database, id: number): LmnsRow {
  const all = listLmns(database);
  const found = all.find((one) => one.id === id);
  if (found) return found;
  const message = all.length
    ? `There is no LMNS or ICB ${id} here. There are: ${all.map((one) => `${one.id} (${one.name})`).join(', ')}.`
    : `There is no LMNS or ICB here. Set it up first.`;
  throw new ORPCError('LMNS_UNKNOWN', { defined: true, status: 404, message });
}

export function insertLmns({ db }: Database, systemId: number): number {
  return db.insert(lmns).values({ systemId }).returning().get().id;
}

/** Trusts that returns are expected from, by name. */
export function expectedTrusts({ db }: Database, lmnsId: number): ExpectedTrust[] {
  return db
    .select()
    .from(lmnsTrust)
    .where(eq(lmnsTrust.lmnsId, lmnsId))
    .orderBy(asc(lmnsTrust.name), asc(lmnsTrust.code))
    .all()
    .map(({ code, name, hasPlanner }) => ({ code, name, hasPlanner: hasPlanner === 1 }));
}

export function putTrust({ db }: Database, lmnsId: number, { code, name, hasPlanner }: ExpectedTrust): void {
  const set = { name, hasPlanner: hasPlanner ? 1 : 0 };
  db.insert(lmnsTrust)
    .values({ lmnsId, code, ...set })
    .onConflictDoUpdate({ target: [lmnsTrust.lmnsId, lmnsTrust.code], set })
    .run();
}

export function deleteTrust({ db }: Database, lmnsId: number, code: string): void {
  db.delete(lmnsTrust)
    .where(and(eq(lmnsTrust.lmnsId, lmnsId), eq(lmnsTrust.code, code)))
    .run();
}

/** Quarters that returns are asked for, the oldest first. */
export function periodsDue({ db }: Database, lmnsId: number): PeriodDue[] {
  return db
    .select({ period: lmnsPeriod.period, due: lmnsPeriod.due })
    .from(lmnsPeriod)
    .where(eq(lmnsPeriod.lmnsId, lmnsId))
    .orderBy(asc(lmnsPeriod.period))
    .all();
}

export function putPeriod({ db }: Database, lmnsId: number, { period, due }: PeriodDue): void {
  db.insert(lmnsPeriod)
    .values({ lmnsId, period, due })
    .onConflictDoUpdate({ target: [lmnsPeriod.lmnsId, lmnsPeriod.period], set: { due } })
    .run();
}

export function deletePeriod({ db }: Database, lmnsId: number, period: string): void {
  db.delete(lmnsPeriod)
    .where(and(eq(lmnsPeriod.lmnsId, lmnsId), eq(lmnsPeriod.period, period)))
    .run();
}
