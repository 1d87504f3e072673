import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { absenceEpisode, assignment, leaver } from '#drizzle';
import { bulkInserter } from '../../database/bulk-insert.ts';
import type { DatePeriod } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';
import { newestOf } from './calculations/newest.ts';
import type { AbsenceEntry, AssignmentEntry, LeaverEntry } from './entries.ts';
import type { KnownPeople } from './parse.ts';

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

/** All rows of the staff lists of one day. */
export function assignmentsAt({ db }: Database, trustId: number, census: string): StoredAssignment[] {
  const rows = db
    .select()
    .from(assignment)
    .where(and(eq(assignment.trustId, trustId), eq(assignment.census, census)))
    .orderBy(asc(assignment.batchId), asc(assignment.row))
    .all() as (StoredAssignment & { trustId: number })[];
  return newestOf(rows, ({ person, assignment: number }) => `${person} ${number}`);
}

/** What of a staff list's rows tells who was in post, and when. */
export type ListedPost = Pick<
  StoredAssignment,
  'batchId' | 'person' | 'assignment' | 'staffGroup' | 'occupationCode' | 'category' | 'primary' | 'fte' | 'start'
>;

type RawPost = [
  person: string,
  assignment: string,
  staffGroup: string | null,
  occupationCode: string | null,
  category: ListedPost['category'],
  primary: ListedPost['primary'],
  fte: number,
  start: string,
  batchId: number,
];

/**
 * The substantive rows of the staff lists of some days, by day. A row that says the same on one list as on the one before
 * it is the same object, so that what is worked out from it is worked out once.
 */
export function listsOf({ sqlite }: Database, trustId: number, days: readonly string[]): Map<string, ListedPost[]> {
  const select = sqlite
    .prepare<[number, string], RawPost>(
      `SELECT person, assignment, staff_group, occupation_code, category, primary_assignment, fte, start_date, batch_id
       FROM assignment WHERE trust_id = ? AND date = ? AND category IN ('permanent', 'fixed_term')`,
    )
    .raw();
  const known = new Map<string, ListedPost>();
  return new Map(
    [...days].sort().map((day): [string, ListedPost[]] => {
      const rows = select.all(trustId, day) as unknown as RawPost[];
      const [first] = rows;
      const posts = rows.map((row) => {
        const key = row[0] === row[1] ? row[0] : `${row[0]} ${row[1]}`;
        const before = known.get(key);
        if (before !== undefined && isSame(before, row)) return before;
        const [person, assignment, staffGroup, occupationCode, category, primary, fte, start, batchId] = row;
        const post = { person, assignment, staffGroup, occupationCode, category, primary, fte, start, batchId };
        known.set(key, post);
        return post;
      });
      const isOfOne = rows.every((row) => row[8] === first?.[8]);
      return [day, isOfOne ? posts : listOfSeveral(sqlite, trustId, day)];
    }),
  );
}

function isSame(post: ListedPost, row: RawPost): boolean {
  return (
    post.fte === row[6] &&
    post.occupationCode === row[3] &&
    post.staffGroup === row[2] &&
    post.start === row[7] &&
    post.category === row[4] &&
    post.primary === row[5]
  );
}

/** Of a list that came in several imports an assignment counts as the newest has it. */
function listOfSeveral(sqlite: Database['sqlite'], trustId: number, day: string): ListedPost[] {
  const rows = sqlite
    .prepare<[number, string], ListedPost>(
      `SELECT batch_id AS batchId, person, assignment, staff_group AS staffGroup, occupation_code AS occupationCode,
         category, primary_assignment AS "primary", fte, start_date AS start
       FROM assignment WHERE trust_id = ? AND date = ?`,
    )
    .all(trustId, day);
  return newestOf(rows, ({ person, assignment: number }) => `${person} ${number}`);
}

export function leaversOf({ db }: Database, trustId: number): StoredLeaver[] {
  const rows = db
    .select()
    .from(leaver)
    .where(eq(leaver.trustId, trustId))
    .orderBy(asc(leaver.batchId), asc(leaver.row))
    .all() as (StoredLeaver & { trustId: number })[];
  return newestOf(rows, ({ person, assignment: number, leaving }) => `${person} ${number} ${leaving}`);
}

const absenceColumns = Object.entries(getTableColumns(absenceEpisode))
  .map(([property, { name }]) => `e."${name}" AS "${property}"`)
  .join(', ');

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
