import { createHash } from 'node:crypto';
import { batch, ledgerLine, preceptee, vacancy } from '#drizzle';
import type { Context } from '../../electron/context.ts';
import { addDays, addMonths } from '../../electron/core/dates.ts';
import { bulkInserter } from '../../electron/database/bulk-insert.ts';
import { inTransaction } from '../../electron/database/database.ts';
import { insertLine } from '../../electron/features/establishment/repository.ts';
import { addTrust } from '../../electron/features/organisation/service.ts';
import { findTrust } from '../../electron/features/organisation/repository.ts';
import { absenceInserter, assignmentInserter, leaverInserter } from '../../electron/features/staff/repository.ts';
import { fillCareAndPlans } from './care-and-plans.ts';
import { fillLearningAndStaying } from './learning-and-staying.ts';
import { type Post, postOf, staffedUnits } from './posts.ts';
import { type Random, randomNumbers } from './random.ts';
import { fillRequirements } from './requirements.ts';
import { bookingsOf } from './temporary-staff.ts';

export interface Size {
  readonly trusts: number;
  readonly peopleOfTrust: number;
  readonly months: number;
}

/** 20 trusts with 36 months of every list; of 800 people each about 600 are in post at a time, 12,000 together. */
export const manyTrusts: Size = { trusts: 20, peopleOfTrust: 800, months: 36 };
export const oneTrust: Size = { ...manyTrusts, trusts: 1 };

const lastDay = '2026-10-31';
export const trustCodeOf = (index: number) => `B${String(index + 1).padStart(2, '0')}`;

/** Fills an empty store with invented trusts, the same in every run, through the inserts that imports use. */
export function fillStore(context: Context, size: Size): void {
  for (let index = 0; index < size.trusts; index++)
    inTransaction(context.database, () =>
      fillTrust(context, trustCodeOf(index), size, randomNumbers(20_261_031 + index)),
    );
  context.database.sqlite.exec('ANALYZE');
}

function fillTrust(context: Context, code: string, size: Size, random: Random): void {
  const { database, reference } = context;
  const units = staffedUnits.map((name) => ({ name, kind: 'other', site: null }));
  addTrust(database, reference, { code, name: `Trust ${code}`, system: null, sites: [], units });
  const trustId = findTrust(database, code)!.id;
  const insertBatch = bulkInserter(database, batch);
  const newBatch = (kind: string, first: string, last: string): number => {
    insertBatch({
      trustId,
      kind,
      format: kind,
      fileName: `${code} ${kind} ${last}.xlsx`,
      fileSha256: createHash('sha256').update(`${code}${kind}${last}`).digest('hex'),
      fileBytes: 1,
      sheet: 'Sheet1',
      headerRow: 1,
      headings: '',
      reading: '{"mapping":{},"places":{},"headings":[]}',
      periodFirst: first,
      periodLast: last,
      rowsRead: 1,
      rowsAccepted: 1,
      rowsRefused: 0,
      rowsIgnored: 0,
      remarks: '[]',
      unitsMade: '[]',
      rememberedBefore: null,
      committedAt: `${last}T09:00:00.000Z`,
      committedBy: 'bench',
      undoneAt: null,
    });
    return database.sqlite.prepare('SELECT max(id) FROM batch').pluck().get() as number;
  };

  const days = Array.from({ length: size.months }, (_, month) => addMonths(lastDay, month + 1 - size.months)).map(
    endOfMonth,
  );
  const people = Array.from({ length: size.peopleOfTrust }, () => postOf(random, days[0]!, lastDay));
  for (const day of days) {
    const owner = { trustId, batchId: newBatch('staff_list', day, day) };
    const insert = assignmentInserter(database, owner);
    people.forEach(
      (post, row) => post.start <= day && (post.leaving ?? '9') > day && insert(post.onList(day, row + 2)),
    );
    fillLedger(database, { trustId, batchId: newBatch('ledger', day, day) }, day, people);
  }
  const first = addDays(addMonths(days[0]!, -1), 1);
  const leave = leaverInserter(database, { trustId, batchId: newBatch('leavers', first, lastDay) });
  people.forEach((post, row) => post.leaving !== null && leave(post.asLeaver(row + 2)));
  const absent = absenceInserter(database, { trustId, batchId: newBatch('absence', first, lastDay) });
  people.forEach((post, row) =>
    post.absences(random, first, lastDay).forEach((episode) => absent({ ...episode, row: row + 2 })),
  );
  for (const day of days) {
    const batchId = newBatch('bank_list', `${day.slice(0, 8)}01`, day);
    bookingsOf(database, { trustId, batchId }, random, day);
  }
  fillLogs(database, trustId, newBatch, people, random);
  const owner = { trustId, months: size.months, lastDay, newBatch };
  fillCareAndPlans(context, owner, random);
  fillLearningAndStaying(context, owner, people, random);
  fillRequirements(context, owner, random);
  for (const unit of database.sqlite.prepare('SELECT id FROM unit WHERE trust_id = ?').pluck().all(trustId) as number[])
    for (const [staffGroup, band] of [
      ['midwives', '6'],
      ['midwives', '7'],
      ['support', '3'],
    ] as const)
      insertLine(
        database,
        trustId,
        { unitId: unit, staffGroup, band },
        { required: random.whole(10, 60) * 100_000, requiredTool: 'Birthrate+' },
      );
}

type Database = Context['database'];
type Owner = { trustId: number; batchId: number };

function fillLedger(database: Database, owner: Owner, day: string, people: readonly Post[]): void {
  const insert = bulkInserter(database, ledgerLine);
  const funded = new Map<string, { post: Post; wte: number }>();
  for (const post of people) {
    const key = `${post.costCentre} ${post.band} ${post.staffGroup}`;
    const line = funded.get(key) ?? { post, wte: 0 };
    if (post.start <= day && (post.leaving ?? '9') > day) line.wte += post.fte;
    funded.set(key, line);
  }
  let row = 2;
  for (const { post, wte } of funded.values())
    insert({
      ...owner,
      row: row++,
      census: day,
      costCentre: post.costCentre,
      costCentreName: post.unit,
      subjective: '520006',
      post: post.position,
      positionNumber: null,
      band: post.band,
      staffGroup: post.staffGroup,
      // Nine lines in ten have a vacancy, the others too many people.
      funded: Math.round((wte * (row % 10 === 0 ? 0.97 : 1.08)) / 5000) * 5000,
      fundingEnd: null,
      annualBudget: null,
      worked: null,
    });
}

function fillLogs(
  database: Database,
  trustId: number,
  newBatch: (kind: string, first: string, last: string) => number,
  people: readonly Post[],
  random: Random,
): void {
  const log = bulkInserter(database, preceptee);
  const preceptees = newBatch('preceptees', lastDay, lastDay);
  people
    .filter(({ band, start }) => band === '5' && start > '2026-01-01')
    .forEach((post, row) => log({ ...post.asPreceptee(lastDay), trustId, batchId: preceptees, row: row + 2 }));
  const track = bulkInserter(database, vacancy);
  const tracker = newBatch('vacancy_tracker', lastDay, lastDay);
  for (let row = 2; row < 62; row++)
    track({
      trustId,
      batchId: tracker,
      row,
      day: lastDay,
      vacancyRef: `V${row}`,
      post: 'Midwife',
      band: '6',
      unit: random.of(staffedUnits),
      wte: random.of([60_000, 80_000, 100_000]),
      reason: 'Leaver',
      approved: addDays(lastDay, -random.whole(10, 300)),
      advertised: null,
      offered: null,
      start: null,
      stage: random.of(['approval', 'advert', 'interview', 'conditional_offer']),
      source: null,
      notes: null,
    } as Parameters<typeof track>[0]);
}

function endOfMonth(day: string): string {
  return addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1);
}
