import type { Database } from '../../database/database.ts';
import { newestOf } from './calculations/newest.ts';
import type { StoredAssignment } from './repository.ts';

/** What of a staff list's rows tells who was in post, and when. */
type ListedPost = Pick<
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
        const [person, number, staffGroup, occupationCode, category, primary, fte, start, batchId] = row;
        const post = { person, assignment: number, staffGroup, occupationCode, category, primary, fte, start, batchId };
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
