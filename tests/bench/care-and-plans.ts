import {
  duty,
  fallenOffer,
  importedCount,
  monthlyCount,
  placementPlaces,
  placementWeek,
  reconciliationNote,
  vacancyPost,
} from '#drizzle';
import { getTableColumns, type Table } from 'drizzle-orm';
import type { Context } from '../../electron/context.ts';
import { addDays, addMonths } from '../../electron/core/dates.ts';
import { bulkInserter } from '../../electron/database/bulk-insert.ts';
import type { Random } from './random.ts';

export interface Owner {
  readonly trustId: number;
  readonly months: number;
  readonly lastDay: string;
  readonly newBatch: (kind: string, first: string, last: string) => number;
}

/** What the screens of assurance, vacancies and placements show of a trust: rosters, counts, posts, offers and places. */
export function fillCareAndPlans({ database, reference }: Context, owner: Owner, random: Random): void {
  const units = database.sqlite
    .prepare('SELECT id FROM unit WHERE trust_id = ?')
    .pluck()
    .all(owner.trustId) as number[];
  fillRosters(database, owner, units, random);
  const keys = [...reference.redFlags.flags, ...reference.redFlags.counts].map(({ key }) => key);
  fillCounts(database, owner, units, keys, random);
  fillPosts(database, owner, random);
  fillPlacements(database, owner, random);
}

type Database = Context['database'];

/** An insert of rows of which only what matters is said; the other columns are null. */
export function inserterOf<Some extends Table>(database: Database, table: Some) {
  const insert = bulkInserter(database, table);
  const blank = Object.fromEntries(
    Object.keys(getTableColumns(table))
      .filter((name) => name !== 'id')
      .map((name) => [name, null]),
  );
  return (row: Partial<Some['$inferInsert']>) =>
    insert({ ...blank, ...row } as unknown as Parameters<typeof insert>[0]);
}

/** In every month two shifts a day with eight duties each, one of them in charge, in each unit. */
function fillRosters(database: Database, owner: Owner, units: readonly number[], random: Random): void {
  const { trustId, lastDay, months } = owner;
  const insert = bulkInserter(database, duty);
  for (let month = months - 1; month >= 0; month--) {
    const first = addMonths(`${lastDay.slice(0, 8)}01`, -month);
    const last = addDays(addMonths(first, 1), -1);
    const batchId = owner.newBatch('duty_roster', first, last);
    let row = 2;
    for (let date = first; date <= last; date = addDays(date, 1))
      for (const unitId of units)
        for (const start of [450, 1170])
          for (let place = 0; place < 8; place++) {
            const isLead = place === 0;
            const times = random.chance(0.95) ? { start, end: (start + 750) % 1440, minutes: 690 } : null;
            insert({
              trustId,
              batchId,
              row: row++,
              unitId,
              person: String(20_000_000 + random.whole(1, 400)),
              assignment: null,
              name: null,
              date,
              band: isLead ? '7' : '6',
              registered: place < 6 ? 1 : 0,
              costCentre: null,
              plannedStart: start,
              plannedEnd: (start + 750) % 1440,
              plannedBreak: 60,
              plannedMinutes: 690,
              actualStart: times?.start ?? null,
              actualEnd: times?.end ?? null,
              actualBreak: times ? 60 : null,
              actualMinutes: times?.minutes ?? null,
              night: start > 1000 ? 1 : 0,
              shift: 'LD',
              shiftType: 'shift',
              purpose: 'care',
              fill: 'substantive',
              status: times ? 'worked' : 'unfilled',
              inCharge: isLead ? 1 : 0,
              supernumerary: isLead ? 1 : 0,
            } as unknown as Parameters<typeof insert>[0]);
          }
  }
}

function fillCounts(
  database: Database,
  { trustId, months, lastDay, newBatch }: Owner,
  units: readonly number[],
  keys: readonly string[],
  random: Random,
): void {
  const byHand = bulkInserter(database, monthlyCount);
  const imported = bulkInserter(database, importedCount);
  for (let month = months - 1; month >= 0; month--) {
    const date = addMonths(`${lastDay.slice(0, 8)}01`, -month);
    const batchId = newBatch('monthly_counts', date, date);
    for (const unitId of units)
      for (const [row, counted] of keys.entries()) {
        const count = random.whole(0, 9) + (counted.startsWith('women') || counted === 'births' ? 290 : 0);
        if (random.chance(0.5)) byHand({ trustId, unitId, month: date.slice(0, 7), counted, count });
        else imported({ trustId, batchId, row: row + 2, unitId, date, counted, count });
      }
  }
}

function fillPosts(database: Database, { trustId, lastDay }: Owner, random: Random): void {
  const post = inserterOf(database, vacancyPost);
  const offer = inserterOf(database, fallenOffer);
  const note = inserterOf(database, reconciliationNote);
  const stages = ['approval', 'advert', 'interview', 'conditional_offer', 'unconditional_offer'];
  for (let row = 0; row < 60; row++) {
    const since = addDays(lastDay, -random.whole(10, 300));
    post({
      trustId,
      post: 'Midwife',
      unit: 'Delivery Suite',
      band: random.of(['5', '6', '7']),
      wte: random.of([60_000, 80_000, 100_000]),
      since,
      approved: addDays(since, 10),
      stage: random.of(stages),
      route: random.of(['newly_qualified', 'international', 'internal']),
      expectedStart: addDays(lastDay, random.whole(20, 300)),
    });
    offer({ trustId, vacancyKey: `ref:v${row + 2}`, fell: since });
  }
  for (const band of ['5', '6', '7'])
    note({
      trustId,
      costCentre: '441100',
      staffGroup: 'midwives',
      band,
      post: '',
      owner: 'J. Reid',
      note: '',
    });
}

/** Places of two universities in six areas, a year back and a year ahead. */
function fillPlacements(database: Database, { trustId, lastDay }: Owner, random: Random): void {
  const { sqlite } = database;
  const week = inserterOf(database, placementWeek);
  const places = inserterOf(database, placementPlaces);
  const monday = addDays(lastDay, -5);
  for (const area of ['Delivery Suite', 'Antenatal Ward', 'Postnatal Ward', 'Community', 'Birth Centre', 'Triage'])
    for (let away = -52; away < 52; away++) {
      const supervisedShifts = random.whole(10, 30);
      const of = { trustId, area, week: addDays(monday, away * 7), supervisedShifts, shiftsNeeded: 3 };
      week({ ...of, auditDate: null, qualityNote: null });
      const placementWeekId = sqlite.prepare('SELECT max(id) FROM placement_week').pluck().get() as number;
      for (const university of ['Invented University', 'University of Nowhere'])
        places({
          placementWeekId,
          university,
          learner: 'student_midwife',
          released: 3,
          filled: random.whole(0, 3),
          unfilledReason: null,
        });
    }
}
