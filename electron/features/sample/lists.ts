import { createHash } from 'node:crypto';
import { batch } from '#drizzle';
import type { Context } from '../../context.ts';
import { addDays, addMonths, daysBetween } from '../../core/dates.ts';
import { bulkInserter } from '../../database/bulk-insert.ts';
import { ledgerInserter } from '../establishment/ledger-repository.ts';
import { absenceInserter, assignmentInserter, leaverInserter } from '../staff/repository.ts';
import { trainingInserter } from '../training/repository.ts';
import { type Random, randomNumbers } from './random.ts';
import { type Invented, inventStaff, type PostLine } from './staff-of-sample.ts';

/** Three years, to the day as on which the sample's hand entries say who is in post. */
const LAST = '2026-10-31';
const MONTHS = 36;
const SEED = 20_261_031;
/** Counted as a course of the trust’s own since February. */
const AWARENESS = 'own_cultural_awareness';

interface List {
  readonly kind: string;
  readonly title: string;
  readonly first: string;
  readonly last: string;
}

export type FundedLine = PostLine & { readonly funded: number };

/**
 * Stores three years of lists as imports of them would have: staff and funded posts of every month, leavers, absence and
 * training. The same rows every time. To be called in a transaction.
 */
export function insertLists({ database, reference }: Context, trustId: number, lines: readonly FundedLine[]): void {
  const random = randomNumbers(SEED);
  const days = Array.from({ length: MONTHS }, (_, month) => endOfMonth(addMonths(LAST, month + 1 - MONTHS)));
  const first = addDays(endOfMonth(addMonths(LAST, -MONTHS)), 1);
  const people = inventStaff(lines, { first, last: LAST }, random);
  const inPost = (day: string) => people.filter(({ start, leaving }) => start <= day && (leaving ?? '9') > day);
  const owner = (list: List, rows: number) => ({ trustId, batchId: newBatch(database, trustId, list, rows) });

  for (const day of days) {
    const there = inPost(day);
    const list = { kind: 'staff_list', title: `Staff in post ${day}.xlsx`, first: day, last: day };
    const insert = assignmentInserter(database, owner(list, there.length));
    for (const [row, one] of there.entries())
      insert({ ...ofPost(one), row: row + 2, census: day, ...statusOn(one, day) });
    const ledger = { kind: 'ledger', title: `Ledger ${day}.xlsx`, first: day, last: day };
    const fund = ledgerInserter(database, owner(ledger, lines.length));
    for (const [row, line] of lines.entries()) fund({ row: row + 2, census: day, ...ofLedger(line, lines) });
  }
  const left = people.filter(({ leaving }) => leaving !== null);
  const leave = leaverInserter(
    database,
    owner({ kind: 'leavers', title: 'Leavers, three years.xlsx', first, last: LAST }, left.length),
  );
  for (const [row, one] of left.entries())
    leave({
      ...ofPost(one),
      row: row + 2,
      leaving: one.leaving ?? LAST,
      reason: one.reason,
      destination: 'NHS Organisation',
    });
  const episodes = people.flatMap((one) => episodesOf(one, first, random));
  const absent = absenceInserter(
    database,
    owner({ kind: 'absence', title: 'Absence, three years.xlsx', first, last: LAST }, episodes.length),
  );
  for (const [row, episode] of episodes.entries()) absent({ ...episode, row: row + 2 });

  const attended = inPost(LAST).flatMap((one) => trainingOf(one, reference.training.courses, random));
  const train = trainingInserter(
    database,
    owner({ kind: 'training', title: `Training ${LAST}.xlsx`, first: LAST, last: LAST }, attended.length),
  );
  train(attended.map((entry, row) => ({ ...entry, row: row + 6 })));

  const aware = inPost(LAST).flatMap((one) => awarenessOf(one, random));
  const roll = trainingInserter(
    database,
    owner({ kind: 'training', title: `Cultural awareness ${LAST}.xlsx`, first: LAST, last: LAST }, aware.length),
  );
  roll(aware.map((entry, row) => ({ ...entry, row: row + 2 })));
}

const endOfMonth = (day: string) => addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1);

function newBatch(database: Context['database'], trustId: number, { kind, title, first, last }: List, rows: number) {
  bulkInserter(
    database,
    batch,
  )({
    trustId,
    kind,
    format: 'invented',
    fileName: title,
    fileSha256: createHash('sha256').update(`${kind} ${title}`).digest('hex'),
    fileBytes: rows * 120,
    sheet: 'Sheet1',
    headerRow: 1,
    headings: kind,
    reading: '{"mapping":{},"places":{},"headings":[]}',
    periodFirst: first,
    periodLast: last,
    rowsRead: rows,
    rowsAccepted: rows,
    rowsRefused: 0,
    rowsIgnored: 0,
    remarks: '[]',
    unitsMade: '[]',
    rememberedBefore: null,
    committedAt: `${addDays(last, 1)}T09:00:00.000Z`,
    committedBy: 'the sample',
    undoneAt: null,
  });
  return database.sqlite.prepare('SELECT max(id) FROM batch').pluck().get() as number;
}

const ofPost = ({ leaving: _leaving, reason: _reason, ...one }: Invented) => ({
  ...one,
  assignment: one.person,
  payGrade: null,
  category: 'permanent' as const,
  primary: 1 as const,
});

/** One in twenty is away for a year to have a child; each at a time of their own. */
function maternityOf({ person, ageBand, staffGroup }: Invented): { start: string; end: string } | null {
  const number = Number(person);
  if (number % 7 !== 0 || staffGroup === '01' || ageBand > '41') return null;
  const start = addDays('2023-12-01', (number % 1000) + 5);
  return { start, end: addDays(start, 300) };
}

function statusOn(one: Invented, day: string) {
  const away = maternityOf(one);
  const status = away && away.start <= day && away.end >= day ? 'maternity' : 'active';
  return { division: 'Women and Children', role: null, positionNumber: null, status, hours: null, nhsEntry: one.start };
}

function ofLedger({ unit, staffGroup, band, funded }: FundedLine, lines: readonly FundedLine[]) {
  const units = [...new Set(lines.map((line) => line.unit))];
  return {
    costCentre: String(441_100 + units.indexOf(unit)),
    costCentreName: unit,
    subjective: staffGroup === 'midwives' ? '520006' : '530003',
    post: staffGroup === 'midwives' ? 'Midwife' : 'Maternity Support Worker',
    positionNumber: null,
    band,
    staffGroup: staffGroup === 'midwives' ? '03' : '07',
    funded,
    fundingEnd: null,
    annualBudget: null,
    worked: null,
  };
}

/** Colds through the year, now and then something long, and leave to have a child. */
function episodesOf(one: Invented, first: string, random: Random) {
  const own = {
    person: one.person,
    assignment: one.person,
    name: one.name,
    unit: one.unit,
    staffGroup: one.staffGroup,
  };
  const from = one.start > first ? one.start : first;
  const to = one.leaving ?? LAST;
  const days = daysBetween(from, to);
  if (days < 1) return [];
  const sickness = Array.from({ length: Math.round((days / 365) * 1.4) }, () => {
    const start = addDays(from, random.whole(0, days));
    const end = addDays(start, random.chance(0.07) ? random.whole(30, 110) : random.whole(0, 7));
    const reason = random.of([
      'S13 Cold, Cough, Flu',
      'S25 Gastrointestinal problems',
      'S10 Anxiety/stress/depression',
      'S12 Other musculoskeletal problems',
    ]);
    return { ...own, type: 'sickness', reason, start, end: end > to ? (one.leaving ? to : null) : end };
  });
  const away = maternityOf(one);
  const maternity =
    away && away.start > from && away.end < to ? [{ ...own, type: 'maternity', reason: null, ...away }] : [];
  return [...sickness, ...maternity];
}

type Course = Context['reference']['training']['courses'][number];

/** The newest attendance of each course: nine in ten in date, doctors a little less often. */
function trainingOf(one: Invented, courses: readonly Course[], random: Random) {
  return courses.flatMap(({ key, competences, validityMonths }) => {
    if (random.chance(one.staffGroup === '01' ? 0.1 : 0.04)) return [];
    const lapsed = random.chance(one.staffGroup === '01' ? 0.12 : 0.06);
    const day = lapsed
      ? addMonths(LAST, -validityMonths - random.whole(1, 5))
      : addDays(LAST, -random.whole(3, Math.round(validityMonths * 29)));
    const said = {
      competence: competences[0] ?? key,
      course: key,
      meets: null,
      columns: null,
      knownBy: 'dates' as const,
    };
    const who = { person: one.person, assignment: one.person, name: one.name, day: LAST };
    return [{ ...who, achieved: day, expiry: addMonths(day, validityMonths), ...said }];
  });
}

/** Unit by unit: one is there, the others on the way. */
const reached: Readonly<Record<string, number>> = {
  'Birth Centre': 0.98,
  'Delivery Suite': 0.78,
  'Maternity Ward': 0.61,
};

/** The course that is being rolled out, with those who have done it so far. */
function awarenessOf(one: Invented, random: Random) {
  if (!random.chance(reached[one.unit] ?? 0.44)) return [];
  const day = addDays(LAST, -random.whole(3, 260));
  const said = { competence: 'Cultural awareness', meets: null, columns: null, knownBy: 'dates' as const };
  const who = { person: one.person, assignment: one.person, name: one.name, day: LAST };
  return [{ ...who, ...said, course: AWARENESS, achieved: day, expiry: addMonths(day, 24) }];
}
