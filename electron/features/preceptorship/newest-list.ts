import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { isInPost } from '../staff/calculations/in-post.ts';
import { byPerson, primaryOf } from '../staff/calculations/people.ts';
import { assignmentsAt, censuses, type StoredAssignment } from '../staff/repository.ts';

/** A staff list: its day, and the primary assignment of everybody in post on it. */
export interface PeopleInPost {
  readonly census: string;
  readonly people: readonly StoredAssignment[];
}

/** Of the staff list of a day. */
export function peopleInPost({ database }: Pick<Context, 'database'>, trust: TrustRow, census: string): PeopleInPost {
  const inPost = assignmentsAt(database, trust.id, census).filter((entry) => isInPost(entry, census));
  return { census, people: [...byPerson(inPost).values()].map(primaryOf) };
}

/** Of the newest staff list; null without one. */
export function newestPeople(world: Pick<Context, 'database'>, trust: TrustRow): PeopleInPost | null {
  const lists = censuses(world.database, trust.id);
  const newest = lists[lists.length - 1];
  return newest === undefined ? null : peopleInPost(world, trust, newest);
}
