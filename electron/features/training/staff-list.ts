import type { Database } from '../../database/database.ts';
import { assignmentsAt, censuses, type StoredAssignment } from '../staff/repository.ts';
import { everybodyOn } from './calculations/people.ts';

export interface StaffListInForce {
  readonly census: string;
  readonly list: readonly StoredAssignment[];
}

/** The staff list in force on a day: the newest of that day or before, else the first one after; undefined without any. */
export function staffListInForce(database: Database, trustId: number, day: string): StaffListInForce | undefined {
  const days = censuses(database, trustId);
  const census = days.filter((one) => one <= day).pop() ?? days[0];
  return census === undefined ? undefined : { census, list: assignmentsAt(database, trustId, census) };
}

/** Everybody who is on the staff list in force on a day, on an assignment that has started by its census; null without a list. */
export function peopleInPost(database: Database, trustId: number, day: string): ReadonlySet<string> | null {
  const found = staffListInForce(database, trustId, day);
  return found === undefined ? null : everybodyOn(found.list, found.census);
}
