import { and, asc, eq } from 'drizzle-orm';
import { absenceEpisode, assignment, leaver } from '#drizzle';
import type { Database } from '../../database/database.ts';
import { keeper } from '../../database/kept.ts';
import { newestOf } from './calculations/newest.ts';
import type { CensusSum } from './calculations/trend.ts';
import { assignmentsAt, type StoredAbsence, type StoredAssignment, type StoredLeaver } from './repository.ts';

/** All rows of a person on the staff lists of a trust, from the earliest list on. */
export function assignmentsOfPerson({ db }: Database, trustId: number, person: string): StoredAssignment[] {
  const rows = db
    .select()
    .from(assignment)
    .where(and(eq(assignment.trustId, trustId), eq(assignment.person, person)))
    .orderBy(asc(assignment.census), asc(assignment.batchId), asc(assignment.row))
    .all() as (StoredAssignment & { trustId: number })[];
  return newestOf(rows, ({ census, assignment: number }) => `${census} ${number}`);
}

export function absencesOfPerson({ db }: Database, trustId: number, person: string): StoredAbsence[] {
  const rows = db
    .select()
    .from(absenceEpisode)
    .where(and(eq(absenceEpisode.trustId, trustId), eq(absenceEpisode.person, person)))
    .orderBy(asc(absenceEpisode.start))
    .all() as (StoredAbsence & { trustId: number })[];
  return newestOf(rows, ({ type, start }) => `${type} ${start}`).reverse();
}

export function leaversOfPerson({ db }: Database, trustId: number, person: string): StoredLeaver[] {
  const rows = db
    .select()
    .from(leaver)
    .where(and(eq(leaver.trustId, trustId), eq(leaver.person, person)))
    .orderBy(asc(leaver.leaving))
    .all() as (StoredLeaver & { trustId: number })[];
  return newestOf(rows, ({ assignment: number, leaving }) => `${number} ${leaving}`).reverse();
}

/** The file and sheet of the imports named. */
export function placesOfBatches(
  { sqlite }: Database,
  batches: readonly number[],
): Map<number, { fileName: string; sheet: string }> {
  const find = sqlite.prepare<[number], { fileName: string; sheet: string }>(
    'SELECT file_name AS fileName, sheet FROM batch WHERE id = ?',
  );
  return new Map([...new Set(batches)].map((id) => [id, find.get(id) ?? { fileName: '', sheet: '' }]));
}

/** Staff in post that share a post too. */
export interface PostSum extends CensusSum {
  readonly position: string | null;
  readonly positionNumber: string | null;
}

const ofPost = ', position, position_number';

/** Staff in post of every list of a trust, added up by the store where one import holds the list. */
export function censusSums(database: Database, trustId: number): readonly CensusSum[] {
  return sumsOf<CensusSum>(database, trustId, '', '');
}

/** The same post by post. */
export function postSums(database: Database, trustId: number): readonly PostSum[] {
  return sumsOf<PostSum>(database, trustId, ', position, position_number AS positionNumber', ofPost);
}

const keptSums = keeper(4);

function sumsOf<Sum extends CensusSum>(
  database: Database,
  trustId: number,
  columns: string,
  groupBy: string,
): readonly Sum[] {
  return keptSums(database, `${trustId}${groupBy}`, () => readSums<Sum>(database, trustId, columns, groupBy));
}

function readSums<Sum extends CensusSum>(database: Database, trustId: number, columns: string, groupBy: string): Sum[] {
  const { sqlite } = database;
  const lists = sqlite
    .prepare<[number], { census: string; batches: number }>(
      'SELECT date AS census, count(DISTINCT batch_id) AS batches FROM assignment WHERE trust_id = ? GROUP BY date',
    )
    .all(trustId);
  const added = sqlite
    .prepare<[number], Sum>(
      `SELECT date AS census, occupation_code AS occupationCode, staff_group AS staffGroup, band, unit,
         cost_centre AS costCentre, count(*) AS assignments, sum(fte) AS wte${columns}
       FROM assignment WHERE trust_id = ? AND category IN ('permanent', 'fixed_term') AND start_date <= date
       GROUP BY date, occupation_code, staff_group, band, unit, cost_centre${groupBy}`,
    )
    .all(trustId);
  const several = new Set(lists.filter(({ batches }) => batches > 1).map(({ census }) => census));
  return [
    ...added.filter(({ census }) => !several.has(census)),
    ...([...several].flatMap((census) => sumsOfRows(assignmentsAt(database, trustId, census))) as CensusSum[] as Sum[]),
  ];
}

/** Of a list that came in several imports an assignment counts once, by the newest. */
function sumsOfRows(rows: readonly StoredAssignment[]): PostSum[] {
  return rows
    .filter(({ category, start, census }) => (category === 'permanent' || category === 'fixed_term') && start <= census)
    .map(({ fte, ...row }) => ({ ...row, assignments: 1, wte: fte }));
}
