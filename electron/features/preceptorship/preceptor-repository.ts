import { and, asc, eq, gte, inArray, isNotNull, lte, ne, sql } from 'drizzle-orm';
import type { PreceptorCells } from '#contract';
import { duty, preceptor } from '#drizzle';
import type { DatePeriod } from '../../core/dates.ts';
import { groupedBy } from '../../core/grouped.ts';
import type { Database } from '../../database/database.ts';
import { type EnteredPreceptor, keyOfName } from './calculations/preceptors.ts';
import type { RosteredShift } from './calculations/suggestions.ts';

export function preceptorsOf({ db }: Database, trustId: number): EnteredPreceptor[] {
  return db
    .select()
    .from(preceptor)
    .where(eq(preceptor.trustId, trustId))
    .orderBy(asc(preceptor.id))
    .all()
    .map(({ trustId: _trust, nameKey: _key, ...cells }) => cells);
}

export function insertPreceptor({ db }: Database, trustId: number, cells: PreceptorCells): number {
  return db
    .insert(preceptor)
    .values({ trustId, ...cells, nameKey: keyOfName(cells.name) })
    .returning({ id: preceptor.id })
    .get().id;
}

export function updatePreceptor({ db }: Database, id: number, cells: Partial<PreceptorCells>): void {
  const nameKey = cells.name === undefined ? {} : { nameKey: keyOfName(cells.name) };
  db.update(preceptor)
    .set({ ...cells, ...nameKey })
    .where(eq(preceptor.id, id))
    .run();
}

export function deletePreceptor({ db }: Database, id: number): void {
  db.delete(preceptor).where(eq(preceptor.id, id)).run();
}

/** The last day of a trust's rosters up to a day; null where none is held. */
export function lastRosterDay({ db }: Database, trustId: number, today: string): string | null {
  const inView = and(eq(duty.trustId, trustId), lte(duty.date, today));
  return (
    db
      .select({ day: sql<string | null>`max(${duty.date})` })
      .from(duty)
      .where(inView)
      .get()?.day ?? null
  );
}

/** Shifts of some people on the rosters of a period, by person, the times worked before those planned. */
export function shiftsOf(
  { db }: Database,
  trustId: number,
  { first, last }: DatePeriod,
  people: readonly string[],
): Map<string, RosteredShift[]> {
  const rows = db
    .select({
      person: duty.person,
      unitId: duty.unitId,
      date: duty.date,
      start: sql<number | null>`coalesce(${duty.actualStart}, ${duty.plannedStart})`,
      end: sql<number | null>`coalesce(${duty.actualEnd}, ${duty.plannedEnd})`,
    })
    .from(duty)
    .where(
      and(
        eq(duty.trustId, trustId),
        gte(duty.date, first),
        lte(duty.date, last),
        inArray(duty.person, [...people]),
        isNotNull(duty.person),
        ne(duty.status, 'cancelled'),
      ),
    )
    .all();
  const shifts = rows.flatMap(({ person, start, end, ...shift }) =>
    person === null || start === null || end === null ? [] : [{ person, start, end, ...shift }],
  );
  return groupedBy(shifts, ({ person }) => person);
}
