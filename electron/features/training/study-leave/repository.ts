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
  const wanted = { trustId, ...period, group, shifts: JSON.stringify(words) };
  return sqlite.prepare<[typeof wanted], RosteredStudy>(sql).all(wanted);
}

/** How many duties give each shift on each day of a period, by day: read from an index alone. */
function shiftsByDay({ sqlite }: Database, trustId: number, { first, last }: DatePeriod) {
  return sqlite
    .prepare<[number, string, string], { date: string; shift: string | null; duties: number }>(
      `SELECT date, shift, count(*) AS duties FROM duty WHERE trust_id = ? AND date BETWEEN ? AND ? GROUP BY date, shift`,
    )
    .all(trustId, first, last);
}

/** What the duties of a period give as their shift, the most frequent first; one that is written in several ways once. */
export function rosteredShifts(database: Database, trustId: number, period: DatePeriod): string[] {
  const found = new Map<string, { shift: string; duties: number }>();
  for (const { shift, duties } of shiftsByDay(database, trustId, period)) {
    if (!shift) continue;
    const known = found.get(shift.toUpperCase());
    if (known) known.duties += duties;
    else found.set(shift.toUpperCase(), { shift, duties });
  }
  return [...found.values()]
    .sort((one, other) => other.duties - one.duties || (one.shift < other.shift ? -1 : 1))
    .slice(0, 60)
    .map(({ shift }) => shift);
}

/** Days of a period on which a roster has duties, by month. */
export function rosteredDays(database: Database, trustId: number, period: DatePeriod): Map<string, number> {
  const days = new Set(shiftsByDay(database, trustId, period).map(({ date }) => date));
  const byMonth = new Map<string, number>();
  for (const day of days) byMonth.set(day.slice(0, 7), (byMonth.get(day.slice(0, 7)) ?? 0) + 1);
  return byMonth;
}

/** The newest day on which a roster has a duty; null without rosters. */
export function newestRosterDay({ sqlite }: Database, trustId: number): string | null {
  return sqlite.prepare('SELECT max(date) FROM duty WHERE trust_id = ?').pluck().get(trustId) as string | null;
}
