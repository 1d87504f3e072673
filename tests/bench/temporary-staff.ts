import { booking } from '#drizzle';
import { addDays } from '../../electron/core/dates.ts';
import { bulkInserter } from '../../electron/database/bulk-insert.ts';
import type { Database } from '../../electron/database/database.ts';
import type { Random } from './random.ts';

/** 300 finalised bookings of the month that ends on a day. */
export function bookingsOf(
  database: Database,
  owner: { trustId: number; batchId: number },
  random: Random,
  lastDay: string,
): void {
  const units = database.sqlite
    .prepare('SELECT id FROM unit WHERE trust_id = ?')
    .pluck()
    .all(owner.trustId) as number[];
  const insert = bulkInserter(database, booking);
  for (let row = 2; row < 302; row++) {
    const start = random.of([450, 1170]);
    const times = { start, end: (start + 750) % 1440, break: 60, minutes: 690 };
    insert({
      ...owner,
      row,
      unitId: random.of(units),
      person: null,
      assignment: null,
      name: `Booked ${row}`,
      date: addDays(lastDay, -random.whole(0, 27)),
      band: '6',
      registered: random.chance(0.8) ? 1 : 0,
      costCentre: null,
      plannedStart: times.start,
      plannedEnd: times.end,
      plannedBreak: times.break,
      plannedMinutes: times.minutes,
      actualStart: times.start,
      actualEnd: times.end,
      actualBreak: times.break,
      actualMinutes: times.minutes,
      night: start > 1000 ? 1 : 0,
      requestId: `R${row}`,
      supply: random.chance(0.85) ? 'bank' : 'agency',
      agency: null,
      finalised: 1,
      reason: null,
    });
  }
}
