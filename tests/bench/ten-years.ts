import { createHash } from 'node:crypto';
import { duty, trainingRecord } from '#drizzle';
import type { Context } from '../../electron/context.ts';
import { addDays, addMonths } from '../../electron/core/dates.ts';
import { bulkInserter } from '../../electron/database/bulk-insert.ts';
import { inTransaction } from '../../electron/database/database.ts';
import { insertReturn } from '../../electron/features/returns/repository.ts';
import { fillStore, manyTrusts, trustCodeOf } from './many-trusts.ts';
import { randomNumbers } from './random.ts';

export const tenYears = { months: 120, duties: 1_500_000, attendances: 120_000, returns: 40 };
const SHIFTS = [
  { shift: 'LD', plannedStart: 450, plannedEnd: 1200, plannedMinutes: 690, night: 0 },
  { shift: 'N', plannedStart: 1170, plannedEnd: 480, plannedMinutes: 690, night: 1 },
  { shift: 'E', plannedStart: 450, plannedEnd: 930, plannedMinutes: 450, night: 0 },
];

/** Fills an empty store with ten years of one large trust: about 600 people in post at a time, and all that they did. */
export function fillTenYears(context: Context): void {
  fillStore(context, { ...manyTrusts, trusts: 1, months: tenYears.months });
  const trust = trustIn(context.database);
  fillDuties(context.database, trust);
  fillWhatWasLearnt(context.database, trust);
}

interface Trust {
  readonly trustId: number;
  readonly people: readonly { person: string; name: string; band: string | null }[];
  readonly newBatch: ReturnType<typeof batchMaker>;
}

/** The one trust of a store that `fillStore` has filled. */
export function trustIn({ sqlite }: Context['database']): Trust {
  const trustId = sqlite.prepare<[string], number>('SELECT id FROM trust WHERE code = ?').pluck().get(trustCodeOf(0))!;
  const people = sqlite
    .prepare<[number], Trust['people'][number]>(
      'SELECT person, max(name) AS name, max(band) AS band FROM assignment WHERE trust_id = ? GROUP BY person',
    )
    .all(trustId);
  return { trustId, people, newBatch: batchMaker(sqlite) };
}

function fillDuties(database: Context['database'], { trustId, people, newBatch }: Trust): void {
  const { sqlite } = database;
  const units = sqlite.prepare<[number], number>('SELECT id FROM unit WHERE trust_id = ?').pluck().all(trustId);
  const random = randomNumbers(20_261_122);
  const months = Array.from({ length: tenYears.months }, (_, at) => addMonths('2016-11-01', at));
  const perMonth = Math.ceil(tenYears.duties / months.length);
  for (const first of months)
    inTransaction(database, () => {
      const last = addDays(addMonths(first, 1), -1);
      const batchId = newBatch('duty_roster', first, last);
      const insert = bulkInserter(database, duty);
      const days = Number(last.slice(8));
      for (let row = 0; row < perMonth; row++) {
        const { person, name, band } = random.of(people);
        const { shift, ...planned } = random.of(SHIFTS);
        insert({
          trustId,
          batchId,
          row: row + 2,
          unitId: random.of(units),
          person,
          assignment: person,
          name,
          date: addDays(first, row % days),
          band,
          registered: random.chance(0.75) ? 1 : 0,
          costCentre: null,
          ...planned,
          plannedBreak: 60,
          actualStart: planned.plannedStart,
          actualEnd: planned.plannedEnd,
          actualBreak: 60,
          actualMinutes: planned.plannedMinutes,
          shift,
          shiftType: planned.night === 1 ? 'Night' : 'Day',
          purpose: 'care',
          fill: random.of(['substantive', 'substantive', 'substantive', 'bank', 'agency']),
          status: 'worked',
          inCharge: random.chance(0.05) ? 1 : 0,
          supernumerary: random.chance(0.01) ? 1 : 0,
        });
      }
    });
}

/** A list of training for each year, and the returns of ten years. */
export function fillWhatWasLearnt(database: Context['database'], { trustId, people, newBatch }: Trust): void {
  const { sqlite } = database;
  const random = randomNumbers(20_261_123);
  const competences = sqlite
    .prepare<[], { competence: string; course: string }>('SELECT DISTINCT competence, course FROM training_record')
    .all();
  const perYear = tenYears.attendances / 10;
  for (let year = 2017; year <= 2026; year++)
    inTransaction(database, () => {
      const day = `${year}-10-31`;
      const batchId = newBatch('training', day, day);
      const insert = bulkInserter(database, trainingRecord);
      for (let row = 0; row < perYear; row++) {
        const { person, name } = people[row % people.length]!;
        const said = competences[Math.floor(row / people.length) % competences.length]!;
        const achieved = addDays(day, -random.whole(1, 360));
        const own = { trustId, batchId, row: row + 2, person, assignment: person, name, day, ...said, achieved };
        insert({ ...own, expiry: addDays(achieved, 365), meets: 1, columns: null, knownBy: 'expiry' });
      }
    });
  inTransaction(database, () => {
    for (let at = 0; at < tenYears.returns; at++) {
      const period = `${2016 + Math.floor((at + 2) / 4)}-Q${((at + 2) % 4) + 1}`;
      if (!sqlite.prepare('SELECT 1 FROM theme2_return WHERE trust_id = ? AND period = ?').get(trustId, period))
        insertReturn(database, trustId, period, null, []);
    }
  });
  sqlite.exec('ANALYZE');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** Makes batches like the first that is there, of another kind and period. */
function batchMaker(sqlite: Context['database']['sqlite']) {
  const like = sqlite.prepare<[], Record<string, unknown>>('SELECT * FROM batch ORDER BY id LIMIT 1').get()!;
  const { id: _, ...columns } = like;
  const names = Object.keys(columns);
  const insert = sqlite.prepare(
    `INSERT INTO batch (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  );
  return (kind: string, first: string, last: string): number => {
    const sha256 = createHash('sha256').update(`${kind} ${first} ${last} ten years`).digest('hex');
    const own = { kind, format: kind, file_name: `${kind} ${last}.xlsx`, file_sha256: sha256 };
    const { lastInsertRowid } = insert.run({ ...columns, ...own, period_first: first, period_last: last });
    return Number(lastInsertRowid);
  };
}
