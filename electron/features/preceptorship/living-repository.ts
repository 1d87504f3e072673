import { and, asc, eq } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { PrecepteeEvent } from '#contract';
import {
  ownPreceptee,
  precepteeEdit,
  precepteeEscalation,
  precepteeEvent,
  precepteeHours,
  precepteeMeeting,
  precepteeStep,
} from '#drizzle';
import { groupedBy } from '../../core/grouped.ts';
import type { Database } from '../../database/database.ts';
import { newestOf } from '../staff/calculations/newest.ts';
import type { HandRecord } from './calculations/living.ts';
import { isSameTime, timeOf } from './calculations/times.ts';
import type { PrecepteeEntry } from './entries.ts';
import type { StoredPreceptee } from './repository.ts';

/**
 * Of everybody on any log the rows of the newest log that has them; of several imports of that day the newest one's. Who was
 * in a programme twice is there twice.
 */
export function newestEntries({ sqlite }: Database, trustId: number, longestMonths: number): StoredPreceptee[] {
  const rows = sqlite
    .prepare(
      `SELECT p.id, p.batch_id AS batchId, p.row, p.person, p.name, p.unit, p.date AS day, p.start_date AS start,
         p.pin_date AS pinDate, p.wte, p.preceptor, p.preceptor_named_on AS preceptorNamedOn, p.meetings,
         p.orientation_minutes AS orientationMinutes, p.supernumerary_minutes AS supernumeraryMinutes,
         p.protected_minutes_preceptee AS protectedMinutesPreceptee,
         p.protected_minutes_preceptor AS protectedMinutesPreceptor, p.pause_start AS pauseStart,
         p.pause_end AS pauseEnd, p.pause_reason AS pauseReason, p.extended_to AS extendedTo,
         p.extension_reason AS extensionReason, p.signed_off AS signedOff, p.notes
       FROM preceptee p
       JOIN (SELECT ifnull(person, name) AS who, start_date AS start, max(date) AS day FROM preceptee
             WHERE trust_id = @trustId GROUP BY 1, 2) n
         ON n.who IS ifnull(p.person, p.name) AND n.start = p.start_date AND n.day = p.date
       WHERE p.trust_id = @trustId ORDER BY p.start_date, p.batch_id, p.row`,
    )
    .all({ trustId }) as (Omit<StoredPreceptee, 'meetings'> & { meetings: string })[];
  const who = ({ person, name }: (typeof rows)[number]) => person ?? name ?? '';
  const newest = newestOf(rows, (row) => `${who(row)} ${row.start}`);
  const byPerson = groupedBy(newest, who);
  /** Another log says later, with another start, how that time in the programme went. */
  const isOutdated = (row: (typeof rows)[number]) =>
    byPerson
      .get(who(row))
      ?.some(
        (other) =>
          (other.day > row.day || (other.day === row.day && other.batchId > row.batchId)) &&
          isSameTime(timeOf(row), timeOf(other), longestMonths),
      ) === true;
  return newest
    .filter((row) => !isOutdated(row))
    .map((row) => ({ ...row, meetings: JSON.parse(row.meetings) as PrecepteeEntry['meetings'] }));
}

export type OwnPreceptee = Omit<typeof ownPreceptee.$inferSelect, 'trustId'>;

/** Those entered by hand, in the order in which they were. */
export function ownPreceptees({ db }: Database, trustId: number): OwnPreceptee[] {
  return db
    .select()
    .from(ownPreceptee)
    .where(eq(ownPreceptee.trustId, trustId))
    .orderBy(asc(ownPreceptee.id))
    .all()
    .map(({ trustId: _trust, ...row }) => row);
}

/** What was changed by hand in cells: by preceptee, then by field. */
export function editsByKey({ db }: Database, trustId: number): Map<string, Map<string, string | null>> {
  const edits = new Map<string, Map<string, string | null>>();
  for (const { precepteeKey, field, value } of db
    .select()
    .from(precepteeEdit)
    .where(eq(precepteeEdit.trustId, trustId))
    .orderBy(asc(precepteeEdit.id))
    .all()) {
    const own = edits.get(precepteeKey) ?? new Map<string, string | null>();
    own.set(field, value);
    edits.set(precepteeKey, own);
  }
  return edits;
}

type Making = {
  -readonly [Part in keyof HandRecord]: HandRecord[Part] extends readonly (infer Row)[] ? Row[] : HandRecord[Part];
};

/** Everything recorded by hand, by preceptee; of one only where a key is given. */
export function handRecords({ db }: Database, trustId: number, only?: string): Map<string, HandRecord> {
  const records = new Map<string, Making>();
  const of = (key: string): Making => {
    const found = records.get(key) ?? { meetings: [], answers: {}, told: [], events: [], hours: [] };
    records.set(key, found);
    return found;
  };
  const mine = (table: { readonly trustId: AnySQLiteColumn; readonly precepteeKey: AnySQLiteColumn }) =>
    and(eq(table.trustId, trustId), only === undefined ? undefined : eq(table.precepteeKey, only));
  for (const row of db
    .select()
    .from(precepteeMeeting)
    .where(mine(precepteeMeeting))
    .orderBy(asc(precepteeMeeting.id))
    .all()) {
    const { trustId: _trust, precepteeKey, ...meeting } = row;
    of(precepteeKey).meetings.push(meeting);
  }
  for (const row of db.select().from(precepteeStep).where(mine(precepteeStep)).all()) {
    const { precepteeKey, step, movedTo, reason, on } = row;
    of(precepteeKey).answers = { ...of(precepteeKey).answers, [step]: { movedTo, reason, on } };
  }
  for (const { precepteeKey, step, level, on, note } of db
    .select()
    .from(precepteeEscalation)
    .where(mine(precepteeEscalation))
    .all())
    of(precepteeKey).told.push({ step, level, on, note });
  for (const row of db
    .select()
    .from(precepteeEvent)
    .where(mine(precepteeEvent))
    .orderBy(asc(precepteeEvent.id))
    .all()) {
    const { trustId: _trust, precepteeKey, ...event } = row;
    // Each kind was checked by the contract when it was stored.
    of(precepteeKey).events.push(event as unknown as PrecepteeEvent);
  }
  for (const row of db
    .select()
    .from(precepteeHours)
    .where(mine(precepteeHours))
    .orderBy(asc(precepteeHours.id))
    .all()) {
    const { trustId: _trust, precepteeKey, ...entry } = row;
    of(precepteeKey).hours.push(entry);
  }
  return records;
}

export interface RosteredShift {
  readonly person: string;
  readonly day: string;
  readonly unit: string;
  readonly minutes: number;
  /** 1 where the shift was worked; 0 where it is planned only. */
  readonly worked: 0 | 1;
}

/** Shifts marked supernumerary, coordinators left out; one a day and start where several imports have it. */
export function supernumeraryShifts({ sqlite }: Database, trustId: number): RosteredShift[] {
  return sqlite
    .prepare<[number], RosteredShift>(
      `SELECT d.person, d.date AS day, u.name AS unit, ifnull(d.actual_minutes, d.planned_minutes) AS minutes,
         d.actual_minutes IS NOT NULL AS worked, max(d.batch_id)
       FROM duty d JOIN unit u ON u.id = d.unit_id
       WHERE d.trust_id = ? AND d.supernumerary = 1 AND d.in_charge = 0 AND d.status <> 'cancelled'
         AND d.person IS NOT NULL AND ifnull(d.actual_minutes, d.planned_minutes) > 0
       GROUP BY d.person, d.date, ifnull(d.planned_start, d.actual_start) ORDER BY d.date`,
    )
    .all(trustId);
}

/** Leaving by a list of leavers. */
export interface Leaving {
  readonly on: string;
  readonly reason: string | null;
}

/** When and why each person left last by the lists of leavers, of those whom no later staff list has. */
export function leavings({ sqlite }: Database, trustId: number): Map<string, Leaving> {
  const rows = sqlite
    .prepare<[number], Leaving & { person: string }>(
      // Beside a maximum SQLite takes the other columns from its row.
      `SELECT l.person, max(l.date) AS "on", l.reason FROM leaver l WHERE l.trust_id = ? AND l.person IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM assignment a
           WHERE a.trust_id = l.trust_id AND a.person = l.person AND a.date > l.date)
       GROUP BY l.person`,
    )
    .all(trustId);
  return new Map(rows.map(({ person, ...leaving }) => [person, leaving]));
}
