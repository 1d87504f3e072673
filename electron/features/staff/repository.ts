import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { absenceEpisode, assignment, leaver } from '#drizzle';
import { bulkInserter } from '../../database/bulk-insert.ts';
import type { DatePeriod } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';
import { keeper } from '../../database/kept.ts';
import { newestOf } from './calculations/newest.ts';
import type { Episode } from './calculations/sickness.ts';
import type { AbsenceEntry, AssignmentEntry, LeaverEntry } from './entries.ts';
import type { KnownPeople } from './parse/absences.ts';

/** Whose rows are stored. */
export interface RowOwner {
  readonly trustId: number;
  readonly batchId: number;
}

/** A stored row: what was read, and the import that it came with. */
export interface Stored {
  readonly id: number;
  readonly batchId: number;
}

export type StoredAssignment = AssignmentEntry & Stored;
export type StoredLeaver = LeaverEntry & Stored;
export type StoredAbsence = AbsenceEntry & Stored;

/** A prepared insert of the rows of a staff list. */
export function assignmentInserter(
  database: Database,
  { trustId, batchId }: RowOwner,
): (entry: AssignmentEntry) => void {
  const insert = bulkInserter(database, assignment);
  return (entry) => insert({ trustId, batchId, ...entry });
}

export function leaverInserter(database: Database, { trustId, batchId }: RowOwner): (entry: LeaverEntry) => void {
  const insert = bulkInserter(database, leaver);
  return (entry) => insert({ trustId, batchId, ...entry });
}

export function absenceInserter(database: Database, { trustId, batchId }: RowOwner): (entry: AbsenceEntry) => void {
  const insert = bulkInserter(database, absenceEpisode);
  return (entry) => insert({ trustId, batchId, ...entry });
}

/** The days of a trust's staff lists, the earliest first: one look into the index for each, however many rows it has. */
export function censuses({ sqlite }: Database, trustId: number): string[] {
  return sqlite
    .prepare(
      `WITH RECURSIVE list (day) AS (
         SELECT min(date) FROM assignment WHERE trust_id = @trustId
         UNION ALL
         SELECT (SELECT min(date) FROM assignment WHERE trust_id = @trustId AND date > day) FROM list WHERE day IS NOT NULL)
       SELECT day FROM list WHERE day IS NOT NULL`,
    )
    .pluck()
    .all({ trustId }) as string[];
}

/** One answer reads the same few lists several times; more than these are not worth their memory. */
const kept = keeper(6);

const assignmentColumns = columnsOf(assignment, 'a');

/** All rows of the staff lists of one day. */
export function assignmentsAt(database: Database, trustId: number, census: string): readonly StoredAssignment[] {
  return kept(database, `assignments ${trustId} ${census}`, () => {
    const rows = database.sqlite
      .prepare<[number, string], StoredAssignment>(
        `SELECT ${assignmentColumns} FROM assignment a WHERE trust_id = ? AND date = ? ORDER BY batch_id, row`,
      )
      .all(trustId, census);
    return newestOf(rows, ({ person, assignment: number }) => `${person} ${number}`);
  });
}

const leaverColumns = columnsOf(leaver, 'l');

export function leaversOf(database: Database, trustId: number): readonly StoredLeaver[] {
  return kept(database, `leavers ${trustId}`, () => {
    const rows = database.sqlite
      .prepare<[number], StoredLeaver>(
        `SELECT ${leaverColumns} FROM leaver l WHERE trust_id = ? ORDER BY batch_id, row`,
      )
      .all(trustId);
    return newestOf(rows, ({ person, assignment: number, leaving }) => `${person} ${number} ${leaving}`);
  });
}

/** The columns of a table under the names that the code has for them: rows read so need no further look at each. */
function columnsOf(table: SQLiteTable, alias: string): string {
  return Object.entries(getTableColumns(table))
    .map(([property, { name }]) => `${alias}."${name}" AS "${property}"`)
    .join(', ');
}

const absenceColumns = columnsOf(absenceEpisode, 'e');

/**
 * Absences of a trust that touch a period. Of one episode that several imports have the newest import's row counts, also
 * where it ends sooner than an older one said.
 */
export function absencesOf({ sqlite }: Database, trustId: number, { first, last }: DatePeriod): StoredAbsence[] {
  return sqlite
    .prepare(
      `SELECT ${absenceColumns} FROM absence_episode e
       WHERE e.trust_id = ? AND e.date <= ? AND (e.end_date IS NULL OR e.end_date >= ?)
         AND NOT EXISTS (SELECT 1 FROM absence_episode n WHERE n.trust_id = e.trust_id AND n.person = e.person
           AND n.type IS e.type AND n.date = e.date AND n.batch_id > e.batch_id)
       ORDER BY e.batch_id, e.row`,
    )
    .all(trustId, last, first) as StoredAbsence[];
}

/** Sickness of a trust that touches a period, as `absencesOf` but of each episode only what tells of days lost. */
export function sicknessOf({ sqlite }: Database, trustId: number, { first, last }: DatePeriod): Episode[] {
  return sqlite
    .prepare<[number, string, string], Episode>(
      `SELECT person, type, date AS start, end_date AS "end" FROM absence_episode e
       WHERE trust_id = ? AND type = 'sickness' AND date <= ? AND (end_date IS NULL OR end_date >= ?)
         AND NOT EXISTS (SELECT 1 FROM absence_episode n WHERE n.trust_id = e.trust_id AND n.person = e.person
           AND n.type IS e.type AND n.date = e.date AND n.batch_id > e.batch_id)`,
    )
    .all(trustId, last, first);
}

/** Imports of absence whose rows are in the store. */
export function absenceBatches({ sqlite }: Database, trustId: number): { batchId: number }[] {
  return sqlite.prepare('SELECT DISTINCT batch_id AS batchId FROM absence_episode WHERE trust_id = ?').all(trustId) as {
    batchId: number;
  }[];
}

/** Everybody on any staff list or list of leavers of a trust. */
export function knownPeople({ sqlite }: Database, trustId: number): KnownPeople {
  const select = (table: string) =>
    sqlite.prepare(`SELECT DISTINCT person FROM ${table} WHERE trust_id = ?`).pluck().all(trustId) as string[];
  const [staff, leavers] = [select('assignment'), select('leaver')];
  const people = new Set([...staff, ...leavers]);
  return { complete: staff.length > 0 && leavers.length > 0, has: (person) => people.has(person) };
}

/**
 * Different people on the duty rosters whose period holds the day, also those who were away from it; null where no
 * roster does. Agency workers without a number are not among them.
 */
export function rosterPeople({ db }: Database, trustId: number, day: string): string[] | null {
  const rosters = sql`SELECT id FROM batch WHERE trust_id = ${trustId} AND kind = 'duty_roster' AND undone_at IS NULL
    AND period_first <= ${day} AND period_last >= ${day}`;
  if (db.get(rosters) === undefined) return null;
  const rows = db.all<{
    person: string;
  }>(sql`SELECT person FROM duty WHERE person IS NOT NULL AND batch_id IN (${rosters})
    UNION SELECT person FROM unavailability WHERE person IS NOT NULL AND batch_id IN (${rosters}) ORDER BY person`);
  return rows.map(({ person }) => person);
}
