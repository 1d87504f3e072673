import type { DatePeriod } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';

/** Hours that bank or agency worked in one duty. */
export interface CoverRow {
  readonly batchId: number;
  readonly row: number;
  readonly unit: string;
  readonly person: string | null;
  readonly name: string | null;
  readonly date: string;
  readonly band: string | null;
  readonly registered: 0 | 1;
  readonly costCentre: string | null;
  readonly supply: 'bank' | 'agency';
  readonly agency: string | null;
  readonly minutes: number;
}

const columns = `d.batch_id AS batchId, d.row, u.name AS unit, d.person, d.name, d.date, d.band, d.registered,
  d.cost_centre AS costCentre, d.actual_minutes AS minutes`;

/** Finalised bookings of bank and agency lists with their worked minutes. */
export function bookedCover({ sqlite }: Database, trustId: number, { first, last }: DatePeriod): CoverRow[] {
  return sqlite
    .prepare<[number, string, string], CoverRow>(
      `SELECT ${columns}, d.supply, d.agency FROM booking d JOIN unit u ON u.id = d.unit_id
       WHERE d.trust_id = ? AND d.date BETWEEN ? AND ? AND d.finalised = 1 AND d.actual_minutes IS NOT NULL
       ORDER BY d.batch_id, d.row`,
    )
    .all(trustId, first, last);
}

/** Bank and agency duties of rosters with their worked minutes; time on call is none of it. */
export function rosteredCover({ sqlite }: Database, trustId: number, { first, last }: DatePeriod): CoverRow[] {
  return sqlite
    .prepare<[number, string, string], CoverRow>(
      `SELECT ${columns}, d.fill AS supply, NULL AS agency FROM duty d JOIN unit u ON u.id = d.unit_id
       WHERE d.trust_id = ? AND d.date BETWEEN ? AND ? AND d.fill IN ('bank', 'agency') AND d.purpose <> 'on_call'
         AND d.actual_minutes IS NOT NULL
       ORDER BY d.batch_id, d.row`,
    )
    .all(trustId, first, last);
}
