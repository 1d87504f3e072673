import type { DatePeriod } from '../../../core/dates.ts';
import type { Database } from '../../../database/database.ts';

/** A row of a roster that is study: leave for it, or a duty whose shift says that it is training. */
export interface RosteredStudy {
  readonly kind: 'leave' | 'duty';
  readonly date: string;
  readonly person: string | null;
  readonly name: string | null;
  readonly rosterUnit: string;
  readonly reason: string | null;
  readonly minutes: number;
  readonly batchId: number;
  readonly row: number;
  readonly fileName: string;
  readonly sheet: string;
}

const shown = `t.date, t.person, t.name, unit.name AS rosterUnit, t.batch_id AS batchId, t.row,
  batch.file_name AS fileName, batch.sheet`;
const joined = `JOIN unit ON unit.id = t.unit_id JOIN batch ON batch.id = t.batch_id
  WHERE t.trust_id = @trustId AND t.date BETWEEN @first AND @last`;

/** Study of a period by date: leave under the group of study, and duties with one of the shifts, hours worked where known. */
export function rosteredStudy(
  { sqlite }: Database,
  trustId: number,
  period: DatePeriod,
  { group, shifts }: { readonly group: string; readonly shifts: readonly string[] },
): RosteredStudy[] {
  const sql = `SELECT 'leave' AS kind, ${shown}, t.reason, t.minutes FROM unavailability t ${joined} AND lower(t.group_name) = lower(@group)
    UNION ALL
    SELECT 'duty', ${shown}, t.shift, ifnull(t.actual_minutes, ifnull(t.planned_minutes, 0)) FROM duty t ${joined}
      AND t.status NOT IN ('cancelled', 'unfilled') AND upper(ifnull(t.shift, '')) IN (SELECT value FROM json_each(@shifts))
    ORDER BY date, batchId, row`;
  const words = shifts.map((shift) => shift.toUpperCase());
  return sqlite.prepare(sql).all({ trustId, ...period, group, shifts: JSON.stringify(words) }) as RosteredStudy[];
}

/** What the duties of a period give as their shift, the most frequent first. */
export function rosteredShifts({ sqlite }: Database, trustId: number, { first, last }: DatePeriod): string[] {
  return sqlite
    .prepare(
      `SELECT shift FROM duty WHERE trust_id = ? AND date BETWEEN ? AND ? AND shift <> '' GROUP BY upper(shift)
       ORDER BY count(*) DESC, shift LIMIT 60`,
    )
    .pluck()
    .all(trustId, first, last) as string[];
}

/** Days of a period on which a roster has duties, by month. */
export function rosteredDays({ sqlite }: Database, trustId: number, { first, last }: DatePeriod): Map<string, number> {
  const rows = sqlite
    .prepare(
      `SELECT substr(date, 1, 7), count(DISTINCT date) FROM duty WHERE trust_id = ? AND date BETWEEN ? AND ? GROUP BY 1`,
    )
    .raw()
    .all(trustId, first, last) as [string, number][];
  return new Map(rows);
}

/** The newest day on which a roster has a duty; null without rosters. */
export function newestRosterDay({ sqlite }: Database, trustId: number): string | null {
  return sqlite.prepare('SELECT max(date) FROM duty WHERE trust_id = ?').pluck().get(trustId) as string | null;
}
