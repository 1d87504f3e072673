import type { DatePeriod } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';
import type { CoordinatorDuty } from './calculations/coordinator.ts';
import type { DutySum } from './calculations/duty-sums.ts';
import type { DutyStatus, Fill, Purpose } from './entries.ts';

const purposes: Record<Purpose, number> = { care: 0, on_call: 1, management: 2 };
const fills: Record<Fill, number> = { substantive: 0, bank: 1, agency: 2, none: 3 };
const statuses: Record<DutyStatus, number> = { worked: 0, planned: 1, unfilled: 2, cancelled: 3, extra: 4 };

const coded = (column: string, words: Readonly<Record<string, number>>) =>
  `CASE ${column} ${Object.entries(words)
    .map(([word, code]) => `WHEN '${word}' THEN ${code}`)
    .join(' ')} END`;
const flags = 'unit_id * 16 + registered * 8 + night * 4 + in_charge * 2 + supernumerary';
const words = `${coded('purpose', purposes)} * 64 + ${coded('fill', fills)} * 8 + ${coded('status', statuses)}`;
/** What duties that are alike have in common, as one whole number: a year's duties are sorted by it in half the time. */
const alike = `((${flags}) * 256 + ${words}) * 4096 + ifnull(planned_start + 1, 0)`;

/** The duties of a trust in a period added up by the store: of many months a fraction of the rows. */
export function dutySums({ sqlite }: Database, trustId: number, { first, last }: DatePeriod): DutySum[] {
  return sqlite
    .prepare<[number, string, string], DutySum>(
      `SELECT unit.name AS unit, registered, night, purpose, fill, status, in_charge AS inCharge, supernumerary,
         planned_start AS plannedStart, plannedMinutes, actualMinutes, duties
       FROM (SELECT min(id) AS one, sum(planned_minutes) AS plannedMinutes, sum(actual_minutes) AS actualMinutes,
               count(*) AS duties
             FROM duty WHERE trust_id = ? AND date BETWEEN ? AND ? GROUP BY ${alike})
       JOIN duty ON duty.id = one JOIN unit ON unit.id = unit_id`,
    )
    .all(trustId, first, last);
}

/** How many days of a period have a duty of a trust, and the imports that those duties came with. */
export function dutyDays({ sqlite }: Database, trustId: number, { first, last }: DatePeriod) {
  const rows = sqlite
    .prepare<[number, string, string], { date: string; batchId: number }>(
      `SELECT DISTINCT date, batch_id AS batchId FROM duty WHERE trust_id = ? AND date BETWEEN ? AND ?`,
    )
    .all(trustId, first, last);
  return { days: new Set(rows.map(({ date }) => date)).size, batches: new Set(rows.map(({ batchId }) => batchId)) };
}

/** The duties of registered staff in charge beside the numbers, which alone count for the coordinator's shifts. */
export function coordinatorDuties(
  { sqlite }: Database,
  trustId: number,
  { first, last }: DatePeriod,
): CoordinatorDuty[] {
  return sqlite
    .prepare<[number, string, string], CoordinatorDuty>(
      `SELECT unit.name AS unit, date, night, status, registered, in_charge AS inCharge, supernumerary,
         planned_start AS plannedStart, actual_start AS actualStart
       FROM duty JOIN unit ON unit.id = unit_id
       WHERE duty.trust_id = ? AND date BETWEEN ? AND ? AND in_charge = 1 AND supernumerary = 1 AND registered = 1`,
    )
    .all(trustId, first, last);
}
