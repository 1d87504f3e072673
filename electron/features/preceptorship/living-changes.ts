import { and, eq } from 'drizzle-orm';
import type { PrecepteeCells, PrecepteeField, PrecepteeHours, SentEvent } from '#contract';
import {
  ownPreceptee,
  precepteeEdit,
  precepteeEscalation,
  precepteeEvent,
  precepteeHours,
  precepteeMeeting,
  precepteeStep,
} from '#drizzle';
import type { Database } from '../../database/database.ts';
import { answersMoved, type Course } from './calculations/course.ts';
import type { MeetingRow } from './calculations/living.ts';
import type { Pause } from './calculations/pauses.ts';
import type { OwnPreceptee } from './living-repository.ts';

/** Whose record is written. */
export interface Whose {
  readonly trustId: number;
  readonly precepteeKey: string;
}

/** Id of somebody entered by hand; undefined for a log's preceptee. */
export function ownId(key: string): number | undefined {
  const parts = /^own:(\d+)$/.exec(key);
  return parts ? Number(parts[1]) : undefined;
}

export function insertOwn({ db }: Database, trustId: number, row: Omit<OwnPreceptee, 'id'>): number {
  return db
    .insert(ownPreceptee)
    .values({ trustId, ...row })
    .returning({ id: ownPreceptee.id })
    .get().id;
}

export function updateOwn({ db }: Database, id: number, cells: Partial<OwnPreceptee>): void {
  if (Object.keys(cells).length > 0) db.update(ownPreceptee).set(cells).where(eq(ownPreceptee.id, id)).run();
}

export function deleteOwn({ db }: Database, id: number): void {
  db.delete(ownPreceptee).where(eq(ownPreceptee.id, id)).run();
}

export function putEdit({ db }: Database, whose: Whose, field: PrecepteeField, value: string | null): void {
  db.insert(precepteeEdit)
    .values({ ...whose, field, value })
    .onConflictDoUpdate({
      target: [precepteeEdit.trustId, precepteeEdit.precepteeKey, precepteeEdit.field],
      set: { value },
    })
    .run();
}

/** Leaves a cell, or all, to the log again. */
export function dropEdits({ db }: Database, { trustId, precepteeKey }: Whose, field?: PrecepteeField): void {
  const own = and(eq(precepteeEdit.trustId, trustId), eq(precepteeEdit.precepteeKey, precepteeKey));
  db.delete(precepteeEdit)
    .where(field === undefined ? own : and(own, eq(precepteeEdit.field, field)))
    .run();
}

/** A meeting of a step, or with an id one beside the programme, as it now is. */
export function putMeeting(
  { db }: Database,
  whose: Whose,
  { id, ...meeting }: Omit<MeetingRow, 'id'> & { id?: number | undefined },
): void {
  if (id !== undefined) db.update(precepteeMeeting).set(meeting).where(eq(precepteeMeeting.id, id)).run();
  else
    db.insert(precepteeMeeting)
      .values({ ...whose, ...meeting })
      .run();
}

export function deleteMeeting({ db }: Database, id: number): void {
  db.delete(precepteeMeeting).where(eq(precepteeMeeting.id, id)).run();
}

const stepOf = ({ trustId, precepteeKey }: Whose, step: string) =>
  and(eq(precepteeStep.trustId, trustId), eq(precepteeStep.precepteeKey, precepteeKey), eq(precepteeStep.step, step));

/** How something due was answered: another day, or with null not applicable. */
export function putAnswer(
  { db }: Database,
  whose: Whose,
  step: string,
  answer: { readonly movedTo: string | null; readonly reason: string; readonly on: string },
): void {
  db.insert(precepteeStep)
    .values({ ...whose, step, ...answer })
    .onConflictDoUpdate({
      target: [precepteeStep.trustId, precepteeStep.precepteeKey, precepteeStep.step],
      set: answer,
    })
    .run();
}

/** Moves the days that were chosen by hand with the pauses, as those of the programme do by themselves. */
export function moveAnswers(database: Database, whose: Whose, before: Course, pausesAfter: readonly Pause[]): void {
  for (const { step, answer } of answersMoved(before, pausesAfter)) putAnswer(database, whose, step, answer);
}

export function deleteAnswer({ db }: Database, whose: Whose, step: string): void {
  db.delete(precepteeStep).where(stepOf(whose, step)).run();
}

export function putEscalation(
  { db }: Database,
  whose: Whose,
  row: { readonly step: string; readonly level: string; readonly on: string; readonly note: string | null },
): void {
  const { step: _step, level: _level, ...set } = row;
  db.insert(precepteeEscalation)
    .values({ ...whose, ...row })
    .onConflictDoUpdate({
      target: [
        precepteeEscalation.trustId,
        precepteeEscalation.precepteeKey,
        precepteeEscalation.step,
        precepteeEscalation.level,
      ],
      set,
    })
    .run();
}

export function insertHours({ db }: Database, whose: Whose, row: PrecepteeHours & { readonly entered: string }): void {
  db.insert(precepteeHours)
    .values({ ...whose, ...row })
    .run();
}

export function deleteHours({ db }: Database, id: number): void {
  db.delete(precepteeHours).where(eq(precepteeHours.id, id)).run();
}

const nothing = {
  until: null,
  wte: null,
  unit: null,
  setting: null,
  preceptor: null,
  reason: null,
  approvedBy: null,
  note: null,
};

export function putEvent({ db }: Database, whose: Whose, id: number | undefined, event: SentEvent): void {
  const row = { ...nothing, ...event };
  if (id === undefined)
    db.insert(precepteeEvent)
      .values({ ...whose, ...row })
      .run();
  else db.update(precepteeEvent).set(row).where(eq(precepteeEvent.id, id)).run();
}

export function deleteEvent({ db }: Database, id: number): void {
  db.delete(precepteeEvent).where(eq(precepteeEvent.id, id)).run();
}

/** The tables in which something is recorded of preceptees. */
function recordTables({ sqlite }: Database): string[] {
  return sqlite
    .prepare<[], string>(
      `SELECT s.name FROM sqlite_schema s JOIN pragma_table_info(s.name) c
       WHERE s.type = 'table' AND c.name = 'preceptee_key'`,
    )
    .pluck()
    .all();
}

/** Everything that is recorded of somebody, in whatever table: a later one must not take over the records of its id. */
export function deleteRecords(database: Database, whose: Whose): void {
  for (const table of recordTables(database))
    database.sqlite
      .prepare(`DELETE FROM "${table}" WHERE trust_id = @trustId AND preceptee_key = @precepteeKey`)
      .run({ ...whose });
}

/** Whether anything is recorded by hand of somebody, in whatever table. */
export function hasRecords(database: Database, whose: Whose): boolean {
  return recordTables(database).some(
    (table) =>
      database.sqlite
        .prepare(`SELECT 1 FROM "${table}" WHERE trust_id = @trustId AND preceptee_key = @precepteeKey LIMIT 1`)
        .get({ ...whose }) !== undefined,
  );
}

/** Cells that an entry by hand keeps itself; the others are kept as changes are. */
export const ownFields: ReadonlySet<keyof PrecepteeCells> = new Set([
  'name',
  'programme',
  'cohort',
  'unit',
  'start',
  'registered',
  'wte',
  'notes',
]);
