import type { Database } from '../../database/database.ts';
import { newestOf } from '../staff/calculations/newest.ts';
import type { AssignmentEntry } from '../staff/entries.ts';
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

/** What training asks of an assignment. */
export type StaffForTraining = Pick<
  AssignmentEntry,
  | 'person'
  | 'assignment'
  | 'name'
  | 'unit'
  | 'staffGroup'
  | 'payGrade'
  | 'band'
  | 'occupationCode'
  | 'category'
  | 'primary'
  | 'fte'
  | 'start'
  | 'status'
>;

/**
 * The staff list in force on a day with no more of each row than training asks: a service may have 12,000 people, and
 * every figure reads them all.
 */
export function staffForTraining(
  database: Database,
  trustId: number,
  day: string,
): { readonly census: string; readonly list: readonly StaffForTraining[] } | undefined {
  const days = censuses(database, trustId);
  const census = days.filter((one) => one <= day).pop() ?? days[0];
  if (census === undefined) return undefined;
  const rows = database.sqlite
    .prepare(
      `SELECT person, assignment, name, unit, staff_group AS staffGroup, pay_grade AS payGrade, band,
         occupation_code AS occupationCode, category, primary_assignment AS "primary", fte, start_date AS start, status,
         batch_id AS batchId
       FROM assignment WHERE trust_id = ? AND date = ? ORDER BY batch_id, row`,
    )
    .all(trustId, census) as (StaffForTraining & { batchId: number })[];
  const isOne = rows.length === 0 || rows[0]?.batchId === rows[rows.length - 1]?.batchId;
  return { census, list: isOne ? rows : newestOf(rows, ({ person, assignment }) => `${person} ${assignment}`) };
}
