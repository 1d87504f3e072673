import { and, asc, desc, eq } from 'drizzle-orm';
import type { ConsultantEventCells, DisturbedOnCallCells, LocumCells } from '#contract';
import { consultantEvent, disturbedOnCall, locumEpisode, supervisionCheck, supervisionStatement } from '#drizzle';
import type { Database } from '../../../database/database.ts';

type Kept<Cells> = Cells & { readonly id: number };
const yes = (value: number | null): boolean | null => (value === null ? null : value === 1);
const flag = (value: boolean | null): number | null => (value === null ? null : value ? 1 : 0);

/** Statements of a trust by checklist. */
export function statementsOf({ db }: Database, trustId: number) {
  const rows = db.select().from(supervisionStatement).where(eq(supervisionStatement.trustId, trustId)).all();
  return new Map(
    rows.map(({ checklist, statement, lead, agreedOn, reviewOn }) => [
      checklist,
      { statement, lead, agreedOn, reviewOn },
    ]),
  );
}

type StatementCells = Pick<typeof supervisionStatement.$inferSelect, 'statement' | 'lead' | 'agreedOn' | 'reviewOn'>;

export function putStatement({ db }: Database, trustId: number, checklist: string, cells: StatementCells): void {
  db.insert(supervisionStatement)
    .values({ trustId, checklist, ...cells })
    .onConflictDoUpdate({ target: [supervisionStatement.trustId, supervisionStatement.checklist], set: cells })
    .run();
}

type CheckCells = Pick<typeof supervisionCheck.$inferSelect, 'state' | 'evidence' | 'checkedOn'>;

/** What is said of lines, by checklist and line: 'neonatal_doctors tiers'. */
export function checksOf({ db }: Database, trustId: number): Map<string, CheckCells> {
  const rows = db.select().from(supervisionCheck).where(eq(supervisionCheck.trustId, trustId)).all();
  return new Map(
    rows.map(({ checklist, line, state, evidence, checkedOn }) => [
      `${checklist} ${line}`,
      { state, evidence, checkedOn },
    ]),
  );
}

export function putCheck(
  { db }: Database,
  trustId: number,
  { checklist, line }: { readonly checklist: string; readonly line: string },
  cells: CheckCells,
): void {
  db.insert(supervisionCheck)
    .values({ trustId, checklist, line, ...cells })
    .onConflictDoUpdate({
      target: [supervisionCheck.trustId, supervisionCheck.checklist, supervisionCheck.line],
      set: cells,
    })
    .run();
}

/** All spells of a trust, the newest first. */
export function locumsOf({ db }: Database, trustId: number): Kept<LocumCells>[] {
  return db
    .select()
    .from(locumEpisode)
    .where(eq(locumEpisode.trustId, trustId))
    .orderBy(desc(locumEpisode.first), desc(locumEpisode.id))
    .all()
    .map(({ trustId: _trust, toolComplete, induction, ...row }) => ({
      ...row,
      toolComplete: yes(toolComplete),
      induction: yes(induction),
    }));
}

export function putLocum({ db }: Database, trustId: number, id: number | undefined, cells: LocumCells): number {
  const row = { ...cells, toolComplete: flag(cells.toolComplete), induction: flag(cells.induction) };
  if (id === undefined)
    return db
      .insert(locumEpisode)
      .values({ trustId, ...row })
      .returning({ id: locumEpisode.id })
      .get().id;
  db.update(locumEpisode).set(row).where(eq(locumEpisode.id, id)).run();
  return id;
}

export function deleteLocum({ db }: Database, id: number): void {
  db.delete(locumEpisode).where(eq(locumEpisode.id, id)).run();
}

/** All events of a trust, the newest first. */
export function eventsOf({ db }: Database, trustId: number): Kept<ConsultantEventCells>[] {
  return db
    .select()
    .from(consultantEvent)
    .where(eq(consultantEvent.trustId, trustId))
    .orderBy(desc(consultantEvent.date), desc(consultantEvent.id))
    .all()
    .map(({ trustId: _trust, attended, signedOff, reviewed, ...row }) => ({
      ...row,
      attended: attended === 1,
      signedOff: signedOff === 1,
      reviewed: reviewed === 1,
    }));
}

export function putEvent(
  { db }: Database,
  trustId: number,
  id: number | undefined,
  { attended, signedOff, reviewed, ...cells }: ConsultantEventCells,
): number {
  const row = {
    ...cells,
    attended: attended ? 1 : 0,
    signedOff: signedOff ? 1 : 0,
    reviewed: reviewed ? 1 : 0,
  };
  if (id === undefined)
    return db
      .insert(consultantEvent)
      .values({ trustId, ...row })
      .returning({ id: consultantEvent.id })
      .get().id;
  db.update(consultantEvent).set(row).where(eq(consultantEvent.id, id)).run();
  return id;
}

export function deleteEvent({ db }: Database, id: number): void {
  db.delete(consultantEvent).where(eq(consultantEvent.id, id)).run();
}

/** All disturbed nights on call of a trust, the newest first. */
export function onCallOf({ db }: Database, trustId: number): Kept<DisturbedOnCallCells>[] {
  return db
    .select()
    .from(disturbedOnCall)
    .where(and(eq(disturbedOnCall.trustId, trustId)))
    .orderBy(desc(disturbedOnCall.date), asc(disturbedOnCall.id))
    .all()
    .map(({ trustId: _trust, given, ...row }) => ({ ...row, given: yes(given) }));
}

export function putOnCall(
  { db }: Database,
  trustId: number,
  id: number | undefined,
  { given, ...cells }: DisturbedOnCallCells,
): number {
  const row = { ...cells, given: flag(given) };
  if (id === undefined)
    return db
      .insert(disturbedOnCall)
      .values({ trustId, ...row })
      .returning({ id: disturbedOnCall.id })
      .get().id;
  db.update(disturbedOnCall).set(row).where(eq(disturbedOnCall.id, id)).run();
  return id;
}

export function deleteOnCall({ db }: Database, id: number): void {
  db.delete(disturbedOnCall).where(eq(disturbedOnCall.id, id)).run();
}
